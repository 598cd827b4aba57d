#include "ballast/money/decimal_text.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace ballast {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 1e20 has 21 digits; longer numbers (leading zeros aside) are too large whatever they are.
constexpr std::size_t kMaximumIntegerDigits = 21;

}  // namespace

ParsedDecimal parse_decimal(std::string_view text) {
  const ParsedDecimal malformed{{}, DecimalFault::kMalformed, 0};
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);

  const std::size_t point = text.find('.');
  std::string_view integer = text.substr(0, point);
  std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (integer.empty() || (point != std::string_view::npos && fraction.empty())) return malformed;
  for (const std::string_view part : {integer, fraction}) {
    for (const char c : part) {
      if (!is_digit(c)) return malformed;
    }
  }
  while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
  while (integer.size() > 1 && integer.front() == '0') integer.remove_prefix(1);

  ParsedDecimal out;
  constexpr std::size_t kMostDigits = std::numeric_limits<int>::max();
  out.fraction_digits = static_cast<int>(std::min(fraction.size(), kMostDigits));
  if (integer.size() > kMaximumIntegerDigits) {
    out.fault = DecimalFault::kTooLarge;
    return out;
  }
  if (fraction.size() > static_cast<std::size_t>(Decimal::kFractionDigits)) {
    out.fault = DecimalFault::kTooPrecise;
    return out;
  }
  // At most 21 + 18 digits: below 1e39 only for 38, so the largest are caught before the last digits are added.
  Int128 whole = 0;
  for (const char c : integer) whole = whole * 10 + (c - '0');
  if (whole > static_cast<Int128>(100'000'000'000) * 1'000'000'000) {
    out.fault = DecimalFault::kTooLarge;
    return out;
  }
  Int128 units = whole;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Decimal::kFractionDigits); ++i) {
    units = units * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  }
  out.value = Decimal::from_units(negative ? -units : units);
  if (absolute(out.value) > kMaximum) out = {{}, DecimalFault::kTooLarge, out.fraction_digits};
  return out;
}

}  // namespace ballast
