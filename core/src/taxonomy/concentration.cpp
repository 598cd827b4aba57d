#include "ballast/taxonomy/concentration.hpp"

namespace ballast {
namespace {

constexpr int kShownDigits = 3;

}  // namespace

Decimal effective_number(std::span<const Decimal> amounts) {
  const Decimal sum = sum_of(amounts);
  if (sum.is_zero()) return {};
  Decimal squares;
  for (const Decimal amount : amounts) {
    const Decimal weight = divide(amount, sum, Rounding::kHalfEven);
    squares += multiply(weight, weight, Rounding::kHalfEven);
  }
  return divide(Decimal::from_integer(1), squares, Rounding::kHalfEven, kShownDigits);
}

std::optional<std::size_t> largest_amount(std::span<const Decimal> amounts) {
  std::optional<std::size_t> largest;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (amounts[i].is_zero()) continue;
    if (!largest || amounts[i] > amounts[*largest]) largest = i;
  }
  return largest;
}

std::vector<ClassIndex> top_level_classes(const Classification& classification) {
  std::vector<ClassIndex> top;
  for (ClassIndex c = 0; c < classification.classes.size(); ++c) {
    if (!classification.classes[c].parent) top.push_back(c);
  }
  return top;
}

std::vector<Decimal> top_level_amounts(const Classification& classification, const ClassAmounts& amounts) {
  std::vector<Decimal> out;
  for (const ClassIndex c : top_level_classes(classification)) out.push_back(amounts.classes[c]);
  out.push_back(amounts.unclassified);
  return out;
}

}  // namespace ballast
