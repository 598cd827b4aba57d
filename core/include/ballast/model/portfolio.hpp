// What a person has: plain data. Ids are kept for the reply; inside, assets and accounts are known by their index.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ballast/base/date.hpp"
#include "ballast/model/fee_schedule.hpp"
#include "ballast/model/lot.hpp"
#include "ballast/model/tax_rules.hpp"
#include "ballast/money/currency.hpp"
#include "ballast/money/decimal.hpp"

namespace ballast {

using AssetIndex = std::size_t;
using AccountIndex = std::size_t;
using CurrencyIndex = std::size_t;

/// Another currency than the base currency.
struct ForeignCurrency {
  Currency currency;
  Decimal rate;  ///< > 0; what one unit is worth in the base currency
};

struct Asset {
  std::string id;
  std::string symbol;
  std::string name;
  Decimal price;                                 ///< of one unit in the base currency, >= 0; 0 cannot be traded
  std::string price_date;                        ///< ISO date or empty; informative
  Decimal quantity_step = Decimal::smallest(8);  ///< traded quantities are multiples of it; 0: any quantity
  bool may_buy = true;
  bool may_sell = true;
  std::optional<Decimal> market_cap = std::nullopt;         ///< of all units there are, base currency, >= 0
  std::optional<Decimal> annual_volatility = std::nullopt;  ///< standard deviation of a year's returns as a share, > 0
  Decimal spread = {};  ///< what buyers pay above what sellers get, as a share of the price, 0 <= spread < 1
  std::optional<CurrencyIndex> currency = std::nullopt;  ///< in which it is quoted; none: the base currency
  Decimal quote = {};                                    ///< of one unit, there; `price` is this at the rate
};

/// Staked or vesting: counts but cannot be sold before `until`.
struct Lock {
  Decimal quantity;  ///< > 0
  Date until;        ///< free from this day on
};

struct Holding {
  AssetIndex asset = 0;
  Decimal quantity;              ///< >= 0
  Decimal locked_quantity;       ///< counts but cannot be sold; with the locks at most `quantity`
  std::vector<Lock> locks = {};  ///< in any order
  bool may_buy = true;           ///< here; the asset may say no for all accounts
  bool may_sell = true;
  Decimal minimum_quantity = {};  ///< of one trade here, >= 0
  std::vector<Lot> lots = {};     ///< together at most `quantity`; of the rest it is not known what it cost
};

struct Account {
  std::string id;
  std::string name;
  Decimal cash;  ///< >= 0, its currency
  FeeSchedule fees;
  std::vector<Holding> holdings;                         ///< at most one per asset
  Decimal minimum_trade_value = {};                      ///< of one trade here, >= 0, its currency
  std::optional<std::size_t> tax_rules = std::nullopt;   ///< index in the portfolio's; none: not taxed
  std::optional<CurrencyIndex> currency = std::nullopt;  ///< none: the base currency
  /// What changing money costs that goes into or comes out of an asset quoted in another currency, as a share of it:
  /// 0 <= cost <= 1/2.
  Decimal conversion_cost = {};
};

struct Portfolio {
  Currency base_currency;
  std::vector<Asset> assets;
  std::vector<Account> accounts;
  std::vector<TaxRules> tax_rules = {};
  std::vector<ForeignCurrency> currencies = {};
};

}  // namespace ballast
