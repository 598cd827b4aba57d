// What no plan that brings everything inside its bands can go below in tax, spreads and fees.
//
// The linear program of cost_program.hpp with what each trade costs at least per unit of any size, without steps, fixed
// parts and minimums, and with as much tax as there is at least (taxed_sales.hpp). Its dual is a bound whatever solved
// it. What has neither a band nor a class with one goes no further than a step past its target.
#pragma once

#include <vector>

#include "band_limits.hpp"
#include "taxed_sales.hpp"
#include "trading_problem.hpp"

namespace ballast {

/// The least that a unit can cost, spread and fee, at [account * assets + asset].
struct UnitCharges {
  std::vector<double> sold;
  std::vector<double> bought;
};
[[nodiscard]] UnitCharges least_unit_charges(const TradingProblem& problem);

/// A share of T0, before amounts are rounded to minor units; 0 where nothing is known. `taxed` as for a bound.
[[nodiscard]] double least_costs(const BandLimits& limits, const TradingProblem& problem, const UnitCharges& charges,
                                 const TaxedSales& taxed);

}  // namespace ballast
