// Bounds that no plan can beat, proven from any trades whatsoever, good or bad. The larger of two:
//
// The tangent. For a convex D, D(x) >= D(y) + grad D(y) . (x - y) for every x; the right side is smallest at a corner
// of what is allowed, which a fractional knapsack per account finds (M. Frank, P. Wolfe 1956). At the optimum of
// continuous trades the bound meets D.
//
// Prices for cash. With the cash of each account, and of all, free but at a price, the assets come apart, and each is
// minimised over its own whole steps (H. Everett 1963; A. Geoffrion 1974). Any prices prove a bound; those of the
// knapsacks are nearly the best. Shared cash has a price of its own in both: whatever it is, the bound holds.
#pragma once

#include "trading_problem.hpp"

namespace ballast {

/// What doubles may have added to a bound, as a share of the sum of what it was added up from.
inline constexpr double kBoundRounding = 1e-14;

/// A problem without fees that contains, in weights, every plan of another whose total after fees is from `least_total`
/// to `most_total` (shares of its T0).
struct WideProblem {
  TradingProblem problem;
  double least_total = 1;
  double most_total = 1;
  std::vector<double> first;  ///< v_i of the other problem: where whole steps count from, as shares of its T0
};

/// 0 < least_total <= most_total <= 1. Bounds and cash are widened to what they can be of such a total, and one more
/// account may add to any asset what a smaller total would.
[[nodiscard]] WideProblem widen_for_fees(const TradingProblem& problem, double least_total, double most_total);

/// Lower bound of D over all plans of `wide`, fees aside; +infinity where an account cannot raise what it needs.
/// `point` is where the tangent is laid; `cash_price` >= 0 is that of shared cash, as `Relaxation` has it.
[[nodiscard]] double drift_lower_bound(const WideProblem& wide, const Trades& point, double cash_price);

}  // namespace ballast
