#include "ballast/taxonomy/classification.hpp"

namespace ballast {

void assign_tiers(const Portfolio& portfolio, const std::vector<bool>& in_no_class, Classification& classification) {
  if (classification.kind != Classification::Kind::kMarketCap) return;
  for (AssetIndex i = 0; i < portfolio.assets.size(); ++i) {
    const std::optional<Decimal>& market_cap = portfolio.assets[i].market_cap;
    if (!market_cap || in_no_class[i] || !classification.members[i].empty()) continue;
    std::optional<ClassIndex> reached;
    for (ClassIndex c = 0; c < classification.classes.size(); ++c) {
      const Decimal at_least = classification.classes[c].at_least;
      if (at_least > *market_cap) continue;
      if (!reached || at_least > classification.classes[*reached].at_least) reached = c;
    }
    if (reached) classification.members[i].push_back({*reached, Decimal::from_integer(1)});
  }
}

Decimal share_in(const Classification& classification, std::size_t position, ClassIndex in) {
  Decimal sum;
  for (const ClassShare& member : classification.members[position]) {
    std::optional<ClassIndex> at = member.in;
    while (at && *at > in) at = classification.classes[*at].parent;
    if (at == in) sum += member.share;
  }
  return sum;
}

std::vector<PositionShare> members_of(const Classification& classification, ClassIndex in) {
  std::vector<PositionShare> out;
  for (std::size_t position = 0; position < classification.members.size(); ++position) {
    const Decimal share = share_in(classification, position, in);
    if (!share.is_zero()) out.push_back({position, share});
  }
  return out;
}

}  // namespace ballast
