#include "ballast/money/decimal_text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <utility>

#include "decimal_literals.hpp"

namespace ballast {
namespace {

using std::string_literals::operator""s;

TEST_CASE("plain notation is read", "[money][decimal_text]") {
  const auto [text, units] = GENERATE(table<std::string, std::int64_t>({
      {"0", 0},
      {"1", 1'000'000'000'000'000'000},
      {"-1", -1'000'000'000'000'000'000},
      {"9.2", 9'200'000'000'000'000'000},
      {"0.5", 500'000'000'000'000'000},
      {"-0.5", -500'000'000'000'000'000},
      {"0.000000000000000001", 1},
      {"-0.000000000000000001", -1},
      {"0.123456789012345678", 123'456'789'012'345'678},
      {"007", 7'000'000'000'000'000'000},
      {"00.10", 100'000'000'000'000'000},
      {"-00", 0},
      {"-0", 0},
      {"-0.000", 0},
  }));
  CAPTURE(text);
  const ParsedDecimal parsed = parse_decimal(text);
  CHECK(parsed.fault == DecimalFault::kNone);
  CHECK(parsed.value.units() == units);
}

TEST_CASE("anything but plain notation is malformed", "[money][decimal_text]") {
  const std::string text = GENERATE(values<std::string>({
      "",
      " ",
      "-",
      ".",
      "-.",
      "+",
      "+1",
      "--1",
      "1-",
      "-+1",
      // Digits on both sides of the point.
      ".5",
      "5.",
      "-.5",
      "-5.",
      "1..2",
      "1.2.3",
      "1.-2",
      // Exponents, other bases, words.
      "1e3",
      "1E3",
      "1e-8",
      "1.5e2",
      "0x10",
      "0b1",
      "1f",
      "NaN",
      "nan",
      "Infinity",
      "-Infinity",
      "inf",
      "INF",
      "null",
      "true",
      "abc",
      "1a",
      "a1",
      "1,000",
      "1,5",
      "1.234,56",
      "1,234.56",
      "1'000",
      "1_000",
      "1 000",
      "1/3",
      "10%",
      "$1",
      // White space around and inside.
      " 1",
      "1 ",
      "\t1",
      "1\n",
      "1\r\n",
      "- 1",
      "1. 5",
      // Looks like a digit, a minus sign or a space, and is none: Arabic-Indic one, full-width one, superscript two,
      // U+2212 minus, en dash, no-break space, narrow no-break space, Arabic decimal separator, zero-width space, BOM.
      "\u0661",
      "\uff11",
      "1\u00b2",
      "\u22121",
      "\u20131",
      "1\u00a0000",
      "1\u202f000",
      "1\u066b5",
      "1\u200b",
      "\ufeff1",
  }));
  CAPTURE(text);
  CHECK(parse_decimal(text).fault == DecimalFault::kMalformed);
}

TEST_CASE("bytes that are no text are malformed", "[money][decimal_text]") {
  CHECK(parse_decimal("1\0"s).fault == DecimalFault::kMalformed);
  CHECK(parse_decimal("\0001"s).fault == DecimalFault::kMalformed);
  CHECK(parse_decimal("1\xff").fault == DecimalFault::kMalformed);
  CHECK(parse_decimal("\x80").fault == DecimalFault::kMalformed);
}

TEST_CASE("18 decimals are kept, a 19th is too precise unless it is 0", "[money][decimal_text]") {
  CHECK(parse_decimal("0.000000000000000001").fault == DecimalFault::kNone);
  const ParsedDecimal nineteen = parse_decimal("0.0000000000000000001");
  CHECK(nineteen.fault == DecimalFault::kTooPrecise);
  CHECK(nineteen.fraction_digits == 19);
  CHECK(nineteen.value.is_zero());
  CHECK(parse_decimal("1.1234567890123456789").fraction_digits == 19);

  const ParsedDecimal zeros = parse_decimal("1.5" + std::string(5'000, '0'));
  CHECK(zeros.fault == DecimalFault::kNone);
  CHECK(zeros.value == "1.5"_d);
  CHECK(zeros.fraction_digits == 1);
  CHECK(parse_decimal("-0." + std::string(5'000, '0')).value.is_zero());
}

TEST_CASE("the limit is 1e20 on both sides, itself included", "[money][decimal_text]") {
  const std::string limit = "1" + std::string(20, '0');
  CHECK(parse_decimal(limit).value == kMaximum);
  CHECK(parse_decimal("-" + limit).value == -kMaximum);
  CHECK(parse_decimal(std::string(3'000, '0') + limit + ".000").value == kMaximum);
  CHECK(parse_decimal("99999999999999999999.999999999999999999").value == kMaximum - Decimal::smallest(18));

  const std::string text = GENERATE_COPY(values<std::string>({
      limit + ".000000000000000001",
      "100000000000000000001",
      "1" + std::string(21, '0'),
      "9" + std::string(20, '9'),
      "170141183460469231731.687303715884105728",  // 2^127 units: one more than fits
      "340282366920938463463.374607431768211456",  // 2^128 units
      "1" + std::string(38, '0'),
      "1" + std::string(39, '0'),
      std::string(100'000, '9'),
  }));
  for (const std::string& signed_text : {text, "-" + text}) {
    CAPTURE(signed_text.size(), signed_text.substr(0, 60));
    const ParsedDecimal parsed = parse_decimal(signed_text);
    CHECK(parsed.fault == DecimalFault::kTooLarge);
    CHECK(parsed.value.is_zero());
  }
}

TEST_CASE("text and back loses nothing", "[money][decimal_text]") {
  // Every power of ten and its neighbours, with either sign.
  Int128 power = 1;
  for (int exponent = 0; exponent <= 38; ++exponent) {
    for (const Int128 near : {power - 1, power, power + 1}) {
      for (const Int128 units : {near, -near}) {
        const Decimal value = Decimal::from_units(units);
        CAPTURE(exponent, value.text());
        CHECK(parse_decimal(value.text()).value == (absolute(value) > kMaximum ? Decimal() : value));
      }
    }
    if (exponent < 38) power *= 10;
  }
}

}  // namespace
}  // namespace ballast
