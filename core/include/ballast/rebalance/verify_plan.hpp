// The second opinion: recalculates everything a plan says from the portfolio and its trades, in exact decimals. Shares
// no code with the solver, and none of its numbers.
#pragma once

#include <optional>
#include <string>

#include "ballast/policy/policy.hpp"
#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// The name of the first rule that the plan breaks, or nothing.
[[nodiscard]] std::optional<std::string> find_broken_rule(const Portfolio& portfolio, const Policy& policy,
                                                          const PlanRequest& request, const Plan& plan);

}  // namespace ballast
