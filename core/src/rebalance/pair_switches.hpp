// Which sale pays for which purchase, where what is sold is bought again: a broker is asked for a switch from one fund
// into another, not for two trades.
#pragma once

#include <cstddef>
#include <vector>

#include "ballast/rebalance/plan.hpp"

namespace ballast {

/// What a trade brings or costs, and what is not paired yet of it.
struct SwitchLeg {
  std::size_t trade;
  AccountIndex account;
  Decimal rest;  ///< with its fee
};
struct LegPair {
  std::size_t sold;    ///< the leg's trade
  std::size_t bought;  ///< the leg's trade
  Decimal value;       ///< > 0
};
/// The largest with the largest: within each account first, then between accounts of one purse. `purses`: of each
/// account; less than 0 where it has none with others.
[[nodiscard]] std::vector<LegPair> pair_legs(std::vector<SwitchLeg> sold, std::vector<SwitchLeg> bought,
                                             const std::vector<int>& purses);

/// Within each account first, then between accounts that share cash; the largest with the largest, so that they are
/// few.
[[nodiscard]] std::vector<Switch> pair_switches(const std::vector<Trade>& trades, const std::vector<bool>& shares);

}  // namespace ballast
