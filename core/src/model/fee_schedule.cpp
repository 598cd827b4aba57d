#include "ballast/model/fee_schedule.hpp"

#include <algorithm>

namespace ballast {

Decimal unrounded_fee(const FeeSchedule& schedule, Decimal value) {
  Decimal rate = schedule.proportional;
  Decimal fixed = schedule.fixed;
  for (const FeeTier& tier : schedule.tiers) {
    if (tier.from > value) break;
    rate = tier.proportional;
    fixed = tier.fixed;
  }
  const Decimal fee = std::max(multiply(rate, value, Rounding::kUp) + fixed, schedule.minimum);
  return schedule.maximum ? std::min(fee, *schedule.maximum) : fee;
}

}  // namespace ballast
