#include "ballast/model/fee_schedule.hpp"

#include <catch2/catch_test_macros.hpp>

#include "ballast/money/decimal_text.hpp"

using namespace ballast;

namespace {

Decimal dec(std::string_view text) { return parse_decimal(text).value; }

}  // namespace

TEST_CASE("A fee is a share of the value and an amount", "[model][fees]") {
  FeeSchedule fees;
  fees.proportional = dec("0.0025");
  fees.fixed = dec("4.9");
  CHECK(unrounded_fee(fees, dec("1000")) == dec("7.4"));
}

TEST_CASE("A fee lies between its minimum and its maximum", "[model][fees]") {
  FeeSchedule fees;
  fees.proportional = dec("0.0025");
  fees.fixed = dec("4.9");
  fees.minimum = dec("9.9");
  fees.maximum = dec("59.9");
  CHECK(unrounded_fee(fees, dec("2000")) == dec("9.9"));
  CHECK(unrounded_fee(fees, dec("2000.4")) == dec("9.901"));
  CHECK(unrounded_fee(fees, dec("22000")) == dec("59.9"));
  CHECK(unrounded_fee(fees, dec("22000.4")) == dec("59.9"));
}

TEST_CASE("The last tier that the value reaches counts for all of it", "[model][fees]") {
  FeeSchedule fees;
  fees.proportional = dec("0.01");
  fees.tiers = {{dec("1000"), {}, dec("2")}, {dec("5000"), dec("0.001"), {}}};
  CHECK(unrounded_fee(fees, dec("999.99")) == dec("9.9999"));
  CHECK(unrounded_fee(fees, dec("1000")) == dec("2"));
  CHECK(unrounded_fee(fees, dec("4999.99")) == dec("2"));
  CHECK(unrounded_fee(fees, dec("5000")) == dec("5"));
}
