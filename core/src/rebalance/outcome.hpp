// What trades lead to: ledgers, positions, drift, lots and gains.
#pragma once

#include "ballast/model/portfolio.hpp"
#include "ballast/policy/policy.hpp"
#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// Fills in everything of `plan` that follows from its flows, transfers and trades.
void describe_outcome(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request, Plan& plan);

/// Assets, cash and classes that are outside their bands afterwards.
[[nodiscard]] std::size_t count_outside(const Policy& policy, const Plan& plan);

}  // namespace ballast
