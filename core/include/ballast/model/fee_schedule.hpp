// What an account charges for a trade:
//
//   fee(v) = min(maximum, max(minimum, rate * v + fixed)),   rate and fixed of the last tier with from <= v
//
// v is the value at which the trade is settled. A tier counts for the whole trade, not for what lies above `from`.
#pragma once

#include <optional>
#include <vector>

#include "ballast/money/decimal.hpp"

namespace ballast {

struct FeeTier {
  Decimal from;          ///< > 0, the account's currency
  Decimal proportional;  ///< share of a trade's value, 0 <= rate < 1
  Decimal fixed;         ///< per trade, >= 0, the account's currency
};

struct FeeSchedule {
  Decimal proportional;                           ///< below the first tier: share of a trade's value, 0 <= rate < 1
  Decimal fixed;                                  ///< per trade, >= 0, the account's currency
  std::vector<FeeTier> tiers = {};                ///< in rising order of `from`
  Decimal minimum = {};                           ///< per trade, >= 0, the account's currency
  std::optional<Decimal> maximum = std::nullopt;  ///< per trade, >= minimum, the account's currency
};

/// Before it is rounded to minor units; itself rounded up at 18 decimals.
[[nodiscard]] Decimal unrounded_fee(const FeeSchedule& schedule, Decimal value);

}  // namespace ballast
