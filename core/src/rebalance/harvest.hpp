// Which losses a plan takes to save tax.
//
//   saved(q)   sum over the lots of a sale of q:  rate of its period * (cost - proceeds), gains less than 0,
//              without losses that do not count because of what was bought lately
//   gained(q)  saved(q) - fee(q) - half the spread of q, half-even to minor units
//
// Proceeds are what the sale brings after its fee, by quantity. q goes over the ends of the lots, in the order in which
// they are sold, up to what may be sold and down to whole steps; the q that gains most counts, of equals the smallest,
// and only one that gains anything. Of all q it gains most where fees are proportional, no minimum forbids the end of a
// lot, and no gain is taken for what was bought lately to go: between the ends of two lots all of a sale is alike.
//
// Each holding by itself: what others sell of what was bought lately only lets more of a loss count.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"
#include "trading_problem.hpp"

namespace ballast {

/// By account, then asset; none where the request does not ask for it. With a budget for gains only what uses none of
/// it.
[[nodiscard]] std::vector<HarvestedSale> find_harvest(const Portfolio& portfolio, const PlanRequest& request);

struct LossLater {
  Date from;     ///< the first day on which none of what was bought lately is in the window any more
  int days = 0;  ///< of the window
};
/// Per asset: where a holding of it would be sold for its loss if nothing had been bought lately, and is not.
[[nodiscard]] std::vector<std::optional<LossLater>> losses_that_count_later(const Portfolio& portfolio,
                                                                            const PlanRequest& request);

/// Bounds of trades: what is harvested is sold at least, and bought nowhere.
void demand_harvest(const Portfolio& portfolio, std::span<const HarvestedSale> harvested, double total,
                    TradingProblem& problem);

/// Nothing but what is harvested.
[[nodiscard]] Trades only_harvest(const Portfolio& portfolio, std::span<const HarvestedSale> harvested, double total);

/// Of assets and cash, when the harvested sales are made and before anything else is.
[[nodiscard]] std::vector<Decimal> values_after_harvest(const Portfolio& portfolio,
                                                        std::span<const HarvestedSale> harvested,
                                                        std::vector<Decimal> values);

/// Whether the trades sell as much as this.
[[nodiscard]] bool is_sold(const HarvestedSale& sale, const std::vector<Trade>& trades);

}  // namespace ballast
