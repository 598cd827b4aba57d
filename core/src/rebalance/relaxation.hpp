// All accounts together, trades continuous: block descent over accounts, each block solved exactly by the separable
// core. The objective is smooth and convex in the sums over accounts and the constraints of accounts are separate, so
// the descent ends at the optimum (P. Tseng 2001); how close it came is not assumed but proven by drift_lower_bound.
#pragma once

#include "trading_problem.hpp"

namespace ballast {

struct Relaxation {
  Trades trades;
  bool feasible = true;   ///< false: some account, or all that share, cannot raise what they need within their bounds
  double cash_price = 0;  ///< of shared cash: by how much a unit more of it would lower D / 2
};

/// `shift` is added to every goal times its divisor: the mean marginal of the last solution, by which the objective of
/// a fixed total follows the one whose total pays the fees. `total` is T / T0. Starts from `start` if it is not empty.
[[nodiscard]] Relaxation relax(const TradingProblem& problem, double total, double shift, Trades start, int sweeps);

/// The same with T and the shift brought into agreement with the fees of the solution.
[[nodiscard]] Relaxation relax_with_fees(const TradingProblem& problem, int sweeps);

}  // namespace ballast
