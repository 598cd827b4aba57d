// Where a plan that only mends broken bands should lead.
//
// What is outside its band goes to its destination (target, half-way, or the band's edge). The sum of those moves is
// balanced by others in one direction only, so that nothing is traded needlessly: an excess of cash is placed, a need
// of cash is met, by Mao's rule and its mirror image, never beyond a target.
#pragma once

#include <span>
#include <vector>

#include "ballast/policy/drift.hpp"
#include "ballast/policy/policy.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

struct BandGoals {
  bool any_outside = false;
  std::vector<double> weights;  ///< assets then cash, summing to what the present weights sum to
};

/// `values`: assets then cash, after deposits and withdrawals; their sum is > 0.
[[nodiscard]] BandGoals find_band_goals(const Policy& policy, std::span<const Decimal> values,
                                        PlanRequest::Destination destination);

}  // namespace ballast
