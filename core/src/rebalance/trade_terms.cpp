#include "trade_terms.hpp"

namespace ballast {

Decimal trade_value(const Portfolio& portfolio, AssetIndex asset, Decimal quantity) {
  return multiply(quantity, portfolio.assets[asset].price, Rounding::kHalfEven,
                  portfolio.base_currency.minor_unit_digits);
}

Decimal trade_fee(const Portfolio& portfolio, AccountIndex account, Decimal value) {
  const Fees& fees = portfolio.accounts[account].fees;
  const Decimal exact = multiply(fees.proportional, value, Rounding::kUp) + fees.fixed;
  return portfolio.base_currency.round(exact, Rounding::kUp);
}

bool is_worth_trading(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account, Decimal value) {
  return value >= request.minimum_trade_value && value > trade_fee(portfolio, account, value);
}

bool is_worth_trading(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account, AssetIndex asset,
                      Decimal quantity) {
  return is_worth_trading(portfolio, request, account, trade_value(portfolio, asset, quantity));
}

std::optional<Decimal> least_worth_trading(const Portfolio& portfolio, AccountIndex account, Decimal most) {
  const Decimal minor = portfolio.base_currency.minor_unit();
  const auto is_worth = [&](Decimal value) { return value > trade_fee(portfolio, account, value); };
  // The more is traded the more is left of it after the fee, so the first value that is worth it can be closed in on.
  // All in whole minor units, or the halving would never end.
  most = portfolio.base_currency.round(most, Rounding::kDown);
  if (!is_worth(most)) return std::nullopt;
  Decimal too_small;
  Decimal enough = most;
  while (enough - too_small > minor) {
    const Decimal half = too_small + divide(enough - too_small, Decimal::from_integer(2), Rounding::kDown);
    const Decimal middle = portfolio.base_currency.round(half, Rounding::kDown);
    (is_worth(middle) ? enough : too_small) = middle;
  }
  return enough;
}

std::vector<bool> places_to_buy(const Portfolio& portfolio) {
  const std::size_t n = portfolio.assets.size();
  std::vector<bool> listed(n);
  std::vector<bool> pairs(n * portfolio.accounts.size());
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    for (const Holding& holding : portfolio.accounts[a].holdings) {
      listed[holding.asset] = true;
      pairs[a * n + holding.asset] = true;
    }
  }
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
    if (!listed[pair % n]) pairs[pair] = true;
  }
  return pairs;
}

Decimal sellable_quantity(const Asset& asset, const Holding& holding) {
  return round_to_multiple(holding.quantity - holding.locked_quantity, asset.quantity_step, Rounding::kDown);
}

}  // namespace ballast
