// The whole search: relax, round, and where that leaves a gap, branch and bound on whole steps, minimum trades and
// charges.
#pragma once

#include <cstddef>

#include "trading_problem.hpp"

namespace ballast {

struct SearchResult {
  Trades trades;
  double lower_bound = 0;  ///< of drift, over every plan that keeps the rules and pays at most `cost_limit`
  double cost_limit = 0;   ///< share of T0: twice what this plan or the continuous optimum pays
  std::size_t nodes = 0;   ///< of the tree that were looked at
};

/// The bound reaches at least to plans that pay `costs`, a share of T0. Deterministic: the tree ends after a number of
/// nodes that depends on the size of the problem, never on a clock.
[[nodiscard]] SearchResult search_plan(const TradingProblem& problem, double costs = 0);

}  // namespace ballast
