#include "ballast/policy/balancing_deposit.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace ballast;

namespace {

const Currency kDollars{"USD", 2};

Decimal whole(std::int64_t value) { return Decimal::from_integer(value); }
Decimal percent(std::int64_t points) { return divide(whole(points), whole(100), Rounding::kHalfEven); }

Policy policy_of(const std::vector<std::int64_t>& points) {
  Policy policy;
  for (const std::int64_t weight : points) policy.targets.push_back({percent(weight), {}});
  return policy;
}

}  // namespace

TEST_CASE("As much as brings the asset furthest above its target onto it", "[policy]") {
  // 600, 300 and 100 of 50, 30 and 20 %: 600 is half of 1200. Then 60 and 140 are bought for the 200.
  const std::vector<Decimal> values = {whole(600), whole(300), whole(100), {}};
  CHECK(balancing_deposit(policy_of({50, 30, 20, 0}), values, kDollars) == whole(200));
}

TEST_CASE("Cash that is there counts", "[policy]") {
  const std::vector<Decimal> values = {whole(600), whole(300), whole(150)};
  CHECK(balancing_deposit(policy_of({50, 50, 0}), values, kDollars) == whole(150));
  const std::vector<Decimal> enough = {whole(600), whole(300), whole(350)};
  CHECK(balancing_deposit(policy_of({50, 50, 0}), enough, kDollars) == Decimal());
}

TEST_CASE("Rounded up to what can be paid", "[policy]") {
  // 100 is a third: 300.0000000000000003 with 0.333333333333333333, more than 300.
  Policy policy = policy_of({0, 0});
  policy.targets[0].weight = divide(whole(1), whole(3), Rounding::kDown);
  policy.targets[1].weight = whole(1) - policy.targets[0].weight;
  const std::vector<Decimal> values = {whole(100), {}};
  CHECK(balancing_deposit(policy, values, kDollars) == whole(200) + Decimal::smallest(2));
}

TEST_CASE("No deposit makes what has no target disappear", "[policy]") {
  const std::vector<Decimal> values = {whole(600), Decimal::smallest(18), {}};
  CHECK_FALSE(balancing_deposit(policy_of({100, 0, 0}), values, kDollars).has_value());
}

TEST_CASE("A deposit that would be out of range is none", "[policy]") {
  Policy policy = policy_of({0, 100});
  policy.targets[0].weight = Decimal::smallest(18);
  const std::vector<Decimal> values = {whole(1'000), {}};
  CHECK_FALSE(balancing_deposit(policy, values, kDollars).has_value());
}

TEST_CASE("Nothing held needs no deposit", "[policy]") {
  const std::vector<Decimal> values = {{}, {}};
  CHECK(balancing_deposit(policy_of({50, 50}), values, kDollars) == Decimal());
}
