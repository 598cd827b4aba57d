// Products and quotients against what is known from elsewhere: a published table of rounding modes, a brute-force
// search for the nearest multiples, and values calculated with Python's exact fractions.
#include "ballast/money/rounding.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "decimal_literals.hpp"
#include "directions.hpp"

namespace ballast {
namespace {

TEST_CASE("the published table of rounding modes", "[money][rounding]") {
  // Java SE API, java.math.RoundingMode, "Summary of Rounding Operations Under Different Rounding Modes":
  // HALF_EVEN, FLOOR, CEILING and DOWN to a single digit.
  struct Row {
    const char* value;
    Rounded rounded;
  };
  const Row row = GENERATE(values<Row>({
      {"5.5", {"6", "5", "6", "5"}},
      {"2.5", {"2", "2", "3", "2"}},
      {"1.6", {"2", "1", "2", "1"}},
      {"1.1", {"1", "1", "2", "1"}},
      {"1.0", {"1", "1", "1", "1"}},
      {"-1.0", {"-1", "-1", "-1", "-1"}},
      {"-1.1", {"-1", "-2", "-1", "-1"}},
      {"-1.6", {"-2", "-2", "-1", "-1"}},
      {"-2.5", {"-2", "-3", "-2", "-2"}},
      {"-5.5", {"-6", "-6", "-5", "-5"}},
  }));
  for (std::size_t i = 0; i < kDirections.size(); ++i) {
    CAPTURE(row.value, i);
    const Decimal value = decimal(row.value);
    const Decimal expected = decimal(row.rounded[i]);
    CHECK(multiply(value, kOne, kDirections[i], 0) == expected);
    CHECK(divide(value, kOne, kDirections[i], 0) == expected);
    CHECK(divide(-value, -kOne, kDirections[i], 0) == expected);
    CHECK(multiply_divide(value, "-7"_d, "-7"_d, kDirections[i], 0) == expected);
    CHECK(round_to_multiple(value, kOne, kDirections[i]) == expected);
  }
}

// The whole number that the definition of a direction asks for, found by trying. Precondition: denominator > 0.
Int128 searched(Int128 numerator, Int128 denominator, Rounding direction) {
  Int128 below = -(numerator < 0 ? -numerator : numerator) / denominator - 2;
  while ((below + 1) * denominator <= numerator) ++below;  // the last that is not above the value
  const Int128 above = below * denominator == numerator ? below : below + 1;
  const Int128 down = numerator - below * denominator;
  const Int128 up = above * denominator - numerator;
  switch (direction) {
    case Rounding::kDown:
      return below;
    case Rounding::kUp:
      return above;
    case Rounding::kTowardZero:
      return numerator < 0 ? above : below;
    case Rounding::kHalfEven:
      break;
  }
  if (down != up) return down < up ? below : above;
  return below % 2 == 0 ? below : above;
}

TEST_CASE("small products and quotients, every one in its place", "[money][rounding]") {
  const auto quarters = [](Int128 count) { return Decimal::from_units(count * (kOne.units() / 4)); };
  const auto whole = [](Int128 count) { return Decimal::from_units(count * kOne.units()); };
  for (const Rounding direction : kDirections) {
    for (Int128 a = -12; a <= 12; ++a) {
      for (Int128 b = -12; b <= 12; ++b) {
        const Decimal left = quarters(a);
        const Decimal right = quarters(b);
        const auto describe = [&] { return left.text() + " and " + right.text(); };
        if (multiply(left, right, direction, 0) != whole(searched(a * b, 16, direction))) FAIL("* " << describe());
        if (b == 0) continue;
        const Int128 sign = b < 0 ? -1 : 1;
        if (divide(left, right, direction, 0) != whole(searched(a * sign, b * sign, direction)))
          FAIL("/ " << describe());
        const Decimal step = Decimal::from_units(b * sign);
        const Decimal multiple = Decimal::from_units(searched(a, b * sign, direction) * b * sign);
        if (round_to_multiple(Decimal::from_units(a), step, direction) != multiple) FAIL("step " << describe());
        for (Int128 c = 1; c <= 5; ++c) {
          const Decimal scaled = whole(searched(a * b, 4 * c, direction));
          if (multiply_divide(left, right, quarters(c), direction, 0) != scaled) FAIL("over quarters " << describe());
        }
      }
    }
  }
  SUCCEED();
}

TEST_CASE("a product over a divisor is rounded once", "[money][rounding]") {
  // 1 / 3 * 3 would be 0.999999999999999999 in two roundings.
  CHECK(multiply_divide("1"_d, "3"_d, "3"_d, Rounding::kDown) == "1"_d);
  // The product 1e-18 * 0.5 alone is a tie and would vanish.
  CHECK(multiply_divide(Decimal::smallest(18), "0.5"_d, "0.5"_d, Rounding::kHalfEven) == Decimal::smallest(18));
  // 0.0149999… to cents: rounding to 18 decimals first would make a tie of it, and 0.02 of that.
  CHECK(multiply_divide("0.045"_d, "0.999999999999999999"_d, "3"_d, Rounding::kHalfEven, 2) == "0.01"_d);
  // A product far beyond the range is no harm where the quotient is inside.
  CHECK(multiply_divide(kMaximum, kMaximum, kMaximum, Rounding::kHalfEven) == kMaximum);
  CHECK(multiply_divide(-kMaximum, kMaximum, kMaximum, Rounding::kUp) == -kMaximum);
}

TEST_CASE("ties of money amounts go to the even neighbour", "[money][rounding]") {
  CHECK(multiply("0.5"_d, "0.01"_d, Rounding::kHalfEven, 2) == "0"_d);
  CHECK(multiply("1.5"_d, "0.01"_d, Rounding::kHalfEven, 2) == "0.02"_d);
  CHECK(multiply("2.5"_d, "0.01"_d, Rounding::kHalfEven, 2) == "0.02"_d);
  CHECK(multiply("2.500000000000000001"_d, "0.01"_d, Rounding::kHalfEven, 2) == "0.03"_d);
  CHECK(multiply("2.499999999999999999"_d, "0.01"_d, Rounding::kHalfEven, 2) == "0.02"_d);
  CHECK(multiply("-2.5"_d, "0.01"_d, Rounding::kHalfEven, 2) == "-0.02"_d);
  CHECK(multiply("-3.5"_d, "0.01"_d, Rounding::kHalfEven, 2) == "-0.04"_d);
  // Half a unit in the last place that there is.
  CHECK(multiply("0.000000001"_d, "0.0000000005"_d, Rounding::kHalfEven) == Decimal());
  CHECK(multiply("0.000000003"_d, "0.0000000005"_d, Rounding::kHalfEven) == "0.000000000000000002"_d);
  CHECK(divide(Decimal::smallest(18), "2"_d, Rounding::kHalfEven) == Decimal());
  CHECK(divide("0.000000000000000003"_d, "2"_d, Rounding::kHalfEven) == "0.000000000000000002"_d);
}

TEST_CASE("results that leave the range throw, whatever the direction", "[money][rounding]") {
  for (const Rounding direction : kDirections) {
    CHECK_THROWS_AS(multiply(kMaximum, "2"_d, direction), ArithmeticOverflow);
    CHECK_THROWS_AS(multiply(-kMaximum, kMaximum, direction, 0), ArithmeticOverflow);
    CHECK_THROWS_AS(divide(kMaximum, "0.5"_d, direction), ArithmeticOverflow);
    CHECK_THROWS_AS(divide(kMaximum, Decimal::smallest(18), direction), ArithmeticOverflow);
    CHECK_THROWS_AS(multiply_divide(kMaximum, kMaximum, Decimal::smallest(18), direction), ArithmeticOverflow);
    CHECK(multiply(kMaximum, "1.7"_d, direction) == Decimal::from_units(kMaximum.units() / 10 * 17));
    CHECK(divide(kMaximum, "-1"_d, direction) == -kMaximum);
  }
}

TEST_CASE("multiples of a step", "[money][rounding]") {
  CHECK(round_to_multiple("7.3"_d, Decimal(), Rounding::kUp) == "7.3"_d);
  CHECK(round_to_multiple("7.3"_d, "0.25"_d, Rounding::kDown) == "7.25"_d);
  CHECK(round_to_multiple("7.3"_d, "0.25"_d, Rounding::kUp) == "7.5"_d);
  CHECK(round_to_multiple("-7.3"_d, "0.25"_d, Rounding::kDown) == "-7.5"_d);
  CHECK(round_to_multiple("-7.3"_d, "0.25"_d, Rounding::kTowardZero) == "-7.25"_d);
  CHECK(round_to_multiple("2.999"_d, "3"_d, Rounding::kDown) == Decimal());
  CHECK(round_to_multiple(kMaximum, Decimal::smallest(18), Rounding::kHalfEven) == kMaximum);
  CHECK(round_to_multiple(kMaximum, "30000000000000000000"_d, Rounding::kDown) == "90000000000000000000"_d);
  const Decimal most = Decimal::from_units(static_cast<Int128>(~UInt128{0} >> 1U));
  CHECK_THROWS_AS(round_to_multiple(most, "2"_d, Rounding::kUp), ArithmeticOverflow);
}

TEST_CASE("products are compared exactly", "[money][rounding]") {
  CHECK((compare_products("0.1"_d, "0.3"_d, "0.03"_d, "1"_d) == 0));
  CHECK((compare_products("-2"_d, "3"_d, "2"_d, "-3"_d) == 0));
  CHECK((compare_products("-2"_d, "3"_d, "2"_d, "3"_d) < 0));
  // (m - u)(m + u) = m^2 - u^2: a difference of 1e-36 in a number of 1e40.
  const Decimal unit = Decimal::smallest(18);
  CHECK((compare_products(kMaximum - unit, kMaximum + unit, kMaximum, kMaximum) < 0));
  CHECK((compare_products(kMaximum, kMaximum, kMaximum - unit, kMaximum + unit) > 0));
  CHECK((compare_products(unit, unit, Decimal(), kMaximum) > 0));
  const Decimal most = Decimal::from_units(static_cast<Int128>(~UInt128{0} >> 1U));
  CHECK((compare_products(most, most, most, most) == 0));
  CHECK((compare_products(most, -most, most, most - unit) < 0));
}

}  // namespace
}  // namespace ballast
