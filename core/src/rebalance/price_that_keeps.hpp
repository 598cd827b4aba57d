// The price at which something scarce is just not used up.
#pragma once

namespace ballast {

/// The least price >= 0 at which use is within the budget, or below it by no more than `near`; 0 where it is without
/// one. Use falls with its price, linearly between its breakpoints: every second step goes where a line through both
/// ends of the bracket meets the budget, which ends the search as soon as no breakpoint is left inside. Where no price
/// keeps the budget, a very large one.
template <typename UseAt>
double price_that_keeps(double budget, double near, const UseAt& use_at) {
  constexpr int kHalvings = 60;
  constexpr double kHighest = 1e15;
  double low = 0;
  double above = use_at(low) - budget;
  if (above <= 0) return 0;
  double high = 1;
  double below = use_at(high) - budget;
  while (below > 0 && high < kHighest) {
    low = high;
    above = below;
    high *= 4;
    below = use_at(high) - budget;
  }
  for (int step = 0; step < kHalvings && below < -near; ++step) {
    // Just beyond the line's: on the side that keeps the budget.
    const double line = low + (high - low) * (above / (above - below)) * (1 + 1e-15);
    const double tried = step % 2 == 0 && line < high ? line : low + (high - low) / 2;
    if (tried <= low || tried >= high) break;
    const double rest = use_at(tried) - budget;
    (rest > 0 ? low : high) = tried;
    (rest > 0 ? above : below) = rest;
  }
  return high;
}

}  // namespace ballast
