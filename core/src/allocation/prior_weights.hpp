// How much each asset, and cash, would weigh if no rule said anything.
#pragma once

#include <vector>

#include "ballast/model/portfolio.hpp"
#include "ballast/policy/target_rules.hpp"

namespace ballast {

/// Assets in order, then cash; sums to 1, or is all 0 where nothing has a prior. What has no price, or does not have
/// what the prior is made of, has none.
[[nodiscard]] std::vector<double> prior_weights(const Portfolio& portfolio, const Prior& prior);

}  // namespace ballast
