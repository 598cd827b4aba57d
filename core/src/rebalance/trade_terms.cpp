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

Decimal sellable_quantity(const Asset& asset, const Holding& holding) {
  return round_to_multiple(holding.quantity - holding.locked_quantity, asset.quantity_step, Rounding::kDown);
}

}  // namespace ballast
