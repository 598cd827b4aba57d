// Exact decimals as tests write them: "0.1"_d. Failure messages show them as text.
#pragma once

#include <catch2/catch_tostring.hpp>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include "ballast/money/decimal_text.hpp"

namespace ballast {

inline Decimal decimal(std::string_view text) {
  const ParsedDecimal parsed = parse_decimal(text);
  if (parsed.fault != DecimalFault::kNone) throw std::invalid_argument("not a decimal: " + std::string(text));
  return parsed.value;
}

inline Decimal operator""_d(const char* text, std::size_t size) { return decimal({text, size}); }

}  // namespace ballast

template <>
struct Catch::StringMaker<ballast::Decimal> {
  static std::string convert(ballast::Decimal value) { return value.text(); }
};
