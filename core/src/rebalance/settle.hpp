// From the floating back into the exact world: the second of the two places where they meet. Shares of the total become
// quantities in whole steps, values in whole minor units, and cash that never goes below zero.
#pragma once

#include <vector>

#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"
#include "build_problem.hpp"
#include "trading_problem.hpp"

namespace ballast {

/// Trades of all accounts, by account, sells first, then by asset; reasons are not yet given. Preconditions: each
/// account can raise what it needs (find_shortfalls is empty).
[[nodiscard]] std::vector<Trade> settle(const Portfolio& portfolio, const PlanRequest& request, const Opening& opening,
                                        const TradingProblem& problem, const Trades& trades,
                                        std::span<const HarvestedSale> harvested);

}  // namespace ballast
