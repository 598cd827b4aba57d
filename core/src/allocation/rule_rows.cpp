#include "rule_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace ballast {
namespace {

// A share of a class that is just what an asset has of it, but for the digits that were not written.
constexpr double kNoCoefficient = 1e-11;

Decimal product(Decimal a, Decimal b) { return multiply(a, b, Rounding::kHalfEven); }

LinearRow row_of(const RuleShares& shares, double of_whole, double least, double most) {
  LinearRow row;
  row.least = least;
  row.most = most;
  for (std::size_t k = 0; k < shares.at.size(); ++k) {
    const double whole = shares.whole.empty() ? 0 : shares.whole[k].to_double();
    const double coefficient = shares.subject[k].to_double() - of_whole * whole;
    if (std::abs(coefficient) <= kNoCoefficient) continue;
    row.at.push_back(shares.at[k]);
    row.coefficients.push_back(coefficient);
  }
  return row;
}

std::vector<LinearRow> rows_of(const ShareIndex& index, const TargetRule& rule) {
  const RuleShares shares = shares_of(index, rule);
  const double least = rule.least.to_double();
  const double most = rule.most.to_double();
  if (!rule.of) return {row_of(shares, 0, least, most)};
  if (rule.exact) return {row_of(shares, least, 0, 0)};
  std::vector<LinearRow> rows;
  if (rule.has_least) rows.push_back(row_of(shares, least, 0, kNoLimit));
  if (rule.has_most) rows.push_back(row_of(shares, most, -kNoLimit, 0));
  return rows;
}

// All but the assets with the largest prior; equals by order. Cash is no asset.
LinearRow beyond_the_largest(std::size_t largest, const std::vector<double>& prior) {
  const std::size_t assets = prior.size() - 1;
  std::vector<std::size_t> order(assets);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return prior[a] > prior[b]; });
  LinearRow row;
  row.at.assign(order.begin() + static_cast<std::ptrdiff_t>(std::min(largest, assets)), order.end());
  std::sort(row.at.begin(), row.at.end());
  row.coefficients.assign(row.at.size(), 1.0);
  return row;
}

}  // namespace

ShareIndex::ShareIndex(const std::vector<Classification>& classifications) {
  for (const Classification& classification : classifications) {
    std::vector<ClassShares>& all = shares_.emplace_back(classification.classes.size());
    for (std::size_t i = 0; i < classification.members.size(); ++i) {
      for (const ClassShare& member : classification.members[i]) {
        for (std::optional<ClassIndex> c = member.in; c; c = classification.classes[*c].parent) {
          ClassShares& in = all[*c];
          if (in.at.empty() || in.at.back() != i) {
            in.at.push_back(i);
            in.shares.emplace_back();
          }
          in.shares.back() += member.share;
        }
      }
    }
  }
}

RuleShares shares_of(const ShareIndex& index, const TargetRule& rule) {
  const auto* position = std::get_if<PositionSubject>(&rule.subject);
  ClassShares subject = position != nullptr ? ClassShares{{position->position}, {Decimal::from_integer(1)}}
                                            : index.in(std::get<ClassPlace>(rule.subject));
  if (!rule.of) return {std::move(subject.at), std::move(subject.shares), {}};

  // A subject's part of a class of another classification: the product of the shares, which is exact where an asset
  // lies wholly in one of them and otherwise assumes that they are spread alike. Of a class above it, all of it.
  const auto* place = std::get_if<ClassPlace>(&rule.subject);
  const bool below = place != nullptr && place->classification == rule.of->classification;
  const ClassShares& whole = index.in(*rule.of);
  RuleShares out;
  out.at = whole.at;
  out.whole = whole.shares;
  std::size_t s = 0;
  for (std::size_t k = 0; k < whole.at.size(); ++k) {
    while (s < subject.at.size() && subject.at[s] < whole.at[k]) ++s;
    const bool both = s < subject.at.size() && subject.at[s] == whole.at[k];
    out.subject.push_back(!both ? Decimal()
                                : (below ? subject.shares[s] : product(subject.shares[s], whole.shares[k])));
  }
  return out;
}

RuleSystem build_rule_system(const Portfolio& portfolio, const ShareIndex& index, const TargetRules& rules,
                             const std::vector<double>& prior) {
  RuleSystem system;
  system.position_count = portfolio.assets.size() + 1;
  system.upper.assign(system.position_count, 1.0);
  for (AssetIndex i = 0; i < portfolio.assets.size(); ++i) {
    if (portfolio.assets[i].price.is_zero()) system.upper[i] = 0;
  }
  for (std::size_t r = 0; r < rules.rules.size(); ++r) {
    system.rules.push_back({{RuleName::Kind::kRule, r}, rows_of(index, rules.rules[r])});
  }
  if (rules.largest) {
    system.rules.push_back({{RuleName::Kind::kLargest, 0}, {beyond_the_largest(*rules.largest, prior)}});
  }
  if (rules.most_per_asset) system.cap = rules.most_per_asset->to_double();
  return system;
}

}  // namespace ballast
