// Withdrawals that cannot be met, decided exactly.
#pragma once

#include <vector>

#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"
#include "build_problem.hpp"

namespace ballast {

/// What can be had of an account by selling everything that may be sold there.
[[nodiscard]] Decimal most_raised(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account);

/// One for each account that cannot leave its withdrawal even by selling everything that may be sold there, and one for
/// those that share cash if all of them cannot.
[[nodiscard]] std::vector<Shortfall> find_shortfalls(const Portfolio& portfolio, const PlanRequest& request,
                                                     const Opening& opening);

}  // namespace ballast
