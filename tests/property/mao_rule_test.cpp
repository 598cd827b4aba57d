// Money in, nothing sold, no steps, no fees: the plan is Mao's rule (A. Mao, "optimal lazy portfolio rebalancing"):
// buy_i = max(0, level * t_i - v_i), with the level at which the buys use up the cash. Money out, nothing bought: its
// mirror image, sell_i = max(0, v_i - level * t_i), with the level at which the sales raise it. Solved here by
// bisection on the level, from the definition.
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

// Cash that is left over is off its own target of 0: sales end where it weighs as much as what is still too much,
// (v_i - s_i) / (t_i T) - 1 = cash / (d T), with T what is left of all and d the smallest target.
std::vector<double> mirrored_sales(const std::vector<double>& value, const std::vector<double>& target, double cash) {
  double total = -cash;
  double divisor = 1;
  for (std::size_t i = 0; i < value.size(); ++i) {
    total += value[i];
    if (target[i] > 0) divisor = std::min(divisor, target[i]);
  }
  const auto over = [&](double level) {
    double sum = -cash - std::max(0.0, level - 1) * divisor * total;
    for (std::size_t i = 0; i < value.size(); ++i) sum += std::max(0.0, value[i] - level * target[i] * total);
    return sum;
  };
  double low = 0;
  double high = 1;
  while (over(high) > 0) high *= 2;
  for (int i = 0; i < 300; ++i) {
    const double middle = (low + high) / 2;
    (over(middle) > 0 ? low : high) = middle;
  }
  std::vector<double> sales;
  for (std::size_t i = 0; i < value.size(); ++i) sales.push_back(std::max(0.0, value[i] - high * target[i] * total));
  return sales;
}

CaseShape one_plain_account() {
  CaseShape shape;
  shape.most_assets = 12;
  shape.most_accounts = 1;
  shape.fees = false;
  shape.limits = false;
  shape.requests = false;
  return shape;
}

}  // namespace

TEST_CASE("A deposit without selling follows Mao's rule to the last minor unit", "[property][rebalance]") {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < case_count(2'000); ++seed) {
    RandomCase random = random_case(seed, one_plain_account());
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

TEST_CASE("A withdrawal without buying mirrors Mao's rule to the last minor unit", "[property][rebalance]") {
  CaseShape shape = one_plain_account();
  shape.lots = false;
  int compared = 0;
  for (std::uint64_t seed = 0; seed < case_count(2'000); ++seed) {
    RandomCase random = random_case(seed, shape);
    Portfolio& portfolio = random.portfolio;
    portfolio.base_currency = {"USD", 2};
    bool usable = random.policy.cash().weight.is_zero();
    for (Asset& asset : portfolio.assets) {
      asset.quantity_step = Decimal();
      usable = usable && asset.price.sign() > 0;
    }
    // What has no target is sold in any case.
    Decimal total;
    for (const Holding& holding : portfolio.accounts[0].holdings) {
      usable = usable && random.policy.targets[holding.asset].weight.sign() > 0;
      total += multiply(holding.quantity, portfolio.assets[holding.asset].price, Rounding::kDown);
    }
    portfolio.accounts[0].cash = Decimal();
    const Decimal part = multiply_divide(total, Decimal::from_integer(1 + static_cast<std::int64_t>(seed % 90)),
                                         Decimal::from_integer(100), Rounding::kDown, 2);
    if (!usable || part.sign() <= 0) continue;
    random.request.cash_flows = {{0, -part}};
    random.request.directions = PlanRequest::Directions::kSellOnly;
    const Result<Plan> result = make_plan(portfolio, random.policy, random.request);
    INFO("seed " << seed << " " << case_text(random));
    REQUIRE(result.ok());
    const Plan& plan = result.value();
    std::vector<double> value;
    std::vector<double> target;
    for (std::size_t i = 0; i + 1 < plan.changes.size(); ++i) {
      value.push_back(plan.changes[i].value_before.to_double());
      target.push_back(plan.changes[i].target.to_double());
    }
    const std::vector<double> expected = mirrored_sales(value, target, part.to_double());
    std::vector<double> sold(value.size(), 0);
    for (const Trade& trade : plan.trades) sold[trade.asset] = trade.value.to_double();
    for (std::size_t i = 0; i < value.size(); ++i) CHECK(std::fabs(sold[i] - expected[i]) < 0.01 + 1e-6);
    double raised = 0;
    for (const double sale : expected) raised += sale;
    CHECK(std::fabs(plan.total_ledger.cash_after.to_double() - (raised - part.to_double())) <
          0.01 * static_cast<double>(1 + value.size()));
    ++compared;
  }
  CHECK(compared > 100);
}
