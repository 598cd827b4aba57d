// What was paid for goes over with an untaxed switch: no cost is lost, none is added, and days stay.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "../support/random_case.hpp"
#include "ballast/rebalance/carry_out.hpp"

using namespace ballast;
using ballast::test::case_count;
using ballast::test::CaseCount;

namespace {

using Random = std::mt19937;

int any(Random& random, int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); }

Decimal hundredths(int figure) {
  return divide(Decimal::from_integer(figure), Decimal::from_integer(100), Rounding::kHalfEven);
}

Date day(int number) { return Date(std::chrono::days(18'000 + number)); }

// One account, four assets, each with lots that make up all of it.
Portfolio random_portfolio(Random& random) {
  Portfolio out;
  out.base_currency = {"EUR", 2};
  TaxRules rules;
  rules.id = "rules";
  rules.switches_are_untaxed = true;
  TaxPeriod period;
  period.rate = hundredths(25);
  rules.periods.push_back(period);
  out.tax_rules.push_back(rules);
  Account account;
  account.id = "account";
  account.tax_rules = 0;
  account.cash = Decimal::from_integer(1'000'000);
  for (AssetIndex i = 0; i < 4; ++i) {
    Asset asset;
    asset.id = asset.symbol = std::string(1, static_cast<char>('a' + i));
    asset.price = asset.quote = hundredths(any(random, 100, 20'000));
    out.assets.push_back(asset);
    Holding holding;
    holding.asset = i;
    for (int lot = any(random, 1, 4); lot > 0; --lot) {
      const Decimal quantity = hundredths(any(random, 1, 5'000));
      holding.lots.push_back({"", day(any(random, 0, 900)), quantity, hundredths(any(random, 0, 30'000))});
      holding.quantity += quantity;
    }
    account.holdings.push_back(holding);
  }
  out.accounts.push_back(account);
  return out;
}

double basis(const Portfolio& portfolio) {
  double sum = 0;
  for (const Holding& holding : portfolio.accounts[0].holdings) {
    for (const Lot& lot : holding.lots) sum += lot.quantity.to_double() * lot.unit_cost.to_double();
  }
  return sum;
}

DoneTrade random_trade(Random& random, const Portfolio& portfolio, AssetIndex asset, Side side) {
  DoneTrade out;
  out.asset = asset;
  out.side = side;
  out.price = portfolio.assets[asset].price;
  const Decimal held = portfolio.accounts[0].holdings[asset].quantity;
  out.quantity = multiply(held, hundredths(any(random, 1, 100)), Rounding::kDown);
  if (out.quantity.is_zero()) out.quantity = held;
  out.fee = hundredths(any(random, 0, 1) * any(random, 0, 500));
  return out;
}

// With its fee, in minor units.
double money_of(const DoneTrade& trade) {
  const Decimal value = multiply(trade.quantity, trade.price, Rounding::kHalfEven, 2);
  return (trade.side == Side::kSell ? value - trade.fee : value + trade.fee).to_double();
}

}  // namespace

TEST_CASE("Untaxed switches keep what was paid, and when", "[property][rebalance]") {
  constexpr CaseCount kSwitchCases = {.native = 4'000, .sanitized = 300, .wasm = 200};
  Random random(5);
  for (std::uint64_t k = 0; k < case_count(kSwitchCases.here()); ++k) {
    INFO(k);
    const Portfolio before = random_portfolio(random);
    Execution execution;
    execution.switches = true;
    execution.date = day(1'000);
    const DoneTrade sale = random_trade(random, before, 0, Side::kSell);
    double spent = 0;
    for (AssetIndex i = 1; i < 4; ++i) {
      if (i > 1 && any(random, 0, 1) == 0) continue;
      execution.trades.push_back(random_trade(random, before, i, Side::kBuy));
      spent += money_of(execution.trades.back());
    }
    // What is bought before it is paid for belongs to it all the same.
    execution.trades.insert(any(random, 0, 1) == 0 ? execution.trades.begin() : execution.trades.end(), sale);
    const Result<Portfolio> after = carry_out(before, execution);
    REQUIRE(after.ok());

    Execution only_sale;
    only_sale.date = execution.date;
    only_sale.trades = {sale};
    const double gone = basis(before) - basis(carry_out(before, only_sale).value());
    const double brought = money_of(sale);
    const double paired = brought > 0 ? std::min(brought, spent) : 0;
    const double expected = basis(before) - gone + (paired > 0 ? gone * paired / brought : 0) + spent - paired;
    CHECK(std::fabs(basis(after.value()) - expected) <= 1e-9 * (1 + expected));

    std::set<Date> days{*execution.date};
    for (const Holding& holding : before.accounts[0].holdings) {
      for (const Lot& lot : holding.lots) days.insert(lot.acquired);
    }
    for (const Holding& holding : after.value().accounts[0].holdings) {
      Decimal in_lots;
      for (const Lot& lot : holding.lots) {
        CHECK(lot.quantity.sign() > 0);
        CHECK(days.contains(lot.acquired));
        in_lots += lot.quantity;
      }
      CHECK(in_lots == holding.quantity);
    }
  }
}
