// Where bands decide: the trades that bring everything inside its band for the least tax, spreads and fees.
//
// A linear program (cost_program.hpp) chooses what is traded in which account. What a unit of a trade costs is taken
// from the sizes it chose, a few times over, as fees may have fixed parts; then trades in felt steps, or below a
// minimum, go to a permitted size one after the other, each to the cheaper one of its two neighbours with which the
// rest still finds its way.
#pragma once

#include <optional>
#include <vector>

#include "band_limits.hpp"
#include "taxed_sales.hpp"
#include "trading_problem.hpp"

namespace ballast {

struct LeastCost {
  std::vector<double> goals;  ///< the weights they lead to, assets then cash; their sum is 1
  Trades trades;
};

/// Nothing where bands cannot all be kept, no permitted sizes are found, or there are more than 3,000 pairs of account
/// and asset.
[[nodiscard]] std::optional<LeastCost> find_least_cost(const BandLimits& limits, const TradingProblem& problem,
                                                       const TaxedSales& taxed);

}  // namespace ballast
