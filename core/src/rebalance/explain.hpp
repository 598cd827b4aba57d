// Why each trade is there, why an asset has none, and why cash stays: codes and parameters; the words are in the
// message table.
#pragma once

#include <span>
#include <vector>

#include "ballast/policy/policy.hpp"
#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"
#include "build_problem.hpp"

namespace ballast {

struct Situation {
  const Portfolio& portfolio;
  const Policy& policy;
  const PlanRequest& request;
  const Opening& opening;
  std::span<const Decimal> goals;  ///< weights, assets then cash; empty where nothing was aimed at
  std::vector<bool> places;        ///< places_to_buy(portfolio)
};

[[nodiscard]] Reason explain_trade(const Situation& situation, const Plan& plan, const Trade& trade);

/// Why each of the lots that a sale takes.
[[nodiscard]] std::vector<Reason> explain_lots(const Situation& situation, const Trade& trade);

/// Every asset that no trade is about.
[[nodiscard]] std::vector<SkippedAsset> explain_skipped(const Situation& situation, const Plan& plan);

/// Every account that is left with cash.
[[nodiscard]] std::vector<LeftOver> explain_left_over(const Situation& situation, const Plan& plan);

}  // namespace ballast
