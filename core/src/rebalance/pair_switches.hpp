// Which sale pays for which purchase, where what is sold is bought again: a broker is asked for a switch from one fund
// into another, not for two trades.
#pragma once

#include <vector>

#include "ballast/rebalance/plan.hpp"

namespace ballast {

/// Within each account first, then between accounts that share cash; the largest with the largest, so that they are
/// few.
[[nodiscard]] std::vector<Switch> pair_switches(const std::vector<Trade>& trades, const std::vector<bool>& shares);

}  // namespace ballast
