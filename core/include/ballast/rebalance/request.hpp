// What a person asks of a plan.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ballast/base/date.hpp"
#include "ballast/model/exchange.hpp"
#include "ballast/model/portfolio.hpp"

namespace ballast {

struct CashFlow {
  AccountIndex account = 0;
  Decimal amount;  ///< > 0 deposit, < 0 withdrawal; whole minor units of the account's currency
};

/// Cash that is moved from one account to another of the same currency.
struct CashTransfer {
  AccountIndex from = 0;
  AccountIndex to = 0;
  Decimal amount;  ///< > 0, whole minor units
};

struct PlanRequest {
  /// kSwitchOnly: what is sold is bought again in the same account; cash stays as it is.
  enum class Directions : std::uint8_t { kBoth, kBuyOnly, kSellOnly, kSwitchOnly };
  enum class Trigger : std::uint8_t { kAlways, kOutsideBands };
  enum class Destination : std::uint8_t { kTarget, kHalfWay, kBandEdge };

  enum class Goal : std::uint8_t { kToTarget, kFewestTrades, kLeastTax, kLeastCost };
  enum class Gains : std::uint8_t { kAny, kNone };

  Directions directions = Directions::kBoth;
  Trigger trigger = Trigger::kAlways;
  Destination destination = Destination::kTarget;  ///< with kOutsideBands: how far to trade what is outside
  Goal goal = Goal::kToTarget;                     ///< with kOutsideBands: which trades bring everything back
  Decimal minimum_trade_value;                     ///< >= 0, base currency
  std::vector<CashFlow> cash_flows;                ///< at most one per account
  Decimal free_flow;  ///< a deposit (> 0) or withdrawal that is placed where it does most; whole minor units
  /// Among these, of one currency, money may move; the free flow is then placed among them.
  std::vector<AccountIndex> may_transfer;
  /// At most so many trades, as few as can be where that is not enough; none: as many as help.
  std::optional<std::size_t> most_trades;
  bool curve = false;         ///< whether to say what every further trade buys
  Gains gains = Gains::kAny;  ///< kNone: no lot is sold at a gain that is taxed
  /// Whether holdings are sold whose loss saves tax; what is sold so is not bought with the plan.
  bool harvest_losses = false;
  /// >= 0; the most of `RealisedGains::taxed` that sales may come to.
  std::optional<Decimal> gain_budget;
  /// Of the trades; without one what is locked until a date is locked. Needed where lots are taxed.
  std::optional<Date> date;
};

/// In which the free flow and the transfers are.
[[nodiscard]] CurrencyChoice currency_of_shared_cash(const Portfolio& portfolio, const PlanRequest& request);

}  // namespace ballast
