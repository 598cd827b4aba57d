// Taking losses against an independent count: unit by unit, over every quantity, in floating point.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include "../support/random_case.hpp"
#include "ballast/model/valuation.hpp"
#include "ballast/rebalance/make_plan.hpp"
#include "ballast/tax/sale_order.hpp"

using namespace ballast;
using ballast::test::case_count;
using ballast::test::CaseCount;
using ballast::test::CaseShape;
using ballast::test::random_case;
using ballast::test::RandomCase;

namespace {

constexpr CaseCount kHarvestCases = {.native = 12'000, .sanitized = 600, .wasm = 300};
constexpr double kMinorUnit = 0.01;
constexpr double kNoise = 1e-9;

// One whole share of a lot.
struct Share {
  double cost;
  double rate;
  Date acquired;
  std::size_t lot;
  bool ends_lot;
};

class Count {
 public:
  Count(const RandomCase& random, AccountIndex account, const Holding& holding)
      : account_(random.portfolio.accounts[account]),
        rules_(random.portfolio.tax_rules[*account_.tax_rules]),
        request_(random.request),
        price_(random.portfolio.assets[holding.asset].price.to_double()) {
    for (std::size_t k = 0; k < holding.lots.size(); ++k) {
      const Lot& lot = holding.lots[k];
      const double rate = rules_.periods[period_of_sale(rules_, lot.acquired, *request_.date)].rate.to_double();
      for (double left = lot.quantity.to_double(); left > 0.5; --left) {
        shares_.push_back({lot.unit_cost.to_double(), rate, lot.acquired, k, left < 1.5});
      }
    }
    std::sort(shares_.begin(), shares_.end(), [&](const Share& a, const Share& b) { return key(a) < key(b); });
    const bool refused = !holding.may_sell || !random.portfolio.assets[holding.asset].may_sell ||
                         request_.directions == PlanRequest::Directions::kBuyOnly;
    if (refused) shares_.clear();
    for (std::size_t k = 0; k < shares_.size() && request_.gains == PlanRequest::Gains::kNone; ++k) {
      if (shares_[k].rate > 0 && shares_[k].cost < price_) shares_.resize(k);
    }
    for (const Account& any : random.portfolio.accounts) {
      for (const Holding& other : any.holdings) {
        if (other.asset != holding.asset) continue;
        for (const Lot& lot : other.lots) lately_ += is_late(lot.acquired) ? lot.quantity.to_double() : 0;
      }
    }
  }

  [[nodiscard]] std::size_t most() const { return shares_.size(); }
  // Between the ends of two lots more may be had where a gain is taken to be rid of what was bought lately, or where a
  // fixed fee forbids the end before.
  [[nodiscard]] bool is_tried(std::size_t quantity) const {
    const bool only_ends = lately_ > 0 || account_.fees.fixed.sign() > 0 || request_.minimum_trade_value.sign() > 0;
    return !only_ends || shares_[quantity - 1].ends_lot;
  }

  // What selling so many saves less what it costs; nothing where it may not be done.
  [[nodiscard]] double gained(std::size_t quantity) const {
    const auto sold = static_cast<double>(quantity);
    const double value = price_ * sold;
    const double exact = value * account_.fees.proportional.to_double() + account_.fees.fixed.to_double();
    const double fee = std::ceil(exact / kMinorUnit - kNoise) * kMinorUnit;
    if (value <= fee + kNoise || value < request_.minimum_trade_value.to_double()) return 0;
    double kept = lately_;
    for (std::size_t k = 0; k < quantity; ++k) kept -= is_late(shares_[k].acquired) ? 1 : 0;
    double saved = 0;
    double taxed = 0;
    for (std::size_t k = 0; k < quantity; ++k) {
      const double gain = (value - fee) / sold - shares_[k].cost;
      if (gain < -kNoise && kept-- > 0.5) continue;
      saved -= gain * shares_[k].rate;
      taxed += shares_[k].rate > 0 ? gain : 0;
    }
    if (request_.gain_budget && taxed > -kMinorUnit) return 0;
    return saved - fee;
  }

 private:
  using Key = std::vector<double>;
  [[nodiscard]] Key key(const Share& share) const {
    const auto age = static_cast<double>(share.acquired.time_since_epoch().count());
    const auto place = static_cast<double>(share.lot);
    const double last = share.ends_lot ? 1 : 0;
    switch (rules_.order) {
      case TaxRules::Order::kFirstIn:
        return {age, place, last};
      case TaxRules::Order::kLastIn:
        return {-age, place, last};
      case TaxRules::Order::kHighestCost:
        return {-share.cost, age, place, last};
      case TaxRules::Order::kLowestTax:
        return {std::round(share.rate * (price_ - share.cost) * 1e9), age, place, last};
      case TaxRules::Order::kSpecified:
        break;
    }
    return {place, last};
  }

  [[nodiscard]] bool is_late(Date acquired) const {
    const auto days = (*request_.date - acquired).count();
    return rules_.wash_sale_days > 0 && days >= 0 && days <= rules_.wash_sale_days;
  }

  const Account& account_;
  const TaxRules& rules_;
  const PlanRequest& request_;
  double price_;
  std::vector<Share> shares_;
  double lately_ = 0;
};

// What is wrong with the losses that the plan takes.
std::string broken_harvest(const RandomCase& random, const Plan& plan, std::size_t* taken) {
  for (AccountIndex a = 0; a < random.portfolio.accounts.size(); ++a) {
    if (!random.portfolio.accounts[a].tax_rules) continue;
    for (const Holding& holding : random.portfolio.accounts[a].holdings) {
      const Count count(random, a, holding);
      const auto said = std::find_if(plan.harvested->begin(), plan.harvested->end(), [&](const HarvestedSale& sale) {
        return sale.account == a && sale.asset == holding.asset;
      });
      const bool is_taken = said != plan.harvested->end();
      if (!is_taken && random.request.directions == PlanRequest::Directions::kSwitchOnly) continue;
      const auto quantity = is_taken ? static_cast<std::size_t>(std::lround(said->quantity.to_double())) : 0;
      if (quantity > count.most()) return "more than may be sold";
      const double gained = is_taken ? count.gained(quantity) : 0;
      if (is_taken && gained <= 0) return "a loss that saves nothing";
      for (std::size_t q = 1; q <= count.most(); ++q) {
        if (!count.is_tried(q)) continue;
        if (count.gained(q) > gained + kMinorUnit + kNoise) return "another quantity saves more";
      }
      if (!is_taken) continue;
      ++*taken;
      bool sold = false;
      for (const Trade& trade : plan.trades) {
        if (trade.asset != holding.asset) continue;
        if (trade.side == Side::kBuy) return "bought what was sold at a loss";
        sold = sold || (trade.account == a && trade.quantity >= said->quantity);
      }
      if (!sold) return "not sold";
    }
  }
  return "";
}

CaseShape whole_shares() {
  CaseShape shape;
  shape.small_integers = true;
  shape.limits = false;
  shape.terms = false;
  shape.most_assets = 4;
  return shape;
}

}  // namespace

TEST_CASE("Of every holding the quantity is sold whose loss saves most", "[property][rebalance][harvest]") {
  std::size_t taken = 0;
  for (std::uint64_t seed = 0; seed < case_count(kHarvestCases.here()); ++seed) {
    RandomCase random = random_case(seed, whole_shares());
    if (random.portfolio.tax_rules.empty()) continue;
    random.request.harvest_losses = true;
    const Result<Plan> plan = make_plan(random.portfolio, random.policy, random.request);
    INFO("seed " << seed << " " << case_text(random));
    REQUIRE(plan.ok());
    if (plan.value().status == PlanStatus::kInfeasible) continue;
    const std::string broken = broken_harvest(random, plan.value(), &taken);
    if (!broken.empty()) FAIL(broken);
  }
  CHECK(taken > case_count(kHarvestCases.here()) / 20);
}

TEST_CASE("Where no loss saves tax a plan is what it is without the option", "[property][rebalance][harvest]") {
  constexpr CaseCount kCases = {.native = 3'000, .sanitized = 150, .wasm = 60};
  for (std::uint64_t seed = 0; seed < case_count(kCases.here()); ++seed) {
    RandomCase random = random_case(seed, CaseShape{});
    if (!total_is_in_range(random.portfolio) || !costs_are_in_range(random.portfolio)) continue;
    for (Account& account : random.portfolio.accounts) {
      for (Holding& holding : account.holdings) {
        for (Lot& lot : holding.lots) {
          lot.unit_cost = std::min(lot.unit_cost, random.portfolio.assets[holding.asset].price);
        }
      }
    }
    random.request.harvest_losses = false;
    const Result<Plan> without = make_plan(random.portfolio, random.policy, random.request);
    random.request.harvest_losses = true;
    const Result<Plan> with = make_plan(random.portfolio, random.policy, random.request);
    INFO("seed " << seed << " " << case_text(random));
    REQUIRE(without.ok());
    REQUIRE(with.ok());
    CHECK_FALSE(without.value().harvested.has_value());
    REQUIRE(with.value().harvested.has_value());
    CHECK(with.value().harvested->empty());
    REQUIRE(with.value().trades.size() == without.value().trades.size());
    for (std::size_t k = 0; k < with.value().trades.size(); ++k) {
      const Trade& a = with.value().trades[k];
      const Trade& b = without.value().trades[k];
      CHECK(a.account == b.account);
      CHECK(a.asset == b.asset);
      CHECK(a.side == b.side);
      CHECK(a.quantity == b.quantity);
    }
    CHECK(with.value().proof.gap == without.value().proof.gap);
  }
}

// make_plan gives out nothing that its verifier refuses.
TEST_CASE("Losses are taken whatever bands ask for", "[property][rebalance][harvest]") {
  constexpr CaseCount kCases = {.native = 2'000, .sanitized = 100, .wasm = 40};
  using Goal = PlanRequest::Goal;
  std::size_t taken = 0;
  for (std::uint64_t seed = 0; seed < case_count(kCases.here()); ++seed) {
    RandomCase random = random_case(seed, CaseShape{});
    if (random.portfolio.tax_rules.empty()) continue;
    if (!total_is_in_range(random.portfolio) || !costs_are_in_range(random.portfolio)) continue;
    random.request.harvest_losses = true;
    random.request.trigger = PlanRequest::Trigger::kOutsideBands;
    for (const Goal goal : {Goal::kToTarget, Goal::kFewestTrades, Goal::kLeastTax, Goal::kLeastCost}) {
      random.request.goal = goal;
      const Result<Plan> plan = make_plan(random.portfolio, random.policy, random.request);
      INFO("seed " << seed << " " << case_text(random));
      REQUIRE(plan.ok());
      taken += plan.value().harvested.value_or(std::vector<HarvestedSale>()).size();
    }
  }
  CHECK(taken > case_count(kCases.here()) / 10);
}
