#include "ballast/taxonomy/class_values.hpp"

#include "ballast/money/apportion.hpp"

namespace ballast {
namespace {

constexpr int kWeightDigits = 12;
const Decimal kOne = Decimal::from_integer(1);

// Of each class itself, without those below it; unclassified last.
std::vector<Decimal> direct_amounts(const Classification& classification, std::span<const Decimal> amounts) {
  std::vector<Decimal> direct(classification.classes.size() + 1);
  std::vector<Decimal> shares;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const std::vector<ClassShare>& members = classification.members[i];
    // Most assets lie wholly in one class, or in none.
    if (members.size() < 2 && (members.empty() || members.front().share == kOne)) {
      (members.empty() ? direct.back() : direct[members.front().in]) += amounts[i];
      continue;
    }
    Decimal rest = kOne;
    shares.clear();
    for (const ClassShare& member : members) {
      shares.push_back(member.share);
      rest -= member.share;
    }
    shares.push_back(rest);
    const std::vector<Decimal> parts = apportion(amounts[i], shares, Decimal::smallest(Decimal::kFractionDigits));
    for (std::size_t m = 0; m < members.size(); ++m) direct[members[m].in] += parts[m];
    direct.back() += parts.back();
  }
  return direct;
}

ClassAmounts with_classes_below(const Classification& classification, std::vector<Decimal> direct) {
  ClassAmounts out;
  out.unclassified = direct.back();
  direct.pop_back();
  for (ClassIndex c = direct.size(); c-- > 0;) {
    if (const std::optional<ClassIndex> parent = classification.classes[c].parent) direct[*parent] += direct[c];
  }
  out.classes = std::move(direct);
  return out;
}

}  // namespace

ClassAmounts class_amounts(const Classification& classification, std::span<const Decimal> amounts) {
  return with_classes_below(classification, direct_amounts(classification, amounts));
}

ClassAmounts class_weights(const Classification& classification, std::span<const Decimal> amounts) {
  std::vector<Decimal> direct = direct_amounts(classification, amounts);
  Decimal sum;
  for (const Decimal amount : direct) sum += amount;
  if (!sum.is_zero()) direct = apportion(Decimal::from_integer(1), direct, Decimal::smallest(kWeightDigits));
  return with_classes_below(classification, std::move(direct));
}

}  // namespace ballast
