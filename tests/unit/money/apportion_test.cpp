#include "ballast/money/apportion.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_range_equals.hpp>
#include <cstdint>
#include <numeric>
#include <vector>

#include "decimal_literals.hpp"

namespace ballast {
namespace {

using Catch::Matchers::RangeEquals;

const Decimal kSeat = Decimal::from_integer(1);

std::vector<Decimal> whole(const std::vector<std::int64_t>& numbers) {
  std::vector<Decimal> out;
  for (const std::int64_t number : numbers) out.push_back(Decimal::from_integer(number));
  return out;
}

std::vector<Decimal> seats(std::int64_t count, const std::vector<std::int64_t>& populations) {
  return apportion(Decimal::from_integer(count), whole(populations), kSeat);
}

TEST_CASE("Hamilton's bill of 1792", "[money][apportion]") {
  // The apportionment that G. Washington vetoed: 15 states by the census of 1790 (total 3,615,920), 120 seats.
  // COMAP, For All Practical Purposes, 10th ed., ch. 14, table 14.5; M. Balinski, H. P. Young, Fair Representation,
  // 1982. VA MA PA NC NY MD CT SC NJ NH VT GA KY RI DE
  const std::vector<std::int64_t> populations = {630'560, 475'327, 432'879, 353'523, 331'589, 278'514, 236'841, 206'236,
                                                 179'570, 141'822, 85'533,  70'835,  68'705,  68'446,  55'540};
  REQUIRE(std::accumulate(populations.begin(), populations.end(), std::int64_t{0}) == 3'615'920);
  CHECK_THAT(seats(120, populations), RangeEquals(whole({21, 16, 14, 12, 11, 9, 8, 7, 6, 5, 3, 2, 2, 2, 2})));
}

TEST_CASE("the textbook example with six parties", "[money][apportion]") {
  // Wikipedia, "Largest remainder method", 100,000 votes and 10 seats by the Hare quota: quotas 4.7, 1.6, 1.59, 1.2,
  // 0.6, 0.31.
  CHECK_THAT(seats(10, {47'000, 16'000, 15'900, 12'000, 6'000, 3'100}), RangeEquals(whole({5, 2, 1, 1, 1, 0})));
}

TEST_CASE("the Alabama paradox", "[money][apportion]") {
  // Wikipedia, "Largest remainder method": one seat more in all, one fewer for the fourth and the fifth.
  const std::vector<std::int64_t> votes = {1'500, 1'500, 900, 500, 500, 200};
  CHECK_THAT(seats(25, votes), RangeEquals(whole({7, 7, 4, 3, 3, 1})));
  CHECK_THAT(seats(26, votes), RangeEquals(whole({8, 8, 5, 2, 2, 1})));
}

TEST_CASE("ties go by order", "[money][apportion]") {
  CHECK_THAT(seats(1, {1, 1, 1}), RangeEquals(whole({1, 0, 0})));
  CHECK_THAT(seats(2, {1, 1, 1}), RangeEquals(whole({1, 1, 0})));
  CHECK_THAT(seats(5, {0, 1, 0, 1}), RangeEquals(whole({0, 3, 0, 2})));
}

TEST_CASE("a third each of one, in cents and in the smallest units", "[money][apportion]") {
  const std::vector<Decimal> thirds = whole({1, 1, 1});
  CHECK_THAT(apportion("1"_d, thirds, "0.01"_d), RangeEquals(std::vector{"0.34"_d, "0.33"_d, "0.33"_d}));
  CHECK_THAT(apportion("1"_d, thirds, Decimal::smallest(18)),
             RangeEquals(std::vector{"0.333333333333333334"_d, "0.333333333333333333"_d, "0.333333333333333333"_d}));
}

TEST_CASE("weights are shares of their sum, whatever that is", "[money][apportion]") {
  const std::vector<Decimal> tiny = {Decimal::smallest(18), "0.000000000000000003"_d};
  CHECK_THAT(apportion("100"_d, tiny, "0.01"_d), RangeEquals(whole({25, 75})));
  const std::vector<Decimal> huge = {kMaximum, kMaximum};
  CHECK_THAT(apportion(kMaximum, huge, "1"_d),
             RangeEquals(std::vector{"50000000000000000000"_d, "50000000000000000000"_d}));
}

TEST_CASE("nothing to divide, nobody to give to", "[money][apportion]") {
  CHECK(apportion("7"_d, {}, "1"_d).empty());
  CHECK_THAT(seats(0, {3, 4}), RangeEquals(whole({0, 0})));
  CHECK_THAT(seats(0, {0, 0}), RangeEquals(whole({0, 0})));
  CHECK_THAT(seats(7, {0, 0}), RangeEquals(whole({7, 0})));
  CHECK_THAT(seats(7, {0}), RangeEquals(whole({7})));
}

TEST_CASE("parts sum exactly and are less than a quantum from their share", "[money][apportion]") {
  // Whole numbers below 2^20 from a multiplicative generator (D. H. Lehmer; Park and Miller 1988, minimal standard).
  std::uint64_t state = 42;
  const auto next = [&](std::uint64_t below) {
    state = state * 48'271 % 2'147'483'647;
    return state % below;
  };
  for (int round = 0; round < 2'000; ++round) {
    std::vector<Decimal> weights;
    Int128 sum = 0;
    for (std::uint64_t n = 1 + next(12); n > 0; --n) {
      const auto weight = static_cast<std::int64_t>(next(1 << 20));
      weights.push_back(Decimal::from_units(weight));
      sum += weight;
    }
    if (sum == 0) continue;
    const auto quantum = static_cast<std::int64_t>(1 + next(1'000));
    const auto quanta = static_cast<std::int64_t>(next(1 << 20));
    const Decimal amount = Decimal::from_units(static_cast<Int128>(quanta) * quantum);
    const std::vector<Decimal> parts = apportion(amount, weights, Decimal::from_units(quantum));
    REQUIRE(parts.size() == weights.size());
    Decimal total;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      total += parts[i];
      REQUIRE(parts[i].units() % quantum == 0);
      // |part - amount * weight / sum| < quantum, both sides times sum
      const Int128 off = parts[i].units() * sum - amount.units() * weights[i].units();
      REQUIRE((off < 0 ? -off : off) < quantum * sum);
      if (weights[i].is_zero()) REQUIRE(parts[i].is_zero());
    }
    REQUIRE(total == amount);
  }
}

}  // namespace
}  // namespace ballast
