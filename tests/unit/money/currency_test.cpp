#include "ballast/money/currency.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "decimal_literals.hpp"

namespace ballast {
namespace {

TEST_CASE("known currencies are sorted, each once, with sensible codes and digits", "[money][currency]") {
  const auto known = known_currencies();
  REQUIRE_FALSE(known.empty());
  CHECK(std::adjacent_find(known.begin(), known.end(), [](const KnownCurrency& a, const KnownCurrency& b) {
          return a.code >= b.code;
        }) == known.end());
  for (const KnownCurrency& currency : known) {
    CAPTURE(currency.code);
    CHECK(currency.code.size() >= 3);
    CHECK(std::all_of(currency.code.begin(), currency.code.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
    CHECK(currency.minor_unit_digits >= 0);
    CHECK(currency.minor_unit_digits <= Decimal::kFractionDigits);
  }
}

TEST_CASE("minor units as ISO 4217 and the settlement layers have them", "[money][currency]") {
  const auto [code, digits] = GENERATE(table<std::string, int>({
      {"USD", 2},
      {"EUR", 2},
      {"GBP", 2},
      {"CHF", 2},
      {"CNY", 2},
      {"INR", 2},
      {"HUF", 2},
      {"CZK", 2},
      {"AED", 2},
      // No minor unit: ISO 4217 list one, "0".
      {"JPY", 0},
      {"KRW", 0},
      {"VND", 0},
      {"ISK", 0},
      {"CLP", 0},
      // Thousandths.
      {"BHD", 3},
      {"KWD", 3},
      {"JOD", 3},
      {"OMR", 3},
      {"TND", 3},
      // Satoshi, wei, and the 6 decimals of both stablecoins' contracts.
      {"BTC", 8},
      {"ETH", 18},
      {"USDC", 6},
      {"USDT", 6},
  }));
  CAPTURE(code);
  const std::optional<Currency> currency = find_currency(code);
  REQUIRE(currency.has_value());
  CHECK(currency->code == code);
  CHECK(currency->minor_unit_digits == digits);
}

TEST_CASE("a code that is not exactly one of them is not known", "[money][currency]") {
  for (const char* code : {"", "usd", "Usd", "US", "USDD", " USD", "USD ", "XYZ", "__proto__"}) {
    CAPTURE(code);
    CHECK_FALSE(find_currency(code).has_value());
  }
}

TEST_CASE("amounts are rounded to minor units", "[money][currency]") {
  const Currency usd{"USD", 2};
  const Currency jpy{"JPY", 0};
  const Currency btc{"BTC", 8};
  CHECK(usd.minor_unit() == "0.01"_d);
  CHECK(jpy.minor_unit() == "1"_d);
  CHECK(btc.minor_unit() == "0.00000001"_d);
  CHECK(usd.round("12.345"_d, Rounding::kHalfEven) == "12.34"_d);
  CHECK(usd.round("12.3400001"_d, Rounding::kUp) == "12.35"_d);
  CHECK(jpy.round("1234.5"_d, Rounding::kHalfEven) == "1234"_d);
  CHECK(btc.round("-0.000000019"_d, Rounding::kDown) == "-0.00000002"_d);
  CHECK(btc.round("-0.000000019"_d, Rounding::kTowardZero) == "-0.00000001"_d);
}

}  // namespace
}  // namespace ballast
