// Which lots the sales of a plan take, what is gained by them, and the tax on it.
#pragma once

#include <vector>

#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// Fills in what each sale takes.
void take_lots(const Portfolio& portfolio, const PlanRequest& request, std::vector<Trade>& trades);

/// What trades whose lots are known realise, one estimate per set of rules.
[[nodiscard]] RealisedGains realise_gains(const Portfolio& portfolio, const PlanRequest& request,
                                          const std::vector<Trade>& trades);

}  // namespace ballast
