// What lies in each class. Every asset's value is divided among its classes by largest remainder at 18 decimals, so
// that look-through sums exactly: the classes named and what is unclassified give the whole, to the last digit.
#pragma once

#include <span>
#include <vector>

#include "ballast/taxonomy/classification.hpp"

namespace ballast {

/// Amounts of one classification: values in the base currency, or weights.
struct ClassAmounts {
  std::vector<Decimal> classes;  ///< of each class with all below it
  Decimal unclassified;
};

/// `amounts`: of the assets in order, then cash; >= 0. The top-level classes and `unclassified` sum to exactly their
/// sum.
[[nodiscard]] ClassAmounts class_amounts(const Classification& classification, std::span<const Decimal> amounts);

/// The weights of those amounts in a whole of `sum(amounts)`: 12 decimals, largest remainder over all parts named
/// directly, so that top-level classes and `unclassified` sum to exactly 1, or all are 0.
[[nodiscard]] ClassAmounts class_weights(const Classification& classification, std::span<const Decimal> amounts);

}  // namespace ballast
