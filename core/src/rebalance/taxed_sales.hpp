// What a sale adds to tax, lot by lot, as a linear program can count it.
//
// With the taxed periods of a set of rules by falling rates r_1 > r_2 > … (and r_{m+1} = 0),
//
//   tax = sum_k (r_k - r_{k+1}) U_k,   U_k = max(0, what periods 1 … k gain less all losses and the relief)
//
// the relief being losses carried and the allowance. A gain in period p counts in every U_k with k >= p, a loss in all:
// it is taken off where the rate is highest. Only where a period of a lower rate has gains beside its losses, tax may
// be more than this.
//
// For a bound, a sum of positive parts is no less than the positive part of the sum:
//
//   tax >= max(0, sum over sales of what they add if nothing is taken off - r_1 * relief)
//
// which is one U of its own, and so is no more than tax where lots of several rates are mixed. Then all losses count,
// and nothing of unknown cost is taxed.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ballast/rebalance/request.hpp"
#include "trading_problem.hpp"

namespace ballast {

/// One set of rules.
struct TaxLadder {
  std::vector<double> drops;  ///< r_k - r_{k+1}; empty where nothing is taxed
  double relief = 0;          ///< a share of T0
  double highest_rate = 0;
};

/// Lots that are sold one after the other, at the price between bid and ask.
struct SalePart {
  double width = 0;
  std::vector<double> counts;  ///< for each U_k: what a unit adds to it
  double tax = 0;              ///< of a unit, if nothing is taken off; less than 0 for a loss
};

struct TaxedSales {
  std::vector<TaxLadder> ladders;                 ///< one per set of rules
  std::vector<std::optional<std::size_t>> rules;  ///< of each account
  std::vector<std::vector<SalePart>> parts;       ///< at [account * assets + asset]; none where nothing is taxed
};

/// Of all that may be sold within the problem's bounds, in the order in which lots go; where cheaper ones come later,
/// those are mixed with what goes before them, so that tax per unit never falls. What is of unknown cost may be all
/// gain. Losses do not count where as much may have been bought within the window of wash sales.
[[nodiscard]] TaxedSales find_taxed_sales(const Portfolio& portfolio, const PlanRequest& request,
                                          const TradingProblem& problem, double total);

/// The same for a bound. `charges`: the least that a unit sold can cost, at [account * assets + asset].
[[nodiscard]] TaxedSales find_least_taxed_sales(const Portfolio& portfolio, const PlanRequest& request,
                                                const TradingProblem& problem, double total,
                                                std::span<const double> charges);

}  // namespace ballast
