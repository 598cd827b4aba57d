// From what is held and wanted to trades: build -> solve -> round -> verify -> explain.
#pragma once

#include "ballast/base/result.hpp"
#include "ballast/policy/policy.hpp"
#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// A verified plan. Its trades minimise chi-square drift from the request's goals, as far as `Plan::proof` says; among
/// equals those with fewer trades are preferred. A withdrawal that cannot be met is data (kInfeasible), not an error.
/// The only error is kVerificationFailed: a plan that broke a rule is never given out.
///
/// Preconditions (the document reader checks them): targets sum to 1, one per asset and one for cash; indices in range;
/// total_is_in_range(portfolio) also with the deposits added.
[[nodiscard]] Result<Plan> make_plan(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request);

}  // namespace ballast
