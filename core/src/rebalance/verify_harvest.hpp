// Whether the losses that were asked for are taken: formed anew from the rules, for the verifier.
#pragma once

#include "ballast/model/portfolio.hpp"
#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// What is said to be harvested is sold and bought nowhere, and saves as much as is said; and no sale that ends with a
/// lot would gain more by a minor unit. Where only switches are made a holding may go without: not everything finds
/// one.
[[nodiscard]] bool harvest_is_right(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan);

}  // namespace ballast
