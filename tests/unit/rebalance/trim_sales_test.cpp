#include "../../../core/src/rebalance/trim_sales.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace ballast;

// Two accounts that share cash, in whole yen; one of them sells shares of 1 yen.
TEST_CASE("What is paid to another account is whole minor units, so sales bring as much", "[rebalance]") {
  Portfolio portfolio;
  portfolio.base_currency = {"JPY", 0};
  Asset asset;
  asset.price = Decimal::from_integer(1);
  portfolio.assets = {asset};
  Account giver;
  giver.holdings = {Holding{0, Decimal::from_integer(1000), {}}};
  portfolio.accounts = {Account{}, giver};
  PlanRequest request;
  request.directions = PlanRequest::Directions::kSwitchOnly;
  request.may_transfer = {0, 1};
  const Decimal four_tenths = multiply(Decimal::from_integer(4), Decimal::smallest(1), Rounding::kHalfEven);
  const Decimal half = divide(Decimal::from_integer(1), Decimal::from_integer(2), Rounding::kHalfEven);
  const std::vector<Decimal> cash = {-four_tenths, -half};  // 1 yen goes over, and half a yen stays
  const Decimal three = Decimal::from_integer(3);
  std::vector<Trade> trades = {{1, 0, Side::kSell, three, Decimal::from_integer(1), three, {}, {}}};
  trim_sales(portfolio, request, cash, {}, trades);
  REQUIRE(trades.size() == 1);
  CHECK(trades[0].value == Decimal::from_integer(2));
}
