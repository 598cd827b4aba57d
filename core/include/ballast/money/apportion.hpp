// Dividing an amount so that the parts sum to it exactly.
//
// Largest remainder (Hamilton's method): part_i = floor(amount * weight_i / sum(weights)) in whole quanta; the quanta
// left over go one each to the largest remainders, ties by order. Remainders are compared exactly.
#pragma once

#include <span>
#include <vector>

#include "ballast/money/decimal.hpp"

namespace ballast {

/// Parts in order of `weights`, each a multiple of `quantum`, summing to `amount`, each less than one quantum from its
/// exact share. Preconditions: quantum > 0; amount >= 0 is a multiple of quantum; weights >= 0. Where all weights are
/// 0 the result is all 0 if amount is 0, and otherwise the first part gets everything.
[[nodiscard]] std::vector<Decimal> apportion(Decimal amount, std::span<const Decimal> weights, Decimal quantum);

}  // namespace ballast
