// Reading exact decimals. One notation only: an optional "-", digits, and at most one "." with digits on both sides.
#pragma once

#include <cstdint>
#include <string_view>

#include "ballast/money/decimal.hpp"

namespace ballast {

enum class DecimalFault : std::uint8_t { kNone, kMalformed, kTooPrecise, kTooLarge };

struct ParsedDecimal {
  Decimal value;
  DecimalFault fault = DecimalFault::kNone;
  int fraction_digits = 0;  ///< as written, trailing zeros not counted
};

/// Trailing zeros beyond 18 decimals lose nothing and are accepted; a digit other than 0 there is kTooPrecise.
/// A magnitude above kMaximum is kTooLarge. "-0" is 0.
[[nodiscard]] ParsedDecimal parse_decimal(std::string_view text);

}  // namespace ballast
