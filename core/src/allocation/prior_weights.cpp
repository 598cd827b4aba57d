#include "prior_weights.hpp"

#include <cmath>

#include "ballast/model/valuation.hpp"

namespace ballast {
namespace {

double of_asset(const Asset& asset, Prior::Kind kind) {
  switch (kind) {
    case Prior::Kind::kMarketCap:
      return asset.market_cap.value_or(Decimal()).to_double();
    case Prior::Kind::kSquareRootMarketCap:
      return std::sqrt(asset.market_cap.value_or(Decimal()).to_double());
    case Prior::Kind::kEqual:
      return 1;
    case Prior::Kind::kInverseVolatility:
      return asset.annual_volatility ? 1 / asset.annual_volatility->to_double() : 0;
    case Prior::Kind::kCurrent:
    case Prior::Kind::kGiven:
      break;
  }
  return 0;
}

}  // namespace

std::vector<double> prior_weights(const Portfolio& portfolio, const Prior& prior) {
  const std::size_t assets = portfolio.assets.size();
  std::vector<double> weights(assets + 1);
  if (prior.kind == Prior::Kind::kCurrent || prior.kind == Prior::Kind::kGiven) {
    const std::vector<Decimal> listed =
        prior.kind == Prior::Kind::kCurrent ? asset_and_cash_values(portfolio) : prior.given;
    for (std::size_t i = 0; i <= assets; ++i) weights[i] = listed[i].to_double();
  } else {
    for (std::size_t i = 0; i < assets; ++i) weights[i] = of_asset(portfolio.assets[i], prior.kind);
  }
  double sum = 0;
  for (std::size_t i = 0; i < assets; ++i) {
    if (portfolio.assets[i].price.is_zero()) weights[i] = 0;
  }
  for (const double weight : weights) sum += weight;
  if (sum > 0) {
    for (double& weight : weights) weight /= sum;
  }
  return weights;
}

}  // namespace ballast
