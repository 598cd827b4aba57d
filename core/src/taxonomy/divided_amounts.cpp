#include "divided_amounts.hpp"

#include "ballast/money/apportion.hpp"

namespace ballast {

std::vector<DividedAmount> divided_amounts(const Classification& classification, std::span<const Decimal> amounts) {
  std::vector<DividedAmount> out;
  out.reserve(amounts.size());
  std::vector<Decimal> shares;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const std::size_t first = out.size();
    Decimal rest = kOne;
    shares.clear();
    for (const ClassShare& member : classification.members[i]) {
      out.push_back({i, member.in, member.share, {}});
      shares.push_back(member.share);
      rest -= member.share;
    }
    if (!rest.is_zero()) {
      out.push_back({i, std::nullopt, rest, {}});
      shares.push_back(rest);
    }
    if (shares.size() == 1) {  // most assets lie wholly in one class, or in none
      out.back().amount = amounts[i];
      continue;
    }
    const std::vector<Decimal> parts = apportion(amounts[i], shares, Decimal::smallest(Decimal::kFractionDigits));
    for (std::size_t p = 0; p < parts.size(); ++p) out[first + p].amount = parts[p];
  }
  return out;
}

std::vector<Decimal> direct_sums(const Classification& classification, std::span<const DividedAmount> parts) {
  std::vector<Decimal> sums(classification.classes.size() + 1);
  for (const DividedAmount& part : parts) sums[part.in.value_or(classification.classes.size())] += part.amount;
  return sums;
}

std::vector<Decimal> direct_weights(std::span<const Decimal> sums) {
  const Decimal whole = sum_of(sums);
  if (whole.is_zero()) return {sums.begin(), sums.end()};
  return apportion(Decimal::from_integer(1), sums, Decimal::smallest(kClassWeightDigits));
}

}  // namespace ballast
