#include "ballast/taxonomy/class_values.hpp"

#include <utility>

#include "divided_amounts.hpp"

namespace ballast {
namespace {

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
  return with_classes_below(classification, direct_sums(classification, divided_amounts(classification, amounts)));
}

ClassAmounts class_weights(const Classification& classification, std::span<const Decimal> amounts) {
  const std::vector<Decimal> sums = direct_sums(classification, divided_amounts(classification, amounts));
  return with_classes_below(classification, direct_weights(sums));
}

}  // namespace ballast
