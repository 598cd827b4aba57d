#include "ballast/policy/notices.hpp"

#include <cstddef>

#include "ballast/model/valuation.hpp"

namespace ballast {

std::vector<Notice> find_notices(const Portfolio& portfolio, const Policy& policy) {
  std::vector<Notice> notices;
  const std::vector<Decimal> quantities = asset_quantities(portfolio);
  const std::vector<Decimal> values = asset_and_cash_values(portfolio);

  bool any_value = values.back().sign() > 0;
  bool any_target = false;
  for (std::size_t i = 0; i < portfolio.assets.size(); ++i) {
    const Asset& asset = portfolio.assets[i];
    const std::string pointer = "/assets/" + std::to_string(i);
    any_value = any_value || values[i].sign() > 0;
    any_target = any_target || policy.targets[i].weight.sign() > 0;
    if (quantities[i].is_zero()) continue;
    if (asset.price.is_zero()) {
      notices.push_back({ReasonCode::kHeldWithoutPrice, {{"symbol", asset.symbol}}, pointer});
    } else if (policy.targets[i].weight.is_zero()) {
      notices.push_back({ReasonCode::kHeldWithoutTarget, {{"symbol", asset.symbol}}, pointer});
    }
  }
  if (!any_value) notices.push_back({ReasonCode::kNothingHeld, {}, "/accounts"});
  if (!any_target) notices.push_back({ReasonCode::kNoTargets, {}, "/policy/targets"});
  return notices;
}

}  // namespace ballast
