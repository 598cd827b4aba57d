#include "trade_terms.hpp"

#include <algorithm>

#include "ballast/model/exchange.hpp"

namespace ballast {

Decimal execution_price(const Portfolio& portfolio, AccountIndex account, AssetIndex asset, Side side) {
  const Account& here = portfolio.accounts[account];
  const Asset& traded = portfolio.assets[asset];
  const Decimal price = price_in(portfolio, here, traded);
  Decimal margin;
  if (!traded.spread.is_zero()) {
    margin = divide(multiply(price, traded.spread, Rounding::kHalfEven), Decimal::from_integer(2), Rounding::kHalfEven);
  }
  if (is_converted(here, traded)) margin += multiply(price, here.conversion_cost, Rounding::kHalfEven);
  return side == Side::kBuy ? price + margin : price - margin;
}

bool has_price(const Portfolio& portfolio, AccountIndex account, AssetIndex asset) {
  return !price_in(portfolio, portfolio.accounts[account], portfolio.assets[asset]).is_zero();
}

Decimal trade_value(const Portfolio& portfolio, AccountIndex account, AssetIndex asset, Side side, Decimal quantity) {
  return multiply(quantity, execution_price(portfolio, account, asset, side), Rounding::kHalfEven,
                  currency_of(portfolio, portfolio.accounts[account].currency).minor_unit_digits);
}

Decimal trade_fee(const Portfolio& portfolio, AccountIndex account, Decimal value) {
  const Account& here = portfolio.accounts[account];
  return currency_of(portfolio, here.currency).round(unrounded_fee(here.fees, value), Rounding::kUp);
}

Decimal minimum_value(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account) {
  const Account& here = portfolio.accounts[account];
  const Decimal asked = from_base_currency(portfolio, here.currency, request.minimum_trade_value, Rounding::kUp);
  // What is settled is whole minor units: between two of them lies no value.
  return currency_of(portfolio, here.currency).round(std::max(asked, here.minimum_trade_value), Rounding::kUp);
}

bool is_worth_trading(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account, Decimal value) {
  return value >= minimum_value(portfolio, request, account) && value > trade_fee(portfolio, account, value);
}

std::optional<Decimal> least_worth_trading(const Portfolio& portfolio, AccountIndex account, Decimal most) {
  const Currency& currency = currency_of(portfolio, portfolio.accounts[account].currency);
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
  const Currency& currency = currency_of(portfolio, portfolio.accounts[account].currency);
  Decimal value = currency.round(net, Rounding::kUp);
  for (int round = 0; round < kRounds; ++round) {
    const Decimal missing = net - (value - trade_fee(portfolio, account, value));
    if (missing.sign() <= 0) break;
    value += currency.round(missing, Rounding::kUp);
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
  const Account& here = portfolio.accounts[account];
  const Decimal price = execution_price(portfolio, account, asset, Side::kSell);
  return {here.tax_rules ? &portfolio.tax_rules[*here.tax_rules] : nullptr,
          in_base_currency(portfolio, here.currency, price), request.date.value_or(Date())};
}

Decimal sellable_quantity(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account,
                          const Holding& holding) {
  const Asset& asset = portfolio.assets[holding.asset];
  const bool allowed = request.directions != PlanRequest::Directions::kBuyOnly && asset.may_sell && holding.may_sell;
  if (!allowed || asset.price.is_zero() || !has_price(portfolio, account, holding.asset)) return {};
  Decimal free = holding.quantity - quantity_locked(holding, request);
  if (request.gains == PlanRequest::Gains::kNone) {
    free = std::min(free, quantity_without_gain(holding, lot_sale_terms(portfolio, request, account, holding.asset)));
  }
  return round_to_multiple(free, asset.quantity_step, Rounding::kDown);
}

}  // namespace ballast
