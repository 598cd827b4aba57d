// A currency: its code and how finely amounts in it are settled.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ballast/money/decimal.hpp"

namespace ballast {

struct Currency {
  std::string code;
  int minor_unit_digits = 2;  ///< 0 … 18; 2 for USD (cents), 0 for JPY, 8 for BTC (satoshi)

  [[nodiscard]] Decimal minor_unit() const { return Decimal::smallest(minor_unit_digits); }
  [[nodiscard]] Decimal round(Decimal amount, Rounding rounding) const {
    return round_to_multiple(amount, minor_unit(), rounding);
  }
};

struct KnownCurrency {
  std::string_view code;
  int minor_unit_digits;
};

/// ISO 4217 minor units of widely used currencies, and the settlement digits of common crypto units of account.
[[nodiscard]] std::span<const KnownCurrency> known_currencies();
[[nodiscard]] std::optional<Currency> find_currency(std::string_view code);

}  // namespace ballast
