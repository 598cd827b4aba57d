#include "ballast/policy/notices.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "../money/decimal_literals.hpp"

namespace ballast {
namespace {

Asset asset(std::string symbol, Decimal price) {
  Asset out;
  out.id = symbol;
  out.symbol = std::move(symbol);
  out.price = price;
  return out;
}

struct NoticesCase {
  Portfolio portfolio;
  Policy policy;
};

// Two assets at 10, targets 0.6 and 0 (cash 0.4), nothing held.
NoticesCase empty_case() {
  NoticesCase out;
  out.portfolio.assets = {asset("AAA", "10"_d), asset("BBB", "10"_d)};
  out.portfolio.accounts.emplace_back();
  out.policy.targets = {{"0.6"_d, {}}, {"0"_d, {}}, {"0.4"_d, {}}};
  return out;
}

std::vector<Notice> notices_of(const NoticesCase& c) { return find_notices(c.portfolio, c.policy); }

TEST_CASE("nothing of value", "[policy][notices]") {
  const std::vector<Notice> notices = notices_of(empty_case());
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].code == ReasonCode::kNothingHeld);
  CHECK(notices[0].pointer == "/accounts");
  CHECK(notices[0].parameters.empty());
}

TEST_CASE("held as wanted, there is nothing to say", "[policy][notices]") {
  NoticesCase c = empty_case();
  c.portfolio.accounts[0].holdings = {{0, "1"_d, {}}};
  CHECK(notices_of(c).empty());
  c.portfolio.accounts[0].holdings.clear();
  c.portfolio.accounts[0].cash = "0.01"_d;
  CHECK(notices_of(c).empty());
}

TEST_CASE("held without a target", "[policy][notices]") {
  NoticesCase c = empty_case();
  c.portfolio.accounts[0].holdings = {{0, "1"_d, {}}, {1, "1"_d, {}}};
  const std::vector<Notice> notices = notices_of(c);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].code == ReasonCode::kHeldWithoutTarget);
  CHECK(notices[0].pointer == "/assets/1");
  CHECK(notices[0].parameters == Parameters{{"symbol", "BBB"}});
}

TEST_CASE("a quantity of 0 is not held", "[policy][notices]") {
  NoticesCase c = empty_case();
  c.portfolio.accounts[0].holdings = {{0, "1"_d, {}}, {1, "0"_d, {}}};
  CHECK(notices_of(c).empty());
}

TEST_CASE("held without a price: that, and not also the missing target", "[policy][notices]") {
  NoticesCase c = empty_case();
  c.portfolio.assets[1].price = {};
  c.portfolio.accounts[0].holdings = {{0, "1"_d, {}}, {1, "1"_d, {}}};
  const std::vector<Notice> notices = notices_of(c);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].code == ReasonCode::kHeldWithoutPrice);
  CHECK(notices[0].pointer == "/assets/1");
}

TEST_CASE("no target at all", "[policy][notices]") {
  NoticesCase c = empty_case();
  c.portfolio.accounts[0].cash = "5"_d;
  c.policy.targets = {{"0"_d, {}}, {"0"_d, {}}, {"1"_d, {}}};
  const std::vector<Notice> notices = notices_of(c);
  REQUIRE(notices.size() == 1);
  CHECK(notices[0].code == ReasonCode::kNoTargets);
  CHECK(notices[0].pointer == "/policy/targets");
}

TEST_CASE("notices come in the order of the document", "[policy][notices]") {
  NoticesCase c = empty_case();
  c.portfolio.assets[0].price = {};
  c.portfolio.accounts[0].holdings = {{1, "1"_d, {}}, {0, "1"_d, {}}};
  c.policy.targets = {{"0"_d, {}}, {"0"_d, {}}, {"1"_d, {}}};
  std::vector<ReasonCode> codes;
  for (const Notice& notice : notices_of(c)) codes.push_back(notice.code);
  CHECK(codes == std::vector{ReasonCode::kHeldWithoutPrice, ReasonCode::kHeldWithoutTarget, ReasonCode::kNoTargets});
}

}  // namespace
}  // namespace ballast
