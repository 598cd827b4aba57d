#include "ballast/model/valuation.hpp"

#include <algorithm>

#include "ballast/model/exchange.hpp"

namespace ballast {

Decimal holding_value(const Portfolio& portfolio, const Holding& holding) {
  return multiply(holding.quantity, portfolio.assets[holding.asset].price, Rounding::kHalfEven);
}

Decimal account_value(const Portfolio& portfolio, const Account& account) {
  Decimal value = in_base_currency(portfolio, account.currency, account.cash);
  for (const Holding& holding : account.holdings) value += holding_value(portfolio, holding);
  return value;
}

std::vector<Decimal> asset_quantities(const Portfolio& portfolio) {
  std::vector<Decimal> quantities(portfolio.assets.size());
  for (const Account& account : portfolio.accounts) {
    for (const Holding& holding : account.holdings) quantities[holding.asset] += holding.quantity;
  }
  return quantities;
}

std::vector<Decimal> asset_and_cash_values(const Portfolio& portfolio) {
  std::vector<Decimal> values(portfolio.assets.size() + 1);
  for (const Account& account : portfolio.accounts) {
    for (const Holding& holding : account.holdings) values[holding.asset] += holding_value(portfolio, holding);
    values.back() += in_base_currency(portfolio, account.currency, account.cash);
  }
  return values;
}

bool total_is_in_range(const Portfolio& portfolio) {
  try {
    Decimal total;
    std::vector<Decimal> quantities(portfolio.assets.size());
    for (const Account& account : portfolio.accounts) {
      total += std::max(account.cash, in_base_currency(portfolio, account.currency, account.cash));
      if (total > kMaximum) return false;
      for (const Holding& holding : account.holdings) {
        // kMaximum + kMaximum leaves the range of a decimal, and so does a product far above it: both throw.
        total += holding_value(portfolio, holding);
        quantities[holding.asset] += holding.quantity;
        if (total > kMaximum || quantities[holding.asset] > kMaximum) return false;
      }
    }
    return true;
  } catch (const ArithmeticOverflow&) {
    return false;
  }
}

bool costs_are_in_range(const Portfolio& portfolio) {
  try {
    Decimal total;
    for (const TaxRules& rules : portfolio.tax_rules) {
      for (const Decimal amount : {rules.losses_carried, rules.allowance}) {
        total += amount;
        if (total > kMaximum) return false;
      }
    }
    for (const Account& account : portfolio.accounts) {
      for (const Holding& holding : account.holdings) {
        for (const Lot& lot : holding.lots) {
          total += multiply(lot.quantity, lot.unit_cost, Rounding::kUp);
          if (total > kMaximum) return false;
        }
      }
    }
    return true;
  } catch (const ArithmeticOverflow&) {
    return false;
  }
}

}  // namespace ballast
