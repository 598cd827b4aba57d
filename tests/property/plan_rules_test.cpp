// Every plan, of whatever portfolio and request, keeps the law of the house: make_plan gives nothing out that its own
// verifier refuses, so a refusal is a failure here.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "../support/random_case.hpp"
#include "ballast/model/valuation.hpp"
#include "ballast/rebalance/make_plan.hpp"

using namespace ballast;
using ballast::test::case_count;
using ballast::test::CaseCount;
using ballast::test::CaseShape;
using ballast::test::random_case;
using ballast::test::RandomCase;

namespace {

constexpr CaseCount kPlanCases = {.native = 16'000, .sanitized = 600, .wasm = 300};

// A unit of the checks below, said in one string so that a failing seed shows which one broke.
std::string broken_promise(const RandomCase& random, const Plan& plan) {
  Decimal assets_before;
  Decimal assets_after;
  for (std::size_t i = 0; i + 1 < plan.changes.size(); ++i) {
    assets_before += plan.changes[i].value_before;
    assets_after += plan.changes[i].value_after;
  }
  const CashLedger& total = plan.total_ledger;
  // What left cash for assets is in the assets, but for half the spread and the rounding of each trade to a minor unit.
  const Portfolio& portfolio = random.portfolio;
  Decimal spread;
  Decimal rounding = portfolio.base_currency.minor_unit();
  for (const Trade& trade : plan.trades) {
    const CurrencyChoice choice = portfolio.accounts[trade.account].currency;
    const Decimal rate = choice ? portfolio.currencies[*choice].rate : Decimal::from_integer(1);
    const Currency& currency = choice ? portfolio.currencies[*choice].currency : portfolio.base_currency;
    const Decimal executed = multiply(trade.price, rate, Rounding::kHalfEven);
    spread += multiply(absolute(executed - portfolio.assets[trade.asset].price), trade.quantity, Rounding::kHalfEven);
    rounding += multiply(currency.minor_unit(), rate, Rounding::kUp);
  }
  const Decimal moved = (assets_after - assets_before) - (total.buys - total.sells) + spread;
  if (absolute(moved) > rounding) return "value appeared or vanished";
  if (plan.proof.gap.sign() < 0) return "negative gap";
  for (const Trade& trade : plan.trades) {
    if (trade.fee >= trade.value) return "a trade that only pays its fee";
    if (trade.side == Side::kBuy && random.policy.targets[trade.asset].weight.is_zero()) {
      return "bought without a target";
    }
  }
  const bool aims_at_targets = random.request.directions != PlanRequest::Directions::kSwitchOnly;
  const bool free_to_rest = random.request.cash_flows.empty() && random.request.free_flow.is_zero() && aims_at_targets;
  const bool takes_losses = plan.harvested && !plan.harvested->empty();
  if (free_to_rest && !takes_losses && random.request.trigger == PlanRequest::Trigger::kAlways) {
    bool sells_unwanted = false;
    for (const Trade& trade : plan.trades) {
      sells_unwanted = sells_unwanted || random.policy.targets[trade.asset].weight.is_zero();
    }
    if (!sells_unwanted && plan.drift_after.chi_square > plan.drift_before.chi_square) {
      return "worse than doing nothing";
    }
  }
  return "";
}

void check_cases(std::uint64_t first, std::uint64_t count, const CaseShape& shape) {
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const RandomCase random = random_case(seed, shape);
    if (!total_is_in_range(random.portfolio) || !costs_are_in_range(random.portfolio)) continue;
    const Result<Plan> plan = make_plan(random.portfolio, random.policy, random.request);
    const std::string broken = plan.ok() ? broken_promise(random, plan.value())
                                         : "refused: " + plan.problems().front().parameters.front().second;
    if (broken.empty()) continue;
    INFO("seed " << seed << " " << case_text(random));
    FAIL(broken);
  }
  SUCCEED();
}

}  // namespace

// In two halves, which ctest runs side by side.
TEST_CASE("Plans of random portfolios keep every rule, first half", "[property][rebalance]") {
  check_cases(0, case_count(kPlanCases.here()) / 2, CaseShape{});
}

TEST_CASE("Plans of random portfolios keep every rule, second half", "[property][rebalance]") {
  const std::uint64_t half = case_count(kPlanCases.here()) / 2;
  check_cases(half, half, CaseShape{});
}

TEST_CASE("Plans of larger random portfolios keep every rule", "[property][rebalance]") {
  CaseShape shape;
  shape.most_assets = 40;
  shape.most_accounts = 6;
  check_cases(0, case_count(kPlanCases.here()) / 200, shape);
}

TEST_CASE("Plans of random portfolios in several currencies keep every rule", "[property][rebalance]") {
  CaseShape shape;
  shape.currencies = true;
  check_cases(0, case_count(kPlanCases.here()) / 2, shape);
}

// Every point of the curve is the plan that a request for so many trades gives.
TEST_CASE("The curve says what plans of fewer trades come to", "[property][rebalance]") {
  constexpr CaseCount kCurves = {.native = 2'000, .sanitized = 40, .wasm = 25};
  std::uint64_t points = 0;
  for (std::uint64_t seed = 0; seed < case_count(kCurves.here()); ++seed) {
    RandomCase random = random_case(seed, CaseShape{});
    random.request.curve = true;
    INFO("seed " << seed << " " << case_text(random));
    const Result<Plan> all = make_plan(random.portfolio, random.policy, random.request);
    REQUIRE(all.ok());
    std::size_t before = all.value().trades.size() + 1;
    for (const CurvePoint& point : all.value().curve) {
      REQUIRE(point.trades < before);
      before = point.trades;
      random.request.most_trades = point.trades;
      const Result<Plan> one = make_plan(random.portfolio, random.policy, random.request);
      REQUIRE(one.ok());
      CHECK(one.value().trades.size() == point.trades);
      CHECK(one.value().proof.objective == point.objective);
      CHECK(one.value().drift_after.misplaced_share == point.misplaced_share);
      CHECK(one.value().total_ledger.buys + one.value().total_ledger.sells == point.turnover);
      CHECK(one.value().realised.tax == point.tax);
      ++points;
    }
  }
  CHECK(points > case_count(kCurves.here()));
}

TEST_CASE("The same input gives the same plan", "[property][rebalance]") {
  constexpr CaseCount kTwice = {.native = 1'000, .sanitized = 60, .wasm = 40};
  for (std::uint64_t seed = 0; seed < case_count(kTwice.here()); ++seed) {
    const RandomCase random = random_case(seed, CaseShape{});
    const Result<Plan> one = make_plan(random.portfolio, random.policy, random.request);
    const Result<Plan> two = make_plan(random.portfolio, random.policy, random.request);
    REQUIRE(one.ok());
    REQUIRE(one.value().trades.size() == two.value().trades.size());
    for (std::size_t i = 0; i < one.value().trades.size(); ++i) {
      CHECK(one.value().trades[i].quantity == two.value().trades[i].quantity);
    }
    CHECK(one.value().proof.gap == two.value().proof.gap);
  }
}
