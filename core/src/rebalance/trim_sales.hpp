// Where only switches are made, sales that no purchase takes up are made smaller again.
#pragma once

#include <vector>

#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// `cash`: per account, what trades start from, <= 0 (a withdrawal that has to be raised). Accounts that share cash are
/// one. What is left is less than a step of each sale, or than what a sale may be made smaller by.
void trim_sales(const Portfolio& portfolio, const PlanRequest& request, const std::vector<Decimal>& cash,
                std::vector<Trade>& trades);

}  // namespace ballast
