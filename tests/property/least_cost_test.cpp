// Where costs decide which trades bring everything inside its bands, the plan ends inside wherever plans that aim
// elsewhere do, and costs no more than they.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "../support/random_case.hpp"
#include "ballast/model/valuation.hpp"
#include "ballast/policy/class_band.hpp"
#include "ballast/rebalance/make_plan.hpp"

using namespace ballast;
using ballast::test::case_count;
using ballast::test::case_text;
using ballast::test::CaseCount;
using ballast::test::CaseShape;
using ballast::test::random_case;
using ballast::test::RandomCase;

namespace {

constexpr CaseCount kCostCases = {.native = 1'200, .sanitized = 100, .wasm = 60};

bool ends_inside(const Policy& policy, const Plan& plan) {
  std::vector<Decimal> values;
  for (const PositionChange& change : plan.changes) {
    if (change.outside_after) return false;
    values.push_back(change.value_after);
  }
  return std::none_of(policy.class_bands.begin(), policy.class_bands.end(), [&](const ClassBand& band) {
    return is_outside(class_band_edges(band, policy), class_amount(band, values), plan.value_after);
  });
}

Decimal spreads_and_fees(const Portfolio& portfolio, const Plan& plan) {
  Decimal sum = plan.total_ledger.fees;
  for (const Trade& trade : plan.trades) {
    const Decimal off = absolute(trade.price - portfolio.assets[trade.asset].price);
    sum += multiply(off, trade.quantity, Rounding::kHalfEven);
  }
  return sum;
}

}  // namespace

TEST_CASE("Where costs decide, plans end inside their bands and cost no more than others", "[property][rebalance]") {
  std::uint64_t compared = 0;
  for (std::uint64_t seed = 0; seed < case_count(kCostCases.here()); ++seed) {
    RandomCase random = random_case(seed, CaseShape{});
    if (!total_is_in_range(random.portfolio) || !costs_are_in_range(random.portfolio)) continue;
    random.request.trigger = PlanRequest::Trigger::kOutsideBands;
    std::vector<Plan> others;
    for (const auto goal : {PlanRequest::Goal::kToTarget, PlanRequest::Goal::kFewestTrades}) {
      random.request.goal = goal;
      Result<Plan> plan = make_plan(random.portfolio, random.policy, random.request);
      REQUIRE(plan.ok());
      const bool counts = plan.value().status != PlanStatus::kInfeasible && ends_inside(random.policy, plan.value());
      if (counts && !plan.value().trades.empty()) others.push_back(std::move(plan.value()));
    }
    for (const auto goal : {PlanRequest::Goal::kLeastTax, PlanRequest::Goal::kLeastCost}) {
      if (others.empty()) continue;
      random.request.goal = goal;
      INFO("seed " << seed << " " << case_text(random));
      const Result<Plan> least = make_plan(random.portfolio, random.policy, random.request);
      REQUIRE(least.ok());
      CHECK(ends_inside(random.policy, least.value()));
      const bool taxed = goal == PlanRequest::Goal::kLeastTax;
      const Decimal rounding = random.portfolio.base_currency.minor_unit();
      for (const Plan& other : others) {
        // What brings a gain nobody knows may be sold by one plan and not by another, for no tax at all.
        if (taxed && other.realised.unknown > least.value().realised.unknown) continue;
        const Decimal there = spreads_and_fees(random.portfolio, other) + (taxed ? other.realised.tax : Decimal());
        CHECK(least.value().costs->amount <= there + rounding);
        ++compared;
      }
    }
  }
  CHECK(compared > case_count(kCostCases.here()) / 5);
}

// Of all terms, also those that are only searched over: rounding apart, which each trade does once and its fee once.
TEST_CASE("No plan inside its bands costs less than the bound of costs", "[property][rebalance]") {
  constexpr CaseCount kBoundCases = {.native = 1'000, .sanitized = 80, .wasm = 40};
  using Goal = PlanRequest::Goal;
  std::uint64_t compared = 0;
  std::uint64_t bounded = 0;
  for (std::uint64_t seed = 0; seed < case_count(kBoundCases.here()); ++seed) {
    RandomCase random = random_case(seed, CaseShape{});
    if (!total_is_in_range(random.portfolio) || !costs_are_in_range(random.portfolio)) continue;
    random.request.trigger = PlanRequest::Trigger::kOutsideBands;
    random.request.destination = PlanRequest::Destination::kBandEdge;
    std::vector<Plan> plans;
    for (const Goal goal : {Goal::kToTarget, Goal::kFewestTrades, Goal::kLeastTax, Goal::kLeastCost}) {
      random.request.goal = goal;
      Result<Plan> plan = make_plan(random.portfolio, random.policy, random.request);
      INFO("seed " << seed << " " << case_text(random));
      REQUIRE(plan.ok());
      const bool has_costs = goal == Goal::kLeastTax || goal == Goal::kLeastCost;
      REQUIRE(plan.value().costs.has_value() == (has_costs && plan.value().status != PlanStatus::kInfeasible));
      if (plan.value().status != PlanStatus::kInfeasible) plans.push_back(std::move(plan.value()));
    }
    if (plans.size() < 4) continue;
    for (const bool taxed : {true, false}) {
      const Plan& least = plans[taxed ? 2 : 3];
      if (least.costs->lower_bound.sign() > 0) ++bounded;
      for (const Plan& other : plans) {
        if (!ends_inside(random.policy, other)) continue;
        INFO("seed " << seed << " " << case_text(random));
        const Decimal costs = spreads_and_fees(random.portfolio, other) + (taxed ? other.realised.tax : Decimal());
        const Decimal rounding =
            multiply(random.portfolio.base_currency.minor_unit(),
                     Decimal::from_integer(2 + 2 * static_cast<std::int64_t>(other.trades.size())), Rounding::kUp);
        CHECK(least.costs->lower_bound <= costs + rounding);
        ++compared;
      }
    }
  }
  CHECK(compared > case_count(kBoundCases.here()));
  CHECK(bounded > case_count(kBoundCases.here()) / 20);
}

namespace {

// One account, two or three assets of whole shares, bands and a proportional fee; everything in whole numbers.
struct Shares {
  std::vector<int> prices;
  std::vector<int> held;
  std::vector<Decimal> targets;
  Decimal width;
  int cash = 0;
  Decimal fee_rate;
  Decimal spread;
};

Shares random_shares(std::mt19937& random) {
  const auto any = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); };
  const auto percent = [](int figure) {
    return divide(Decimal::from_integer(figure), Decimal::from_integer(100), Rounding::kHalfEven);
  };
  Shares out;
  const int count = any(2, 3);
  for (int i = 0; i < count; ++i) {
    out.prices.push_back(any(5, 60));
    out.held.push_back(any(0, 14));
    out.targets.push_back(percent(count == 2 ? any(20, 60) : any(15, 32)));
  }
  out.width = percent(any(3, 12));
  out.cash = any(0, 400);
  out.fee_rate = percent(any(0, 3));
  out.spread = percent(2 * any(0, 1));
  return out;
}

RandomCase case_of(const Shares& shares) {
  RandomCase out;
  out.portfolio.base_currency = {"EUR", 2};
  Account account;
  account.id = "account";
  account.cash = Decimal::from_integer(shares.cash);
  account.fees.proportional = shares.fee_rate;
  Decimal rest = Decimal::from_integer(1);
  for (std::size_t i = 0; i < shares.prices.size(); ++i) {
    Asset asset;
    asset.id = asset.symbol = std::string(1, static_cast<char>('a' + i));
    asset.price = asset.quote = Decimal::from_integer(shares.prices[i]);
    asset.quantity_step = Decimal::from_integer(1);
    asset.spread = shares.spread;
    out.portfolio.assets.push_back(asset);
    Holding holding;
    holding.asset = i;
    holding.quantity = Decimal::from_integer(shares.held[i]);
    account.holdings.push_back(holding);
    Target target;
    target.weight = shares.targets[i];
    target.band = Band{Band::Kind::kAbsolute, shares.width};
    out.policy.targets.push_back(target);
    rest -= target.weight;
  }
  Target cash;
  cash.weight = rest;
  out.policy.targets.push_back(cash);
  out.portfolio.accounts.push_back(account);
  out.request.trigger = PlanRequest::Trigger::kOutsideBands;
  out.request.goal = PlanRequest::Goal::kLeastCost;
  return out;
}

// The least cost of all combinations that end inside every band, in doubles; +infinity where none does.
class CheapestShares {
 public:
  explicit CheapestShares(const Shares& shares) : s_(shares), after_(shares.held) {}

