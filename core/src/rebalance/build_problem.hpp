// From the exact into the floating world: the first of the two places where they meet.
#pragma once

#include <span>
#include <vector>

#include "ballast/policy/policy.hpp"
#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"
#include "place_cash.hpp"
#include "trading_problem.hpp"

namespace ballast {

/// The state a plan starts from: deposits made, withdrawals not yet covered.
struct Opening {
  /// Per account, what trades may use; negative where a withdrawal must first be raised.
  std::vector<Decimal> cash;
  std::vector<Decimal> values;  ///< assets, then all cash, the free flow too
  Decimal total;
};
/// With the request's own flows.
[[nodiscard]] Opening open_books(const Portfolio& portfolio, const PlanRequest& request);
/// With all flows and transfers.
[[nodiscard]] Opening open_books(const Portfolio& portfolio, const PlanRequest& request, const Placement& placement);

/// Precondition: opening.total > 0.
struct BuiltProblem {
  TradingProblem problem;
  std::vector<Decimal> goals;  ///< what the plan aims at: assets then cash
  bool nothing_to_do = false;  ///< only bands decide, none is broken, and nothing is harvested
  /// Where costs decide: what no plan that brings everything inside its bands can go below, a share of opening.total.
  double least_costs = 0;
};
/// Whether tax, spreads and fees say which trades bring everything inside its bands, and how far.
[[nodiscard]] bool costs_decide(const PlanRequest& request);

/// With what is harvested as bounds; bands are those of what there is once it is sold.
[[nodiscard]] BuiltProblem build_problem(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request,
                                         const Opening& opening, std::span<const HarvestedSale> harvested);

}  // namespace ballast
