// The one place that says what each direction of rounding means, for integers of any width.
#pragma once

#include "ballast/money/rounding.hpp"

namespace ballast {

/// Whether a quotient that was cut off, with a remainder, goes one further from zero. `negative`: the exact quotient is
/// below zero. `nearer_away()` is asked only where it decides: whether the integer further from zero is the nearer one,
/// or as near and even.
template <typename NearerAway>
[[nodiscard]] constexpr bool goes_away_from_zero(Rounding rounding, bool negative, NearerAway nearer_away) {
  switch (rounding) {
    case Rounding::kTowardZero:
      return false;
    case Rounding::kDown:
      return negative;
    case Rounding::kUp:
      return !negative;
    case Rounding::kHalfEven:
      break;
  }
  return nearer_away();
}

}  // namespace ballast
