// What a person asks of a plan.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ballast/base/date.hpp"
#include "ballast/model/portfolio.hpp"

namespace ballast {

struct CashFlow {
  AccountIndex account = 0;
  Decimal amount;  ///< > 0 deposit, < 0 withdrawal; whole minor units
};

struct PlanRequest {
  enum class Directions : std::uint8_t { kBoth, kBuyOnly, kSellOnly };
  enum class Trigger : std::uint8_t { kAlways, kOutsideBands };
  enum class Destination : std::uint8_t { kTarget, kHalfWay, kBandEdge };

  enum class Goal : std::uint8_t { kToTarget, kFewestTrades };

  Directions directions = Directions::kBoth;
  Trigger trigger = Trigger::kAlways;
  Destination destination = Destination::kTarget;  ///< with kOutsideBands: how far to trade what is outside
  Goal goal = Goal::kToTarget;                     ///< with kOutsideBands: which trades bring everything back
  Decimal minimum_trade_value;                     ///< >= 0
  std::vector<CashFlow> cash_flows;                ///< at most one per account
  std::optional<Date> date;                        ///< of the trades; without one what is locked until a date is locked
};

}  // namespace ballast
