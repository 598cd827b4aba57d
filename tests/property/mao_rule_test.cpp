// Money in, nothing sold, no steps, no fees: the plan is Mao's rule (A. Mao, "optimal lazy portfolio rebalancing"):
// buy_i = max(0, level * t_i - v_i), with the level at which the buys use up the cash. Solved here by bisection on the
// level, from the definition.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "../support/random_case.hpp"
#include "ballast/rebalance/make_plan.hpp"

using namespace ballast;
using ballast::test::case_count;
using ballast::test::case_text;
using ballast::test::CaseShape;
using ballast::test::random_case;
using ballast::test::RandomCase;

namespace {

std::vector<double> maos_buys(const std::vector<double>& value, const std::vector<double>& target, double cash) {
  const auto spent = [&](double level) {
    double sum = 0;
    for (std::size_t i = 0; i < value.size(); ++i) sum += std::max(0.0, level * target[i] - value[i]);
    return sum;
  };
  double low = 0;
  double high = 1;
  while (spent(high) < cash) high *= 2;
  for (int i = 0; i < 300; ++i) {
    const double middle = (low + high) / 2;
    (spent(middle) < cash ? low : high) = middle;
  }
  std::vector<double> buys;
  for (std::size_t i = 0; i < value.size(); ++i) buys.push_back(std::max(0.0, high * target[i] - value[i]));
  return buys;
}

}  // namespace

TEST_CASE("A deposit without selling follows Mao's rule to the last minor unit", "[property][rebalance]") {
  CaseShape shape;
  shape.most_assets = 12;
  shape.most_accounts = 1;
  shape.fees = false;
  shape.limits = false;
  shape.requests = false;
  int compared = 0;
  for (std::uint64_t seed = 0; seed < case_count(2'000); ++seed) {
    RandomCase random = random_case(seed, shape);
    Portfolio& portfolio = random.portfolio;
    portfolio.base_currency = {"USD", 2};
    bool usable = true;
    for (Asset& asset : portfolio.assets) {
      asset.quantity_step = Decimal();
      usable = usable && asset.price.sign() > 0;
    }
    portfolio.accounts[0].cash = Decimal();
    if (!usable || random.policy.cash().weight.is_zero() == (seed % 2 == 0)) continue;
    const Decimal deposit = Decimal::from_integer(static_cast<std::int64_t>(1 + seed * 37 % 100'000));
    random.request.cash_flows = {{0, deposit}};
    random.request.directions = PlanRequest::Directions::kBuyOnly;
    const Result<Plan> result = make_plan(portfolio, random.policy, random.request);
    INFO("seed " << seed << " " << case_text(random));
    REQUIRE(result.ok());
    const Plan& plan = result.value();

    std::vector<double> value;
    std::vector<double> target;
    for (std::size_t i = 0; i < plan.changes.size(); ++i) {
      value.push_back(plan.changes[i].value_before.to_double());
      target.push_back(plan.changes[i].target.to_double());
    }
    const std::vector<double> expected = maos_buys(value, target, deposit.to_double());
    std::vector<double> bought(value.size(), 0);
    for (const Trade& trade : plan.trades) bought[trade.asset] = trade.value.to_double();
    // Each is the exact amount brought to a cent next to it, and together they use up what is not kept as cash.
    for (std::size_t i = 0; i + 1 < value.size(); ++i) CHECK(std::fabs(bought[i] - expected[i]) < 0.01 + 1e-6);
    CHECK(std::fabs(plan.total_ledger.cash_after.to_double() - expected.back()) <
          0.01 * static_cast<double>(value.size()));
    if (target.back() == 0) CHECK(plan.total_ledger.cash_after.is_zero());
    ++compared;
  }
  CHECK(compared > 500);
}
