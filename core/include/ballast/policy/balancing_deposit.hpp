// How much money brings everything to its target by buying alone:
//
//   max_i v_i / t_i  -  sum_i v_i       over the assets that are worth something
//
// v values of assets, then cash; t targets. With the whole at max v_i / t_i the asset furthest above its target is just
// on it, and everything else, cash included, is on or below. Fees, steps and what may not be bought are left aside.
#pragma once

#include <optional>
#include <span>

#include "ballast/money/currency.hpp"
#include "ballast/policy/policy.hpp"

namespace ballast {

/// Rounded up to minor units; 0 where the cash there is will do. Nothing where something without a target is held,
/// which no deposit makes disappear, or where the sum would be out of range.
[[nodiscard]] std::optional<Decimal> balancing_deposit(const Policy& policy, std::span<const Decimal> values,
                                                       const Currency& currency);

}  // namespace ballast
