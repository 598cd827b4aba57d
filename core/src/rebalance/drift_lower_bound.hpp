// Bounds that no plan can beat, proven from any trades whatsoever, good or bad.
//
// For a convex D, D(x) >= D(y) + grad D(y) . (x - y) for every x; the right side is smallest at a corner of what is
// allowed, which a fractional knapsack per account finds (M. Frank, P. Wolfe 1956). At the optimum the bound meets D.
#pragma once

#include "trading_problem.hpp"

namespace ballast {

/// Lower bound of D over continuous trades within the bounds and the cash of each account, without fees; +infinity
/// where an account cannot raise what it needs. `point` is where the tangent is laid.
[[nodiscard]] double drift_lower_bound(const TradingProblem& problem, const Trades& point);

/// A problem without fees that contains, in weights, every plan of `problem` whose total after fees is from
/// `least_total` to `most_total` (shares of T0, 0 < least <= most <= 1): bounds and cash are widened to what they can
/// be of such a total, and one more account may add to any asset what a smaller total would.
[[nodiscard]] TradingProblem widen_for_fees(const TradingProblem& problem, double least_total, double most_total);

}  // namespace ballast
