// Where only switches are made, sales that no purchase takes up are made smaller again.
#pragma once

#include <span>
#include <vector>

#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// `cash`: per account, what trades start from, <= 0 (a withdrawal that has to be raised). Accounts that share cash are
/// one. What is left is less than a step of each sale, or than what a sale may be made smaller by: what is harvested is
/// sold as it is or, where no purchase takes up any of it, not at all.
void trim_sales(const Portfolio& portfolio, const PlanRequest& request, const std::vector<Decimal>& cash,
                std::span<const HarvestedSale> harvested, std::vector<Trade>& trades);

}  // namespace ballast
