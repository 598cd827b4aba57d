#include "../../../core/src/rebalance/taxed_sales.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <chrono>

using namespace ballast;
using Catch::Approx;

namespace {

Decimal euros(std::int64_t number) { return Decimal::from_integer(number); }

Date on(int year, unsigned month, unsigned day) {
  return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

// 40 units at 10, of a total of 1000; short gains are taxed at 40 %, gains after a year at 10 %.
struct TaxedHolding {
  Portfolio portfolio;
  PlanRequest request;
  TradingProblem problem;

  explicit TaxedHolding(std::vector<Lot> lots) {
    portfolio.base_currency.minor_unit_digits = 2;
    Asset asset;
    asset.price = euros(10);
    portfolio.assets = {asset};
    TaxRules rules;
    rules.periods = {{0, divide(euros(4), euros(10), Rounding::kHalfEven)},
                     {12, divide(euros(1), euros(10), Rounding::kHalfEven)}};
    rules.allowance = euros(50);
    rules.losses_carried = euros(30);
    portfolio.tax_rules = {rules};
    Account account;
    account.tax_rules = 0;
    account.holdings = {Holding{0, euros(40), {}}};
    account.holdings.front().lots = std::move(lots);
    portfolio.accounts = {account};
    request.date = on(2026, 6, 15);
    problem.asset_count = 1;
    problem.accounts.resize(1);
    problem.lower = {-0.4};
    problem.upper = {0};
  }

  [[nodiscard]] TaxedSales sales() const { return find_taxed_sales(portfolio, request, problem, 1000); }
};

}  // namespace

TEST_CASE("Parts of a sale count where their period is taxed or dearer", "[rebalance]") {
  // Bought long ago at 4: 0.6 of the price is gain, at 10 %; lately at 5: 0.5, at 40 %.
  const TaxedSales sales =
      TaxedHolding({{"", on(2024, 1, 10), euros(20), euros(4)}, {"", on(2026, 1, 10), euros(20), euros(5)}}).sales();
  REQUIRE(sales.ladders.size() == 1);
  CHECK(sales.ladders[0].drops[0] == Approx(0.3));
  CHECK(sales.ladders[0].drops[1] == Approx(0.1));
  CHECK(sales.ladders[0].relief == Approx(0.08));
  const std::vector<SalePart>& parts = sales.parts[0];
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].width == Approx(0.2));
  CHECK(parts[0].counts[0] == 0);
  CHECK(parts[0].counts[1] == Approx(0.6));
  CHECK(parts[0].tax == Approx(0.06));
  CHECK(parts[1].counts[0] == Approx(0.5));
  CHECK(parts[1].counts[1] == Approx(0.5));
  CHECK(parts[1].tax == Approx(0.2));
}

TEST_CASE("A cheaper part that goes later is mixed with what goes before it", "[rebalance]") {
  // First in, first out: 10 units with a gain of 0.6 at 10 %, then 20 with a loss of 0.2, which counts at 40 %.
  const TaxedSales sales =
      TaxedHolding({{"", on(2024, 1, 10), euros(10), euros(4)}, {"", on(2026, 1, 10), euros(20), euros(12)}}).sales();
  const std::vector<SalePart>& parts = sales.parts[0];
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].width == Approx(0.3));
  CHECK(parts[0].counts[0] == Approx(-0.4 / 3));
  CHECK(parts[0].counts[1] == Approx((0.6 - 0.4) / 3));
  // Of the rest nobody knows the cost: all of it may be gain, at the highest rate.
  CHECK(parts[1].width == Approx(0.1));
  CHECK(parts[1].tax == Approx(0.4));
}

TEST_CASE("A loss does not count where as much was bought lately", "[rebalance]") {
  TaxedHolding holding({{"", on(2026, 6, 1), euros(40), euros(12)}});
  CHECK(holding.sales().parts[0].front().tax == Approx(-0.08));
  holding.portfolio.tax_rules[0].wash_sale_days = 30;
  CHECK(holding.sales().parts[0].front().tax == 0);
}