  double find() {
    try_asset(0, s_.cash, 0);
    return best_;
  }

 private:
  void try_asset(std::size_t i, double cash, double costs) {
    if (i == s_.prices.size()) return judge(cash, costs);
    const double half = s_.spread.to_double() / 2;
    const double rate = s_.fee_rate.to_double();
    const int most = 1 + static_cast<int>(1200 / s_.prices[i]);
    for (int after = 0; after <= most; ++after) {
      const double moved = (after - s_.held[i]) * static_cast<double>(s_.prices[i]);
      const double executed = moved + std::fabs(moved) * half;
      // Fees are rounded up to cents, values half-even: without either no cost is more than it is.
      const double fee = std::fabs(executed) * rate;
      after_[i] = after;
      try_asset(i + 1, cash - executed - fee, costs + std::fabs(moved) * half + fee);
    }
  }

  void judge(double cash, double costs) {
    if (cash < -1e-9) return;
    double total = cash;
    for (std::size_t i = 0; i < after_.size(); ++i) total += after_[i] * static_cast<double>(s_.prices[i]);
    for (std::size_t i = 0; i < after_.size(); ++i) {
      const double weight = after_[i] * static_cast<double>(s_.prices[i]) / total;
      if (std::fabs(weight - s_.targets[i].to_double()) > s_.width.to_double() + 1e-12) return;
    }
    best_ = std::min(best_, costs);
  }

