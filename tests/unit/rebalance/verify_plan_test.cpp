// The verifier must notice every kind of lie: each case spoils one figure of a good plan.
#include "ballast/rebalance/verify_plan.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <functional>
#include <string>

#include "ballast/rebalance/make_plan.hpp"

using namespace ballast;

namespace {

Decimal whole(std::int64_t integer) { return Decimal::from_integer(integer); }
Decimal percent(std::int64_t points) { return divide(whole(points), whole(100), Rounding::kHalfEven); }
const Decimal kCent = Decimal::smallest(2);

struct Case {
  Portfolio portfolio;
  Policy policy;
  PlanRequest request;
};

// 1000 in cash and 3000 in A over two accounts; wanted is half A, half B. B is listed where the cash is.
Case good_case() {
  Case c;
  c.portfolio.base_currency = {"USD", 2};
  c.portfolio.assets.push_back({"a", "A", "", whole(10), "", whole(1), true, true});
  c.portfolio.assets.push_back({"b", "B", "", whole(20), "", whole(1), true, true});
  c.portfolio.accounts.resize(2);
  Account& one = c.portfolio.accounts[0];
  one.id = "one";
  one.cash = whole(1000);
  one.fees.proportional = percent(1);
  one.holdings = {{0, whole(200), whole(50)}, {1, {}, {}}};
  Account& two = c.portfolio.accounts[1];
  two.id = "two";
  two.holdings = {{0, whole(100), {}}};
  c.policy.targets = {{percent(50), {}}, {percent(50), {}}, {{}, {}}};
  return c;
}

struct Lie {
  std::string rule;
  std::function<void(Plan&)> tell;
};

}  // namespace

TEST_CASE("A good plan breaks no rule", "[rebalance]") {
  const Case c = good_case();
  const Result<Plan> plan = make_plan(c.portfolio, c.policy, c.request);
  REQUIRE(plan.ok());
  REQUIRE(plan.value().trades.size() >= 2);
  CHECK_FALSE(find_broken_rule(c.portfolio, c.policy, c.request, plan.value()).has_value());
}

TEST_CASE("Every spoiled figure is noticed under the name of its rule", "[rebalance]") {
  const Lie lie =
      GENERATE(Lie{"trade_is_well_formed", [](Plan& p) { p.trades[0].quantity += kCent; }},
               Lie{"trade_is_well_formed", [](Plan& p) { p.trades[0].value += kCent; }},
               Lie{"trade_is_well_formed", [](Plan& p) { p.trades[0].fee += kCent; }},
               Lie{"trade_is_well_formed", [](Plan& p) { p.trades[0].price += kCent; }},
               Lie{"trade_is_well_formed", [](Plan& p) { p.trades[0].asset = 7; }},
               Lie{"one_trade_per_account_and_asset", [](Plan& p) { p.trades.push_back(p.trades[0]); }},
               Lie{"cash_adds_up", [](Plan& p) { p.ledgers[0].cash_after += kCent; }},
               Lie{"cash_adds_up", [](Plan& p) { p.ledgers[1].fees += kCent; }},
               Lie{"cash_adds_up", [](Plan& p) { p.trades.pop_back(); }},
               Lie{"totals_add_up", [](Plan& p) { p.total_ledger.buys += kCent; }},
               Lie{"quantities_are_conserved", [](Plan& p) { p.changes[0].quantity_after += whole(1); }},
               Lie{"quantities_are_conserved", [](Plan& p) { p.changes[1].quantity_before += whole(1); }},
               Lie{"values_and_weights_agree", [](Plan& p) { p.changes[0].value_after += kCent; }},
               Lie{"values_and_weights_agree", [](Plan& p) { p.changes[0].weight_after += Decimal::smallest(6); }},
               Lie{"values_and_weights_agree", [](Plan& p) { p.changes[0].target += Decimal::smallest(6); }},
               Lie{"values_and_weights_agree", [](Plan& p) { p.value_after += kCent; }},
               Lie{"drift_agrees", [](Plan& p) { p.drift_after.misplaced_share += Decimal::smallest(9); }},
               Lie{"drift_agrees", [](Plan& p) { p.drift_before.misplaced_share += Decimal::smallest(9); }},
               Lie{"every_asset_is_explained", [](Plan& p) { p.skipped.push_back({0, {}}); }},
               Lie{"infeasible_has_no_trades", [](Plan& p) { p.shortfalls.push_back({}); }},
               Lie{"gap_is_consistent", [](Plan& p) { p.proof.gap += Decimal::smallest(9); }});
  const Case c = good_case();
  Result<Plan> result = make_plan(c.portfolio, c.policy, c.request);
  REQUIRE(result.ok());
  Plan plan = std::move(result).value();
  lie.tell(plan);
  const std::optional<std::string> found = find_broken_rule(c.portfolio, c.policy, c.request, plan);
  REQUIRE(found.has_value());
  CHECK(*found == lie.rule);
}

