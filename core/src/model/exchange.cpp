#include "ballast/model/exchange.hpp"

namespace ballast {

const Currency& currency_of(const Portfolio& portfolio, CurrencyChoice currency) {
  return currency ? portfolio.currencies[*currency].currency : portfolio.base_currency;
}

Decimal rate_of(const Portfolio& portfolio, CurrencyChoice currency) {
  return currency ? portfolio.currencies[*currency].rate : Decimal::from_integer(1);
}

Decimal in_base_currency(const Portfolio& portfolio, CurrencyChoice currency, Decimal amount) {
  return currency ? multiply(amount, rate_of(portfolio, currency), Rounding::kHalfEven) : amount;
}

Decimal from_base_currency(const Portfolio& portfolio, CurrencyChoice currency, Decimal amount, Rounding rounding) {
  return currency ? divide(amount, rate_of(portfolio, currency), rounding) : amount;
}

bool is_converted(const Account& account, const Asset& asset) { return account.currency != asset.currency; }

Decimal price_in(const Portfolio& portfolio, const Account& account, const Asset& asset) {
  if (is_converted(account, asset)) {
    return from_base_currency(portfolio, account.currency, asset.price, Rounding::kHalfEven);
  }
  return asset.currency ? asset.quote : asset.price;
}

}  // namespace ballast
