#include "ballast/policy/drift.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_range_equals.hpp>
#include <numeric>
#include <vector>

#include "../money/decimal_literals.hpp"

namespace ballast {
namespace {

using Catch::Matchers::RangeEquals;

Policy policy(const std::vector<Decimal>& weights) {
  Policy out;
  for (const Decimal weight : weights) out.targets.push_back({weight, {}});
  return out;
}

TEST_CASE("the smallest positive target", "[policy][drift]") {
  CHECK(smallest_positive_target(policy({"0.5"_d, "0"_d, "0.2"_d, "0.3"_d})) == "0.2"_d);
  CHECK(smallest_positive_target(policy({"0"_d, "1"_d})) == "1"_d);
  CHECK(smallest_positive_target(policy({"0.999999999999999999"_d, Decimal::smallest(18)})) == Decimal::smallest(18));
}

TEST_CASE("a target of 0 is divided by the smallest positive one", "[policy][drift]") {
  CHECK_THAT(drift_divisors(policy({"0.5"_d, "0"_d, "0.2"_d, "0.3"_d})),
             RangeEquals(std::vector{"0.5"_d, "0.2"_d, "0.2"_d, "0.3"_d}));
}

TEST_CASE("on target there is no drift", "[policy][drift]") {
  const std::vector values = {"50"_d, "30"_d, "20"_d};
  const Drift drift = measure_drift(values, policy({"0.5"_d, "0.3"_d, "0.2"_d}));
  CHECK(drift.misplaced_share.is_zero());
  CHECK(drift.chi_square.is_zero());
}

TEST_CASE("drift by hand", "[policy][drift]") {
  // w = 0.6, 0.3, 0.1 against t = 0.5, 0.3, 0.2.
  // Misplaced: (0.1 + 0 + 0.1)/2 = 0.1. Chi-square: 0.01/0.5 + 0 + 0.01/0.2 = 0.02 + 0.05.
  const std::vector values = {"600"_d, "300"_d, "100"_d};
  const Drift drift = measure_drift(values, policy({"0.5"_d, "0.3"_d, "0.2"_d}));
  CHECK(drift.misplaced_share == "0.1"_d);
  CHECK(drift.chi_square == "0.07"_d);
}

TEST_CASE("drift by hand with a target of 0", "[policy][drift]") {
  // w = 0.25, 0.25, 0.5 against t = 0.8, 0, 0.2; the middle divisor is 0.2.
  // Misplaced: (0.55 + 0.25 + 0.3)/2 = 0.55. Chi-square: 0.3025/0.8 + 0.0625/0.2 + 0.09/0.2 = 0.378125 + 0.3125 + 0.45.
  const std::vector values = {"1"_d, "1"_d, "2"_d};
  const Drift drift = measure_drift(values, policy({"0.8"_d, "0"_d, "0.2"_d}));
  CHECK(drift.misplaced_share == "0.55"_d);
  CHECK(drift.chi_square == "1.140625"_d);
}

TEST_CASE("drift in thirds", "[policy][drift]") {
  // w = 1/3, 2/3 against t = 1/2, 1/2. Misplaced: 1/6. Chi-square: 2 (1/6)^2 / (1/2) = 1/9.
  // Weights are rounded at 18 decimals, so n 2e-18 and n 1e-17/min(d) are allowed.
  const std::vector values = {"1"_d, "2"_d};
  const Drift drift = measure_drift(values, policy({"0.5"_d, "0.5"_d}));
  CHECK(absolute(drift.misplaced_share - "0.166666666666666667"_d) <= "0.000000000000000004"_d);
  CHECK(absolute(drift.chi_square - "0.111111111111111111"_d) <= "0.00000000000000004"_d);
}

TEST_CASE("everything elsewhere is a misplaced share of 1", "[policy][drift]") {
  const std::vector values = {"0"_d, "7"_d, "0"_d};
  CHECK(measure_drift(values, policy({"1"_d, "0"_d, "0"_d})).misplaced_share == "1"_d);
  CHECK(measure_drift(values, policy({"0.5"_d, "0"_d, "0.5"_d})).misplaced_share == "1"_d);
}

TEST_CASE("misplaced share does not ask which is held and which is wanted", "[policy][drift]") {
  const std::vector one = {"0.1"_d, "0.2"_d, "0.7"_d};
  const std::vector two = {"0.35"_d, "0.6"_d, "0.05"_d};
  const std::vector ones = {"1"_d, "1"_d, "1"_d};
  CHECK(measure_drift(one, two, ones).misplaced_share == "0.65"_d);
  CHECK(measure_drift(two, one, ones).misplaced_share == "0.65"_d);
}

TEST_CASE("drift is of shares, so the size of the whole does not matter", "[policy][drift]") {
  const Policy p = policy({"0.5"_d, "0.25"_d, "0.25"_d});
  const std::vector small = {"0.000000000000000003"_d, "0.000000000000000001"_d, "0"_d};
  const std::vector large = {"75000000000000000000"_d, "25000000000000000000"_d, "0"_d};
  // w = 0.75, 0.25, 0: misplaced 0.25, chi-square 0.0625/0.5 + 0 + 0.0625/0.25 = 0.375.
  for (const std::vector<Decimal>& values : {small, large}) {
    CHECK(measure_drift(values, p).misplaced_share == "0.25"_d);
    CHECK(measure_drift(values, p).chi_square == "0.375"_d);
  }
}

TEST_CASE("of nothing there is no drift", "[policy][drift]") {
  const std::vector<Decimal> values(3);
  const Drift drift = measure_drift(values, policy({"0.5"_d, "0.3"_d, "0.2"_d}));
  CHECK(drift.misplaced_share.is_zero());
  CHECK(drift.chi_square.is_zero());
}

TEST_CASE("shown weights sum to exactly 1", "[policy][drift]") {
  const std::vector thirds = {"1"_d, "1"_d, "1"_d};
  CHECK_THAT(shown_weights(thirds),
             RangeEquals(std::vector{"0.333333333334"_d, "0.333333333333"_d, "0.333333333333"_d}));
  // 1/7, 2/7, 4/7 = 0.142857142857|142, 0.285714285714|285, 0.571428571428|571: the unit left goes to the last.
  const std::vector sevenths = {"1"_d, "2"_d, "4"_d};
  CHECK_THAT(shown_weights(sevenths),
             RangeEquals(std::vector{"0.142857142857"_d, "0.285714285714"_d, "0.571428571429"_d}));
  for (std::int64_t n = 1; n <= 60; ++n) {
    std::vector<Decimal> values;
    for (std::int64_t i = 0; i < n; ++i) values.push_back(Decimal::from_integer(i * i % 17 + 1));
    const std::vector<Decimal> weights = shown_weights(values);
    CHECK(std::accumulate(weights.begin(), weights.end(), Decimal()) == "1"_d);
  }
}

TEST_CASE("shown weights of nothing are all 0", "[policy][drift]") {
  CHECK_THAT(shown_weights(std::vector<Decimal>(2)), RangeEquals(std::vector<Decimal>(2)));
}

TEST_CASE("dust is shown as 0", "[policy][drift]") {
  const std::vector values = {"1000000"_d, Decimal::smallest(8)};
  CHECK_THAT(shown_weights(values), RangeEquals(std::vector{"1"_d, "0"_d}));
}

}  // namespace
}  // namespace ballast
