#include "ballast/taxonomy/class_parts.hpp"

#include "ballast/money/apportion.hpp"
#include "divided_amounts.hpp"

namespace ballast {

std::size_t class_parts_count(const Classification& classification) {
  std::size_t count = 0;
  for (const std::vector<ClassShare>& members : classification.members) {
    Decimal rest = Decimal::from_integer(1);
    for (const ClassShare& member : members) rest -= member.share;
    count += members.size() + (rest.is_zero() ? 0 : 1);
  }
  return count;
}

std::vector<ClassPart> class_parts(const Classification& classification, std::span<const Decimal> amounts) {
  const std::vector<DividedAmount> divided = divided_amounts(classification, amounts);
  const std::vector<Decimal> direct = direct_weights(direct_sums(classification, divided));
  std::vector<std::vector<std::size_t>> of_class(direct.size());
  for (std::size_t p = 0; p < divided.size(); ++p) {
    if (!divided[p].amount.is_zero()) of_class[divided[p].in.value_or(direct.size() - 1)].push_back(p);
  }
  std::vector<Decimal> weights(divided.size());
  std::vector<Decimal> in_class;
  for (std::size_t c = 0; c < direct.size(); ++c) {
    if (of_class[c].empty()) continue;
    in_class.clear();
    for (const std::size_t p : of_class[c]) in_class.push_back(divided[p].amount);
    const std::vector<Decimal> parts = apportion(direct[c], in_class, Decimal::smallest(kClassWeightDigits));
    for (std::size_t i = 0; i < parts.size(); ++i) weights[of_class[c][i]] = parts[i];
  }
  std::vector<ClassPart> out;
  for (std::size_t p = 0; p < divided.size(); ++p) {
    if (weights[p].is_zero()) continue;
    out.push_back({divided[p].position, divided[p].in, divided[p].share, weights[p]});
  }
  return out;
}

}  // namespace ballast
