// Makes one plan: opens the books, searches, settles in minor units, explains, and has it verified.
#pragma once

#include <vector>

#include "ballast/base/result.hpp"
#include "ballast/model/portfolio.hpp"
#include "ballast/policy/policy.hpp"
#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// With these losses taken. An error only where the verifier refuses what was made.
[[nodiscard]] Result<Plan> plan_with_losses(const Portfolio& portfolio, const Policy& policy,
                                            const PlanRequest& request, std::vector<HarvestedSale> harvested);

}  // namespace ballast