  const Shares& s_;
  std::vector<int> after_;
  double best_ = std::numeric_limits<double>::infinity();
};

}  // namespace

TEST_CASE("No combination of whole shares costs less than the bound, and few less than the plan",
          "[property][rebalance]") {
  constexpr CaseCount kShareCases = {.native = 400, .sanitized = 40, .wasm = 30};
  std::mt19937 random(11);
  std::uint64_t compared = 0;
  std::uint64_t met = 0;
  for (std::uint64_t k = 0; k < case_count(kShareCases.here()); ++k) {
    const Shares shares = random_shares(random);
    const RandomCase one = case_of(shares);
    if (!total_is_in_range(one.portfolio)) continue;
    const Result<Plan> plan = make_plan(one.portfolio, one.policy, one.request);
    INFO(k << " " << case_text(one));
    REQUIRE(plan.ok());
    REQUIRE(plan.value().costs.has_value());
    const bool inside = ends_inside(one.policy, plan.value());
    const double least = CheapestShares(shares).find();
    // What an unnecessary cent of fees leaves.
    CHECK(plan.value().costs->lower_bound.to_double() <= least + 0.005);
    if (std::isinf(least) || !inside) continue;
    ++compared;
    CHECK(plan.value().costs->amount.to_double() >= least - 0.02);
    if (plan.value().costs->amount.to_double() <= least + 0.05) ++met;
  }
  CHECK(compared > case_count(kShareCases.here()) / 4);
  CHECK(met * 10 >= compared * 9);
}

TEST_CASE("Where costs decide, plans of any terms keep every rule", "[property][rebalance]") {
  CaseShape large;
  large.most_assets = 40;
  large.most_accounts = 6;
  const std::uint64_t count = case_count(kCostCases.here());
  for (std::uint64_t seed = 0; seed < count + count / 20; ++seed) {
    RandomCase random = seed < count ? random_case(seed, CaseShape{}) : random_case(seed, large);
    if (!total_is_in_range(random.portfolio) || !costs_are_in_range(random.portfolio)) continue;
    random.request.trigger = PlanRequest::Trigger::kOutsideBands;
    for (const auto goal : {PlanRequest::Goal::kLeastTax, PlanRequest::Goal::kLeastCost}) {
      random.request.goal = goal;
      INFO("seed " << seed << " " << case_text(random));
      CHECK(make_plan(random.portfolio, random.policy, random.request).ok());
    }
  }
}
