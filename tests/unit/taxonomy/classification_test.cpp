#include "ballast/taxonomy/classification.hpp"

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <vector>

#include "../money/decimal_literals.hpp"

namespace ballast {
namespace {

// Small below medium below large, said in no particular order.
Classification tiers() {
  Classification out;
  out.kind = Classification::Kind::kMarketCap;
  out.classes = {{"medium", "Medium", {}, "1000"_d}, {"large", "Large", {}, "10000"_d}, {"small", "Small", {}, "5"_d}};
  return out;
}

std::vector<std::optional<ClassIndex>> tiers_of(Classification classification,
                                                const std::vector<std::optional<Decimal>>& market_caps) {
  Portfolio portfolio;
  for (const auto& market_cap : market_caps) {
    Asset asset;
    asset.market_cap = market_cap;
    portfolio.assets.push_back(asset);
  }
  classification.members.resize(market_caps.size() + 1);
  assign_tiers(portfolio, std::vector<bool>(market_caps.size() + 1), classification);
  CHECK(classification.members.back().empty());  // cash has no market cap
  std::vector<std::optional<ClassIndex>> out;
  for (std::size_t i = 0; i < market_caps.size(); ++i) {
    const std::vector<ClassShare>& members = classification.members[i];
    REQUIRE(members.size() <= 1);
    if (!members.empty()) CHECK(members[0].share == "1"_d);
    out.push_back(members.empty() ? std::nullopt : std::optional(members[0].in));
  }
  return out;
}

TEST_CASE("A tier begins exactly at its threshold", "[taxonomy]") {
  const Decimal unit = Decimal::smallest(18);
  using Tiers = std::vector<std::optional<ClassIndex>>;
  CHECK(tiers_of(tiers(), {"10000"_d, "10000"_d - unit, "10000"_d + unit}) == Tiers{1, 0, 1});
  CHECK(tiers_of(tiers(), {"1000"_d, "1000"_d - unit, "99999999999999999999"_d}) == Tiers{0, 2, 1});
  CHECK(tiers_of(tiers(), {"5"_d, "5"_d - unit, "0"_d, std::nullopt}) == Tiers{2, {}, {}, {}});
  Classification all = tiers();
  all.classes[2].at_least = "0"_d;
  CHECK(tiers_of(all, {"0"_d, std::nullopt}) == Tiers{2, {}});
}

TEST_CASE("What is listed, and what is given, is left alone", "[taxonomy]") {
  Portfolio portfolio;
  portfolio.assets.resize(2);
  portfolio.assets[0].market_cap = portfolio.assets[1].market_cap = "20000"_d;
  Classification classification = tiers();
  classification.members = {{{2, "0.4"_d}}, {}, {{0, "0.5"_d}}};
  assign_tiers(portfolio, {false, false, false}, classification);
  CHECK(share_in(classification, 0, 1) == "0"_d);
  CHECK(share_in(classification, 0, 2) == "0.4"_d);
  CHECK(share_in(classification, 1, 1) == "1"_d);
  CHECK(share_in(classification, 2, 0) == "0.5"_d);

  classification.kind = Classification::Kind::kGiven;
  classification.members = {{}, {}, {}};
  assign_tiers(portfolio, {false, false, false}, classification);
  CHECK(classification.members[0].empty());
}

TEST_CASE("What is said to be in no class gets no tier", "[taxonomy]") {
  Portfolio portfolio;
  portfolio.assets.resize(2);
  portfolio.assets[0].market_cap = portfolio.assets[1].market_cap = "20000"_d;
  Classification classification = tiers();
  classification.members.resize(3);
  assign_tiers(portfolio, {true, false, false}, classification);
  CHECK(classification.members[0].empty());
  CHECK(share_in(classification, 1, 1) == "1"_d);
}

// a over b and c, c over d; e stands alone.
Classification tree() {
  Classification out;
  out.classes = {{"a", "A", {}, {}}, {"b", "B", 0, {}}, {"c", "C", 0, {}}, {"d", "D", 2, {}}, {"e", "E", {}, {}}};
  out.members = {{{3, "0.25"_d}, {1, "0.5"_d}, {0, "0.125"_d}}, {{4, "1"_d}}, {{2, "0.1"_d}, {4, "0.2"_d}}};
  return out;
}

TEST_CASE("A share counts in its class and in all above it", "[taxonomy]") {
  const std::vector<std::vector<Decimal>> expected = {
      {"0.875"_d, "0.5"_d, "0.25"_d, "0.25"_d, "0"_d},
      {"0"_d, "0"_d, "0"_d, "0"_d, "1"_d},
      {"0.1"_d, "0"_d, "0.1"_d, "0"_d, "0.2"_d},
  };
  for (std::size_t position = 0; position < expected.size(); ++position) {
    for (ClassIndex c = 0; c < 5; ++c) {
      INFO("position " << position << ", class " << c);
      CHECK(share_in(tree(), position, c) == expected[position][c]);
    }
  }
}

TEST_CASE("The members of a class and all below it, by position", "[taxonomy]") {
  const auto members = [](ClassIndex c) {
    std::vector<std::pair<std::size_t, Decimal>> out;
    for (const auto& [position, share] : members_of(tree(), c)) out.emplace_back(position, share);
    return out;
  };
  using Members = std::vector<std::pair<std::size_t, Decimal>>;
  CHECK(members(0) == Members{{0, "0.875"_d}, {2, "0.1"_d}});
  CHECK(members(1) == Members{{0, "0.5"_d}});
  CHECK(members(2) == Members{{0, "0.25"_d}, {2, "0.1"_d}});
  CHECK(members(3) == Members{{0, "0.25"_d}});
  CHECK(members(4) == Members{{1, "1"_d}, {2, "0.2"_d}});
}

}  // namespace
}  // namespace ballast
