#include "ballast/policy/band.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "../money/decimal_literals.hpp"

namespace ballast {
namespace {

const Decimal kUnit = Decimal::smallest(18);

Band none() { return {}; }
Band absolute_band(Decimal width) { return {Band::Kind::kAbsolute, width}; }
Band relative_band(Decimal width) { return {Band::Kind::kRelative, width}; }
Band five_twenty_five() { return {Band::Kind::kFiveTwentyFive, {}}; }

void check_edges(const Band& band, Decimal target, Decimal low, Decimal high) {
  CAPTURE(target.text());
  const std::optional<BandEdges> edges = band_edges(band, target);
  REQUIRE(edges.has_value());
  CHECK(edges->low == low);
  CHECK(edges->high == high);
}

TEST_CASE("without a band there are no edges, and nothing is outside", "[policy][band]") {
  CHECK_FALSE(band_distance(none(), "0.5"_d).has_value());
  CHECK_FALSE(band_edges(none(), "0.5"_d).has_value());
  CHECK_FALSE(is_outside(std::nullopt, "1"_d, "1"_d));
}

TEST_CASE("an absolute band is as wide at every target", "[policy][band]") {
  check_edges(absolute_band("0.05"_d), "0.5"_d, "0.45"_d, "0.55"_d);
  check_edges(absolute_band("0.05"_d), "0.1"_d, "0.05"_d, "0.15"_d);
  check_edges(absolute_band("0"_d), "0.3"_d, "0.3"_d, "0.3"_d);
}

TEST_CASE("a relative band grows with its target", "[policy][band]") {
  check_edges(relative_band("0.2"_d), "0.5"_d, "0.4"_d, "0.6"_d);
  check_edges(relative_band("0.2"_d), "0.01"_d, "0.008"_d, "0.012"_d);
  check_edges(relative_band("0.2"_d), "0"_d, "0"_d, "0"_d);
}

TEST_CASE("edges are cut to 0 and 1", "[policy][band]") {
  check_edges(absolute_band("0.05"_d), "0.02"_d, "0"_d, "0.07"_d);
  check_edges(absolute_band("0.05"_d), "0.98"_d, "0.93"_d, "1"_d);
  check_edges(absolute_band("1"_d), "0.5"_d, "0"_d, "1"_d);
  check_edges(relative_band("1"_d), "0.8"_d, "0"_d, "1"_d);
  check_edges(absolute_band("0.05"_d), "0"_d, "0"_d, "0.05"_d);
}

TEST_CASE("5/25: a quarter of the target below 20 %, five points above", "[policy][band]") {
  // L. Swedroe: rebalance at an absolute 5 % or a relative 25 % of the target, whichever is less.
  check_edges(five_twenty_five(), "0.04"_d, "0.03"_d, "0.05"_d);
  check_edges(five_twenty_five(), "0.1"_d, "0.075"_d, "0.125"_d);
  check_edges(five_twenty_five(), "0.2"_d, "0.15"_d, "0.25"_d);
  check_edges(five_twenty_five(), "0.4"_d, "0.35"_d, "0.45"_d);
  check_edges(five_twenty_five(), "1"_d, "0.95"_d, "1"_d);
  check_edges(five_twenty_five(), "0"_d, "0"_d, "0"_d);
  // The switch: just below 20 % it is still the quarter that counts.
  check_edges(five_twenty_five(), "0.196"_d, "0.147"_d, "0.245"_d);
  CHECK(*band_distance(five_twenty_five(), "0.199999999999999996"_d) == "0.049999999999999999"_d);
  CHECK(*band_distance(five_twenty_five(), "0.200000000000000004"_d) == "0.05"_d);
}

TEST_CASE("a distance that has more than 18 decimals is rounded half-even", "[policy][band]") {
  CHECK(*band_distance(five_twenty_five(), "0.000000000000000002"_d) == Decimal());  // half a unit: to even
  CHECK(*band_distance(five_twenty_five(), "0.000000000000000006"_d) == "0.000000000000000002"_d);
  CHECK(*band_distance(relative_band("0.333333333333333333"_d), "0.5"_d) == "0.166666666666666666"_d);
}

TEST_CASE("on the edge is inside, a hair beyond is outside", "[policy][band]") {
  const auto edges = band_edges(absolute_band("0.05"_d), "0.5"_d);
  CHECK_FALSE(is_outside(edges, "450"_d, "1000"_d));
  CHECK_FALSE(is_outside(edges, "550"_d, "1000"_d));
  CHECK(is_outside(edges, "450"_d - kUnit, "1000"_d));
  CHECK(is_outside(edges, "550"_d + kUnit, "1000"_d));
  CHECK_FALSE(is_outside(edges, "500"_d, "1000"_d));
}

TEST_CASE("values are compared without dividing", "[policy][band]") {
  // A third of the total is 0.333…; rounded to 18 decimals it would be the edge itself.
  const BandEdges below_a_third{{}, "0.333333333333333333"_d};
  CHECK(is_outside(below_a_third, "1"_d, "3"_d));
  const BandEdges above_a_third{"0.333333333333333334"_d, "1"_d};
  CHECK(is_outside(above_a_third, "1"_d, "3"_d));
  const BandEdges around{"0.333333333333333333"_d, "0.333333333333333334"_d};
  CHECK_FALSE(is_outside(around, "1"_d, "3"_d));
  CHECK_FALSE(is_outside(BandEdges{"1"_d, "1"_d}, kMaximum, kMaximum));
}

TEST_CASE("a cut edge catches nothing beyond 0 and 1", "[policy][band]") {
  const auto edges = band_edges(absolute_band("0.05"_d), "0.02"_d);
  CHECK_FALSE(is_outside(edges, "0"_d, "1000"_d));
  CHECK_FALSE(is_outside(band_edges(absolute_band("0.05"_d), "1"_d), "1000"_d, "1000"_d));
  // A relative band around 0 has no width: any amount is outside, none is not.
  CHECK(is_outside(band_edges(relative_band("0.25"_d), "0"_d), "0.01"_d, "1000"_d));
  CHECK_FALSE(is_outside(band_edges(relative_band("0.25"_d), "0"_d), "0"_d, "1000"_d));
}

TEST_CASE("of nothing, nothing is outside", "[policy][band]") {
  CHECK_FALSE(is_outside(BandEdges{"0.4"_d, "0.6"_d}, "0"_d, "0"_d));
}

}  // namespace
}  // namespace ballast
