#include "../../../core/src/app/distance.hpp"

#include <catch2/catch_test_macros.hpp>

#include "../money/decimal_literals.hpp"

namespace ballast {
namespace {

const BandEdges kEdges{"0.37"_d, "0.43"_d};

TEST_CASE("a difference in money is what lies above the target's share of the total", "[app][distance]") {
  CHECK(difference_value("450"_d, "0.4"_d, "1000"_d) == "50"_d);
  CHECK(difference_value("300"_d, "0.35"_d, "1000"_d) == "-50"_d);
  CHECK(difference_value("0"_d, "0.5"_d, "0"_d) == "0"_d);
  CHECK(difference_value(kMaximum, "0.000000000000000001"_d, kMaximum) == kMaximum - "100"_d);
  // A third of a unit of the 18th decimal is rounded to the nearest.
  CHECK(difference_value("0"_d, "0.333333333333333333"_d, "0.000000000000000001"_d) == "0"_d);
}

TEST_CASE("inside a band, on its edge and without a band nothing is outside", "[app][distance]") {
  CHECK_FALSE(outside_by(kEdges, "400"_d, "1000"_d).has_value());
  CHECK_FALSE(outside_by(kEdges, "370"_d, "1000"_d).has_value());
  CHECK_FALSE(outside_by(kEdges, "430"_d, "1000"_d).has_value());
  CHECK_FALSE(outside_by(std::nullopt, "1000"_d, "1000"_d).has_value());
  CHECK_FALSE(outside_by(kEdges, "0"_d, "0"_d).has_value());
}

TEST_CASE("outside, the sign says on which side", "[app][distance]") {
  CHECK(outside_by(kEdges, "450"_d, "1000"_d) == "0.02"_d);
  CHECK(outside_by(kEdges, "300"_d, "1000"_d) == "-0.07"_d);
  CHECK(outside_by(kEdges, "0"_d, "1000"_d) == "-0.37"_d);
  CHECK(outside_by(kEdges, "1000"_d, "1000"_d) == "0.57"_d);
}

TEST_CASE("however little it is outside, it is not said to be 0", "[app][distance]") {
  // The weights differ from the edges by 1e-38: far less than the last decimal.
  const Decimal smallest = Decimal::smallest(18);
  CHECK(outside_by(kEdges, multiply("0.43"_d, kMaximum, Rounding::kDown) + smallest, kMaximum) == smallest);
  CHECK(outside_by(kEdges, multiply("0.37"_d, kMaximum, Rounding::kDown) - smallest, kMaximum) == -smallest);
  // A band without width around a weight that has no end.
  const BandEdges third{"0.333333333333333333"_d, "0.333333333333333333"_d};
  CHECK(outside_by(third, "1"_d, "3"_d) == smallest);
}

}  // namespace
}  // namespace ballast
