#include "trade_terms.hpp"

#include <algorithm>

namespace ballast {

Decimal execution_price(const Asset& asset, Side side) {
  if (asset.spread.is_zero()) return asset.price;
  const Decimal half =
      divide(multiply(asset.price, asset.spread, Rounding::kHalfEven), Decimal::from_integer(2), Rounding::kHalfEven);
  return side == Side::kBuy ? asset.price + half : asset.price - half;
}

Decimal trade_value(const Portfolio& portfolio, AssetIndex asset, Side side, Decimal quantity) {
  return multiply(quantity, execution_price(portfolio.assets[asset], side), Rounding::kHalfEven,
                  portfolio.base_currency.minor_unit_digits);
}

Decimal trade_fee(const Portfolio& portfolio, AccountIndex account, Decimal value) {
  return portfolio.base_currency.round(unrounded_fee(portfolio.accounts[account].fees, value), Rounding::kUp);
}

Decimal minimum_value(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account) {
  return std::max(request.minimum_trade_value, portfolio.accounts[account].minimum_trade_value);
}

bool is_worth_trading(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account, Decimal value) {
  return value >= minimum_value(portfolio, request, account) && value > trade_fee(portfolio, account, value);
}

std::optional<Decimal> least_worth_trading(const Portfolio& portfolio, AccountIndex account, Decimal most) {
  const Currency& currency = portfolio.base_currency;
  const Decimal minor = currency.minor_unit();
  const auto is_worth = [&](Decimal value) { return value > trade_fee(portfolio, account, value); };
  const std::vector<FeeTier>& tiers = portfolio.accounts[account].fees.tiers;
  // All in whole minor units, or the halving would never end.
  most = currency.round(most, Rounding::kDown);
  Decimal too_small;
  for (std::size_t tier = 0; tier <= tiers.size(); ++tier) {
    // Inside a tier the more is traded the more is left of it after the fee: the first value that is worth it can be
    // closed in on.
    Decimal enough = most;
    if (tier < tiers.size()) enough = std::min(most, currency.round(tiers[tier].from, Rounding::kUp) - minor);
    if (tier > 0) {
      const Decimal first = currency.round(tiers[tier - 1].from, Rounding::kUp);
      if (first > most) break;
      if (is_worth(first)) return first;
      too_small = first;
    }
    if (!is_worth(enough)) continue;
    while (enough - too_small > minor) {
      const Decimal half = too_small + divide(enough - too_small, Decimal::from_integer(2), Rounding::kDown);
      const Decimal middle = currency.round(half, Rounding::kDown);
      (is_worth(middle) ? enough : too_small) = middle;
    }
    return enough;
  }
  return std::nullopt;
}

Decimal value_before_fee(const Portfolio& portfolio, AccountIndex account, Decimal net) {
  constexpr int kRounds = 60;  // each shrinks what is missing to the fee's rate of it
  Decimal value = portfolio.base_currency.round(net, Rounding::kUp);
  for (int round = 0; round < kRounds; ++round) {
    const Decimal missing = net - (value - trade_fee(portfolio, account, value));
    if (missing.sign() <= 0) break;
    value += portfolio.base_currency.round(missing, Rounding::kUp);
  }
  return value;
}

std::vector<bool> places_to_buy(const Portfolio& portfolio) {
  const std::size_t n = portfolio.assets.size();
  std::vector<bool> listed(n);
  std::vector<bool> pairs(n * portfolio.accounts.size());
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    for (const Holding& holding : portfolio.accounts[a].holdings) {
      listed[holding.asset] = true;
      pairs[a * n + holding.asset] = holding.may_buy;
    }
  }
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
    if (!listed[pair % n]) pairs[pair] = true;
  }
  return pairs;
}

Decimal quantity_locked(const Holding& holding, const PlanRequest& request) {
  Decimal locked = holding.locked_quantity;
  for (const Lock& lock : holding.locks) {
    if (!request.date || *request.date < lock.until) locked += lock.quantity;
  }
  return locked;
}

LotSaleTerms lot_sale_terms(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account,
                            AssetIndex asset) {
  const std::optional<std::size_t> rules = portfolio.accounts[account].tax_rules;
  return {rules ? &portfolio.tax_rules[*rules] : nullptr, execution_price(portfolio.assets[asset], Side::kSell),
          request.date.value_or(Date())};
}

Decimal sellable_quantity(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account,
                          const Holding& holding) {
  const Asset& asset = portfolio.assets[holding.asset];
  const bool allowed = request.directions != PlanRequest::Directions::kBuyOnly && asset.may_sell && holding.may_sell;
  if (!allowed || asset.price.is_zero()) return {};
  Decimal free = holding.quantity - quantity_locked(holding, request);
  if (request.gains == PlanRequest::Gains::kNone) {
    free = std::min(free, quantity_without_gain(holding, lot_sale_terms(portfolio, request, account, holding.asset)));
  }
  return round_to_multiple(free, asset.quantity_step, Rounding::kDown);
}

}  // namespace ballast