TEST_CASE("A plan is refused where the request or the assets forbid its trades", "[rebalance]") {
  Case c = good_case();
  const Result<Plan> result = make_plan(c.portfolio, c.policy, c.request);
  REQUIRE(result.ok());
  const Plan& plan = result.value();

  SECTION("selling is not asked for") { c.request.directions = PlanRequest::Directions::kBuyOnly; }
  SECTION("buying is not asked for") { c.request.directions = PlanRequest::Directions::kSellOnly; }
  SECTION("the asset may not be sold") { c.portfolio.assets[0].may_sell = false; }
  SECTION("the asset may not be bought") { c.portfolio.assets[1].may_buy = false; }
  SECTION("the account may not sell it") { c.portfolio.accounts[0].holdings[0].may_sell = false; }
  SECTION("the account may not buy it") { c.portfolio.accounts[0].holdings[1].may_buy = false; }
  SECTION("the account does not list what it buys") {
    c.portfolio.accounts[0].holdings.pop_back();
    c.portfolio.accounts[1].holdings.push_back({1, {}, {}});
  }
  CHECK(find_broken_rule(c.portfolio, c.policy, c.request, plan) == "trade_is_permitted");
}

TEST_CASE("A plan is refused where it sells what is locked", "[rebalance]") {
  Case c = good_case();
  const Result<Plan> result = make_plan(c.portfolio, c.policy, c.request);
  REQUIRE(result.ok());
  const Date day = *parse_date("2027-01-01");
  SECTION("for good") {
    for (Account& account : c.portfolio.accounts) account.holdings[0].locked_quantity = account.holdings[0].quantity;
  }
  SECTION("until the next day") {
    c.request.date = day;
    for (Account& account : c.portfolio.accounts) {
      account.holdings[0].locked_quantity = {};
      account.holdings[0].locks = {{account.holdings[0].quantity, day + std::chrono::days(1)}};
    }
  }
  CHECK(find_broken_rule(c.portfolio, c.policy, c.request, result.value()) == "not_more_sold_than_held");
}

TEST_CASE("A plan is refused where its trades are not at the terms of asset and account", "[rebalance]") {
  Case c = good_case();
  const Result<Plan> result = make_plan(c.portfolio, c.policy, c.request);
  REQUIRE(result.ok());
  Account& one = c.portfolio.accounts[0];
  SECTION("another spread") { c.portfolio.assets[0].spread = percent(1); }
  SECTION("another least fee") { one.fees.minimum = whole(500); }
  SECTION("another most fee") { one.fees.maximum = kCent; }
  SECTION("another tier of fees") { one.fees.tiers = {{kCent, percent(2), {}}}; }
  SECTION("a larger least trade of the venue") { one.minimum_trade_value = whole(100'000); }
  SECTION("a larger least quantity of the venue") { one.holdings[0].minimum_quantity = whole(10'000); }
  CHECK(find_broken_rule(c.portfolio, c.policy, c.request, result.value()) == "trade_is_well_formed");
}

TEST_CASE("Losses that are not taken as the rules ask are noticed", "[rebalance]") {
  // 100 of A at 10 cost 12 and lose 200: at 25 % that saves 50. Nothing was bought lately.
  Case c = good_case();
  c.portfolio.tax_rules.push_back({"rules", "", TaxRules::Order::kFirstIn, {{0, percent(25)}}});
  c.portfolio.accounts[1].tax_rules = 0;
  c.portfolio.accounts[1].holdings[0].lots = {{"", *parse_date("2024-01-01"), whole(100), whole(12)}};
  c.request.date = parse_date("2026-06-15");
  c.request.harvest_losses = true;
  const Result<Plan> good = make_plan(c.portfolio, c.policy, c.request);
  REQUIRE(good.ok());
  Plan plan = good.value();
  REQUIRE(plan.harvested.has_value());
  REQUIRE(plan.harvested->size() == 1);
  HarvestedSale& sale = plan.harvested->front();
  CHECK(sale.quantity == whole(100));
  CHECK(sale.saved == whole(50));
  CHECK_FALSE(find_broken_rule(c.portfolio, c.policy, c.request, plan).has_value());

  SECTION("nothing is said of them") { plan.harvested.reset(); }
  SECTION("one is left out") { plan.harvested->clear(); }
  SECTION("less is taken than saves most") { sale.quantity = whole(50); }
  SECTION("more is said to be sold than is") { sale.quantity = whole(101); }
  SECTION("more is said to be saved") { sale.saved = whole(51); }
  SECTION("they were not asked for") { c.request.harvest_losses = false; }
  SECTION("it is bought elsewhere") {
    const auto buy = std::find_if(plan.trades.begin(), plan.trades.end(),
                                  [](const Trade& trade) { return trade.side == Side::kBuy; });
    REQUIRE(buy != plan.trades.end());
    sale.asset = buy->asset;
  }
  CHECK(find_broken_rule(c.portfolio, c.policy, c.request, plan) == "losses_are_taken");
}
