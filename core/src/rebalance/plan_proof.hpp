// How good a plan is: how far from what was aimed at, what it costs, and what is proven of both.
#pragma once

#include <vector>

#include "ballast/model/portfolio.hpp"
#include "ballast/policy/policy.hpp"
#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"
#include "plan_search.hpp"

namespace ballast {

/// Chi-square distance from the goals (assets, then cash) after the plan.
[[nodiscard]] Decimal distance_after(const Policy& policy, const Plan& plan, const std::vector<Decimal>& goals);

/// The distance, calculated anew in exact decimals, against the bound that the search proved. `total`: T0.
[[nodiscard]] Proof prove(const Currency& currency, const Policy& policy, const Plan& plan,
                          const std::vector<Decimal>& goals, const SearchResult& found, Decimal total);

/// Optimal where the gap is none that a person could tell.
[[nodiscard]] PlanStatus status_of(const Proof& proof);

/// Half the spread of every trade, and what changing money costs, in whole minor units of the base currency.
[[nodiscard]] Decimal spreads_paid(const Portfolio& portfolio, const Plan& plan);

/// Spreads and fees, with the goal least_tax tax too, in minor units of the base currency.
[[nodiscard]] Decimal costs_by_goal(const Portfolio& portfolio, PlanRequest::Goal goal, const Plan& plan);

/// `least_costs`: what no plan that brings everything inside its bands can go below, a share of `total`. It says
/// nothing of a plan that does not.
[[nodiscard]] CostProof prove_costs(const Portfolio& portfolio, const Policy& policy, PlanRequest::Goal goal,
                                    const Plan& plan, double least_costs, Decimal total);

}  // namespace ballast
