#include "ballast/money/decimal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cmath>
#include <limits>
#include <string>

#include "decimal_literals.hpp"

namespace ballast {
namespace {

constexpr Int128 kMostUnits = static_cast<Int128>(~UInt128{0} >> 1U);
const Decimal kMost = Decimal::from_units(kMostUnits);
const Decimal kLeast = Decimal::from_units(-kMostUnits - 1);

TEST_CASE("text has no more digits than needed", "[money][decimal]") {
  const auto [units, text] = GENERATE(table<std::int64_t, std::string>({
      {0, "0"},
      {1, "0.000000000000000001"},
      {-1, "-0.000000000000000001"},
      {10, "0.00000000000000001"},
      {100'000'000'000'000'000, "0.1"},
      {1'000'000'000'000'000'000, "1"},
      {-1'500'000'000'000'000'000, "-1.5"},
      {1'000'000'000'000'000'001, "1.000000000000000001"},
      {9'223'372'036'854'775'807, "9.223372036854775807"},
  }));
  CHECK(Decimal::from_units(units).text() == text);
}

TEST_CASE("the ends of the range have a text", "[money][decimal]") {
  // 2^127 = 170141183460469231731687303715884105728
  CHECK(kMost.text() == "170141183460469231731.687303715884105727");
  CHECK(kLeast.text() == "-170141183460469231731.687303715884105728");
  CHECK(kMaximum.text() == "100000000000000000000");
  CHECK((-kMaximum).text() == "-100000000000000000000");
}

TEST_CASE("text with a given number of decimals rounds half-even", "[money][decimal]") {
  const auto [value, digits, text] = GENERATE(table<std::string, int, std::string>({
      {"0", 0, "0"},
      {"0", 2, "0.00"},
      {"1.5", 2, "1.50"},
      {"1.005", 2, "1.00"},
      {"1.015", 2, "1.02"},
      {"1.025", 2, "1.02"},
      {"1.0250000000000001", 2, "1.03"},
      {"-1.005", 2, "-1.00"},
      {"-1.015", 2, "-1.02"},
      {"0.5", 0, "0"},
      {"1.5", 0, "2"},
      {"2.5", 0, "2"},
      {"-0.5", 0, "0"},       // no minus zero
      {"-0.004", 2, "0.00"},  // neither with decimals
      {"-0.005", 2, "0.00"},
      {"-0.006", 2, "-0.01"},
      {"99.995", 2, "100.00"},
      {"0.000000000000000001", 18, "0.000000000000000001"},
      {"12345678901234567890.123456789012345678", 8, "12345678901234567890.12345679"},
  }));
  CAPTURE(value, digits);
  CHECK(decimal(value).text(digits) == text);
}

TEST_CASE("sums and differences are exact", "[money][decimal]") {
  CHECK("0.1"_d + "0.2"_d == "0.3"_d);
  CHECK("1"_d - "0.000000000000000001"_d == "0.999999999999999999"_d);
  CHECK("99999999999999999999"_d + "1"_d == kMaximum);
  CHECK("-1.5"_d + "1.5"_d == Decimal());
  Decimal sum;
  for (int i = 0; i < 1'000; ++i) sum += "0.001"_d;
  CHECK(sum == "1"_d);
  for (int i = 0; i < 1'000; ++i) sum -= "0.001"_d;
  CHECK(sum.is_zero());
}

TEST_CASE("sums and differences that leave the range throw", "[money][decimal]") {
  const Decimal unit = Decimal::smallest(18);
  CHECK(kMost + Decimal() == kMost);
  CHECK_THROWS_AS(kMost + unit, ArithmeticOverflow);
  CHECK_THROWS_AS(kLeast - unit, ArithmeticOverflow);
  CHECK_THROWS_AS(Decimal() - kLeast, ArithmeticOverflow);
  CHECK_THROWS_AS(-kLeast, ArithmeticOverflow);
  CHECK_THROWS_AS(absolute(kLeast), ArithmeticOverflow);
  CHECK_THROWS_AS(kMaximum + kMaximum, ArithmeticOverflow);
  CHECK_NOTHROW(kMaximum + "70000000000000000000"_d);
  // A sum that fails leaves its target as it was.
  Decimal total = kMost;
  CHECK_THROWS_AS(total += unit, ArithmeticOverflow);
  CHECK(total == kMost);
}

TEST_CASE("decimals are ordered by value", "[money][decimal]") {
  const Decimal ordered[] = {
      kLeast,   "-2"_d, "-1.000000000000000001"_d, "-1"_d, Decimal(), Decimal::smallest(18), "0.1"_d, "1"_d,
      kMaximum, kMost};
  for (std::size_t i = 0; i < std::size(ordered); ++i) {
    for (std::size_t j = 0; j < std::size(ordered); ++j) {
      CHECK((ordered[i] < ordered[j]) == (i < j));
      CHECK((ordered[i] == ordered[j]) == (i == j));
    }
    CHECK(ordered[i].sign() == (i < 4 ? -1 : (i == 4 ? 0 : 1)));
  }
}

TEST_CASE("the smallest step of each number of decimals", "[money][decimal]") {
  CHECK(Decimal::smallest(0) == "1"_d);
  CHECK(Decimal::smallest(2) == "0.01"_d);
  CHECK(Decimal::smallest(8) == "0.00000001"_d);
  CHECK(Decimal::smallest(18).units() == 1);
  CHECK(Decimal::from_integer(-7) == "-7"_d);
  CHECK(Decimal::from_integer(std::numeric_limits<std::int64_t>::max()) == "9223372036854775807"_d);
}

TEST_CASE("the way into doubles is within one unit in the last place", "[money][decimal]") {
  CHECK("0"_d.to_double() == 0.0);
  CHECK("0.5"_d.to_double() == 0.5);
  CHECK("-3.25"_d.to_double() == -3.25);
  CHECK("1680.5"_d.to_double() == 1680.5);
  CHECK(kMaximum.to_double() == 1e20);
  const auto [text, nearest] = GENERATE(table<std::string, double>({
      {"0.1", 0.1},
      {"0.000000000000000001", 1e-18},
      {"0.333333333333333333", 0.333333333333333333},
      {"123456.789", 123456.789},
      {"99999999999999999999.999999999999999999", 1e20},
      {"12345678901234567890.123456789012345678", 12345678901234567890.123456789012345678},
  }));
  CAPTURE(text);
  const double there = decimal(text).to_double();
  CHECK(there >= std::nextafter(nearest, -HUGE_VAL));
  CHECK(there <= std::nextafter(nearest, HUGE_VAL));
}

TEST_CASE("the way back from doubles rounds to the decimals asked for", "[money][decimal]") {
  const auto [value, digits, text] = GENERATE(table<double, int, std::string>({
      {0.0, 18, "0"},
      {-0.0, 18, "0"},
      {1.0, 0, "1"},
      {0.1, 2, "0.1"},
      {0.1, 15, "0.1"},
      {0.125, 2, "0.12"},  // exactly half in binary too: to the even neighbour
      {0.375, 2, "0.38"},
      {-0.375, 2, "-0.38"},
      {0.5, 0, "0"},
      {1.5, 0, "2"},
      {2.5, 0, "2"},
      {-2.5, 0, "-2"},
      {1e20, 0, "100000000000000000000"},
      {1e-19, 18, "0"},
      {4.9e-324, 18, "0"},
      {123456.789, 8, "123456.789"},
  }));
  CAPTURE(value, digits);
  Decimal out = "42"_d;
  REQUIRE(from_double(value, digits, &out));
  CHECK(out == decimal(text));
}

TEST_CASE("doubles without a decimal are refused", "[money][decimal]") {
  const double value = GENERATE(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 1e38,
                                1e308, 1.8e20, 1e300);
  for (const double each : {value, -value}) {
    for (const int digits : {0, 2, 15, 18}) {
      CAPTURE(each, digits);
      Decimal out = "42"_d;
      CHECK_FALSE(from_double(each, digits, &out));
      CHECK(out == "42"_d);
    }
  }
}

}  // namespace
}  // namespace ballast
