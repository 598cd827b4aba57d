#include "ballast/model/valuation.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_range_equals.hpp>
#include <vector>

#include "../money/decimal_literals.hpp"

namespace ballast {
namespace {

using Catch::Matchers::RangeEquals;

Asset priced(Decimal price) {
  Asset asset;
  asset.price = price;
  return asset;
}

Account account(Decimal cash, std::vector<Holding> holdings) {
  Account out;
  out.cash = cash;
  out.holdings = std::move(holdings);
  return out;
}

Portfolio portfolio(std::vector<Decimal> prices, std::vector<Account> accounts) {
  Portfolio out;
  out.base_currency = {"USD", 2};
  for (const Decimal price : prices) out.assets.push_back(priced(price));
  out.accounts = std::move(accounts);
  return out;
}

// Asset 0 at 100, 1 at 0.5, 2 at nothing.
const Portfolio kTwoAccounts = portfolio(
    {"100"_d, "0.5"_d, "0"_d},
    {account("10.25"_d, {{0, "2"_d, {}}, {1, "3"_d, {}}}), account("0"_d, {{2, "9"_d, {}}, {0, "0.25"_d, {}}})});

TEST_CASE("values are quantity times price, summed", "[model][valuation]") {
  CHECK(holding_value(kTwoAccounts, kTwoAccounts.accounts[0].holdings[1]) == "1.5"_d);
  CHECK(account_value(kTwoAccounts, kTwoAccounts.accounts[0]) == "211.75"_d);
  CHECK(account_value(kTwoAccounts, kTwoAccounts.accounts[1]) == "25"_d);
  CHECK_THAT(asset_quantities(kTwoAccounts), RangeEquals(std::vector{"2.25"_d, "3"_d, "9"_d}));
  CHECK_THAT(asset_and_cash_values(kTwoAccounts), RangeEquals(std::vector{"225"_d, "1.5"_d, "0"_d, "10.25"_d}));
}

TEST_CASE("values keep 18 decimals and are not cut to cents", "[model][valuation]") {
  const Portfolio p = portfolio({"0.000123456789012345"_d}, {account({}, {{0, "1.5"_d, {}}})});
  CHECK(account_value(p, p.accounts[0]) == "0.000185185183518518"_d);  // …5175 at the 19th: half goes to even
}

TEST_CASE("each holding's value is rounded by itself", "[model][valuation]") {
  // 1e-18 * 0.5 is half a unit, and half goes to even: three of them are nothing, though 1.5 units together.
  const Holding dust{0, Decimal::smallest(18), {}};
  const Portfolio p = portfolio({"0.5"_d}, {account({}, {dust}), account({}, {dust}), account({}, {dust})});
  CHECK(asset_and_cash_values(p)[0].is_zero());
  CHECK(asset_quantities(p)[0] == "0.000000000000000003"_d);
}

TEST_CASE("nothing held is worth nothing", "[model][valuation]") {
  CHECK_THAT(asset_and_cash_values(portfolio({}, {})), RangeEquals(std::vector{Decimal()}));
  CHECK_THAT(asset_and_cash_values(portfolio({"5"_d}, {})), RangeEquals(std::vector{Decimal(), Decimal()}));
  CHECK(account_value(portfolio({}, {account({}, {})}), account({}, {})).is_zero());
  CHECK(total_is_in_range(portfolio({}, {})));
}

TEST_CASE("a total of 1e20 is in range, a unit more is not", "[model][valuation]") {
  const Decimal half = "50000000000000000000"_d;
  CHECK(total_is_in_range(portfolio({"1"_d}, {account(half, {{0, half, {}}})})));
  CHECK(total_is_in_range(portfolio({"1"_d}, {account(half, {}), account(half, {})})));
  CHECK_FALSE(total_is_in_range(portfolio({"1"_d}, {account(half + Decimal::smallest(18), {{0, half, {}}})})));
  CHECK_FALSE(total_is_in_range(portfolio({"1.000000000000000001"_d}, {account(half, {{0, half, {}}})})));
}

TEST_CASE("totals beyond what decimals can hold are out of range too", "[model][valuation]") {
  CHECK_FALSE(total_is_in_range(portfolio({kMaximum}, {account({}, {{0, kMaximum, {}}})})));
  CHECK_FALSE(total_is_in_range(portfolio({"2"_d}, {account({}, {{0, kMaximum, {}}})})));
  CHECK_FALSE(total_is_in_range(portfolio({}, {account(kMaximum, {}), account(kMaximum, {})})));
  std::vector<Account> many(1'000, account(kMaximum, {}));
  CHECK_FALSE(total_is_in_range(portfolio({}, std::move(many))));
}

TEST_CASE("quantities count even where the price is 0", "[model][valuation]") {
  CHECK(total_is_in_range(portfolio({"0"_d}, {account({}, {{0, kMaximum, {}}})})));
  CHECK_FALSE(total_is_in_range(
      portfolio({"0"_d}, {account({}, {{0, kMaximum, {}}}), account({}, {{0, Decimal::smallest(18), {}}})})));
}

}  // namespace
}  // namespace ballast
