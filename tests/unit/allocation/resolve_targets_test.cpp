// Targets worked out by hand. What cannot be kept is in conflicts_test.cpp.
#include "ballast/allocation/resolve_targets.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "rules.hpp"

namespace ballast {
namespace {

using Weights = std::vector<Decimal>;

Weights resolved(const Portfolio& portfolio, const std::vector<Classification>& classifications,
                 const TargetRules& rules) {
  const ResolvedTargets targets = resolve_targets(portfolio, classifications, rules);
  CHECK(targets.feasible);
  CHECK_FALSE(targets.conflict);
  CHECK(targets.gap <= "0.000000001"_d);
  CHECK(targets.violation <= "0.00000000001"_d);
  return targets.weights;
}

void check_near(const Weights& weights, const std::vector<double>& expected) {
  REQUIRE(weights.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO("position " << i << ": " << weights[i].text() << ", expected " << expected[i]);
    CHECK(std::fabs(weights[i].to_double() - expected[i]) <= 1e-11);
  }
}

TEST_CASE("What a prior is in proportion to", "[allocation]") {
  Portfolio portfolio = portfolio_of({"36"_d, "9"_d, "0"_d});
  portfolio.assets[2].market_cap.reset();
  portfolio.assets[0].annual_volatility = "0.2"_d;
  portfolio.assets[2].annual_volatility = "0.05"_d;
  portfolio.accounts[0].holdings = {{1, "30"_d, {}}, {2, "20"_d, {}}};
  portfolio.accounts[0].cash = "50"_d;
  TargetRules rules;
  const auto with = [&](Prior::Kind kind) {
    rules.prior.kind = kind;
    const ResolvedTargets targets = resolve_targets(portfolio, {}, rules);
    CHECK(targets.prior == targets.weights);  // no rule says anything else
    return targets.prior;
  };
  CHECK(with(Prior::Kind::kMarketCap) == Weights{"0.8"_d, "0.2"_d, "0"_d, "0"_d});
  CHECK(with(Prior::Kind::kSquareRootMarketCap) == Weights{"0.666666666667"_d, "0.333333333333"_d, "0"_d, "0"_d});
  CHECK(with(Prior::Kind::kEqual) == Weights{"0.333333333334"_d, "0.333333333333"_d, "0.333333333333"_d, "0"_d});
  CHECK(with(Prior::Kind::kCurrent) == Weights{"0"_d, "0.3"_d, "0.2"_d, "0.5"_d});
  CHECK(with(Prior::Kind::kInverseVolatility) == Weights{"0.2"_d, "0"_d, "0.8"_d, "0"_d});
  rules.prior.given = {"3"_d, "0"_d, "1"_d, "4"_d};
  CHECK(with(Prior::Kind::kGiven) == Weights{"0.375"_d, "0"_d, "0.125"_d, "0.5"_d});
  portfolio.assets[0].price = Decimal();
  CHECK(with(Prior::Kind::kGiven) == Weights{"0"_d, "0"_d, "0.2"_d, "0.8"_d});
}

TEST_CASE("Where the prior weighs nothing, assets with a price start equal, and cash does not", "[allocation]") {
  Portfolio portfolio = portfolio_of({"0"_d, "0"_d, "0"_d, "0"_d});
  CHECK(resolved(portfolio, {}, {}) == Weights{"0.25"_d, "0.25"_d, "0.25"_d, "0.25"_d, "0"_d});
  CHECK(resolve_targets(portfolio, {}, {}).prior_says_nothing);
  portfolio.assets[1].price = Decimal();
  portfolio.assets[2].price = Decimal();
  CHECK(resolved(portfolio, {}, {}) == Weights{"0.5"_d, "0"_d, "0"_d, "0.5"_d, "0"_d});
  CHECK(resolved(portfolio_of({}), {}, {}) == Weights{"1"_d});
  CHECK_FALSE(resolve_targets(portfolio_of({"1"_d}), {}, {}).prior_says_nothing);
}

TEST_CASE("A class may hold a thousandth of a fund, or a millionth", "[allocation]") {
  const Portfolio portfolio = portfolio_of({"1"_d, "1000"_d, "1000"_d});
  for (const auto& [share, rule] :
       {std::pair{"0.001"_d, "0.0009"_d}, {"0.0001"_d, "0.00009"_d}, {"0.000001"_d, "0.0000009"_d}}) {
    const Classification theme = classification_of("Theme", 1, {{{0, share}}, {}, {}, {}});
    TargetRules rules;
    rules.rules = {exactly(class_at(0, 0), rule)};
    check_near(resolved(portfolio, {theme}, rules), {0.9, 0.05, 0.05, 0});
    // What a rule asks for at least is no more than it asks for.
    rules.rules = {at_least(class_at(0, 0), rule)};
    check_near(resolved(portfolio, {theme}, rules), {0.9, 0.05, 0.05, 0});
  }
}

TEST_CASE("A capped index spreads what it cuts off until all hold", "[allocation]") {
  const Portfolio portfolio = portfolio_of({"500"_d, "200"_d, "150"_d, "100"_d, "50"_d});
  TargetRules rules;
  rules.most_per_asset = "0.3"_d;
  CHECK(resolved(portfolio, {}, rules) == Weights{"0.3"_d, "0.28"_d, "0.21"_d, "0.14"_d, "0.07"_d, "0"_d});
  rules.most_per_asset = "0.26"_d;  // the second would get 0.296, so 0.48 is left for three
  CHECK(resolved(portfolio, {}, rules) == Weights{"0.26"_d, "0.26"_d, "0.24"_d, "0.16"_d, "0.08"_d, "0"_d});
  rules.most_per_asset = "0.2"_d;
  CHECK(resolved(portfolio, {}, rules) == Weights{"0.2"_d, "0.2"_d, "0.2"_d, "0.2"_d, "0.2"_d, "0"_d});
  rules.most_per_asset = "0.19"_d;  // cash is no asset
  CHECK(resolved(portfolio, {}, rules) == Weights{"0.19"_d, "0.19"_d, "0.19"_d, "0.19"_d, "0.19"_d, "0.05"_d});
}

TEST_CASE("Only the largest, equal ones by order", "[allocation]") {
  const Portfolio portfolio = portfolio_of({"20"_d, "60"_d, "20"_d, "20"_d});
  TargetRules rules;
  rules.largest = 2;
  CHECK(resolved(portfolio, {}, rules) == Weights{"0.25"_d, "0.75"_d, "0"_d, "0"_d, "0"_d});
  rules.largest = 3;
  rules.most_per_asset = "0.5"_d;
  CHECK(resolved(portfolio, {}, rules) == Weights{"0.25"_d, "0.5"_d, "0.25"_d, "0"_d, "0"_d});
  rules.largest = 9;
  rules.most_per_asset.reset();
  const ResolvedTargets targets = resolve_targets(portfolio, {}, rules);
  CHECK(targets.weights == targets.prior);
  REQUIRE(targets.outcomes.size() == 1);
  CHECK(targets.outcomes[0].name == kTheLargest);
  CHECK_FALSE(targets.outcomes[0].share);
  CHECK_FALSE(targets.outcomes[0].binding);
}

TEST_CASE("Two classifications of equal priors are independent", "[allocation]") {
  const Portfolio portfolio = portfolio_of({"1"_d, "1"_d, "1"_d, "1"_d});
  const Classification rows = classification_of("Row", 2, {{{0, "1"_d}}, {{0, "1"_d}}, {{1, "1"_d}}, {{1, "1"_d}}, {}});
  const Classification columns =
      classification_of("Column", 2, {{{0, "1"_d}}, {{1, "1"_d}}, {{0, "1"_d}}, {{1, "1"_d}}, {}});
  TargetRules rules;
  rules.rules = {exactly(class_at(0, 0), "0.6"_d), exactly(class_at(0, 1), "0.4"_d), exactly(class_at(1, 0), "0.7"_d),
                 at_most(class_at(1, 1), "0.9"_d)};
  const ResolvedTargets targets = resolve_targets(portfolio, {rows, columns}, rules);
  CHECK(targets.weights == Weights{"0.42"_d, "0.18"_d, "0.28"_d, "0.12"_d, "0"_d});
  REQUIRE(targets.outcomes.size() == 4);
  CHECK(targets.outcomes[0].share == "0.6"_d);
  CHECK(targets.outcomes[2].share == "0.7"_d);
  CHECK(targets.outcomes[2].binding);
  CHECK(targets.outcomes[3].share == "0.3"_d);
  CHECK_FALSE(targets.outcomes[3].binding);
}

TEST_CASE("A cap and a class: neither is in the other's way", "[allocation]") {
  const Portfolio portfolio = portfolio_of({"27"_d, "73"_d});
  const Classification type = classification_of("Type", 1, {{{0, "1"_d}}, {}, {}});
  TargetRules rules;
  rules.rules = {at_least(class_at(0, 0), "0.48"_d)};
  rules.most_per_asset = "0.53"_d;
  CHECK(resolved(portfolio, {type}, rules) == Weights{"0.48"_d, "0.52"_d, "0"_d});
}

TEST_CASE("A rule that another implies changes nothing", "[allocation]") {
  const Portfolio portfolio = portfolio_of({"3"_d, "95"_d, "2"_d});
  const Classification type = classification_of("Type", 2, {{{0, "1"_d}}, {{1, "1"_d}}, {{0, "1"_d}}, {}});
  TargetRules rules;
  rules.rules = {at_least(class_at(0, 0), "0.685"_d), exactly(class_at(0, 1), "0.313"_d)};
  CHECK(resolved(portfolio, {type}, rules) == Weights{"0.4122"_d, "0.313"_d, "0.2748"_d, "0"_d});
}

TEST_CASE("Everything in one class", "[allocation]") {
  const Portfolio portfolio = portfolio_of({"40"_d, "10"_d, "30"_d, "20"_d});
  const Classification type = classification_of("Type", 2, {{{0, "1"_d}}, {{0, "1"_d}}, {{1, "1"_d}}, {}, {}});
  TargetRules rules;
  rules.rules = {exactly(class_at(0, 0), "1"_d)};
  check_near(resolved(portfolio, {type}, rules), {0.8, 0.2, 0, 0, 0});
  rules.rules = {exactly(class_at(0, 1), "1"_d)};
  check_near(resolved(portfolio, {type}, rules), {0, 0, 1, 0, 0});
  rules.rules.push_back(at_most(class_at(0, 0), "0"_d));
  check_near(resolved(portfolio, {type}, rules), {0, 0, 1, 0, 0});
}

TEST_CASE("Without a prior only where a rule cannot be kept otherwise, and then in equal parts", "[allocation]") {
  Portfolio portfolio = portfolio_of({"0"_d, "0"_d, "7"_d, "3"_d});
  const Classification type =
      classification_of("Type", 2, {{{0, "1"_d}}, {{0, "1"_d}}, {{1, "1"_d}}, {}, {{0, "1"_d}}});
  TargetRules rules;
  rules.rules = {at_most(class_at(0, 1), "0.7"_d)};
  CHECK(resolved(portfolio, {type}, rules) == Weights{"0"_d, "0"_d, "0.7"_d, "0.3"_d, "0"_d});
  rules.rules = {exactly(class_at(0, 0), "0.3"_d)};  // cash lies in it too
  CHECK(resolved(portfolio, {type}, rules) == Weights{"0.1"_d, "0.1"_d, "0.49"_d, "0.21"_d, "0.1"_d});
}

TEST_CASE("A share of a class above it, and of one in another classification", "[allocation]") {
  const Portfolio portfolio = portfolio_of({"1"_d, "1"_d, "1"_d});
  // X with Y below it: A half in Y, B in X itself.
  Classification tree = classification_of("Type", 2, {{{1, "0.5"_d}}, {{0, "1"_d}}, {}, {}});
  tree.classes[1].parent = 0;
  TargetRules rules;
  rules.rules = {of_class(exactly(class_at(0, 1), "0.5"_d), 0, 0)};
  // wA/2 = (wA/2 + wB)/2, so wA = 2 wB: with multipliers of 1/4 and -1/2 on equal priors 2^(1/3) : 2^(-2/3) : 1.
  const double level = 1 / (1.5 * std::cbrt(2.0) + 1);
  const std::vector<double> expected = {std::cbrt(2.0) * level, 0.5 * std::cbrt(2.0) * level, level, 0};
  check_near(resolved(portfolio, {tree}, rules), expected);
  // The same between two classifications: A wholly in Z of the second and half in X of the first, so half in both.
  const Classification first = classification_of("Type", 1, {{{0, "0.5"_d}}, {{0, "1"_d}}, {}, {}});
  const Classification second = classification_of("Place", 1, {{{0, "1"_d}}, {}, {{0, "1"_d}}, {}});
  rules.rules = {of_class(exactly(class_at(1, 0), "0.5"_d), 0, 0)};
  check_near(resolved(portfolio, {first, second}, rules), expected);
}

TEST_CASE("A rule says itself as a person would", "[allocation]") {
  const Portfolio portfolio = portfolio_of({"1"_d, "1"_d});
  const Classification type = classification_of("Type", 2, {{}, {}, {}});
  TargetRules rules;
  rules.largest = 3;
  rules.most_per_asset = "0.125"_d;
  rules.rules = {exactly(class_at(0, 0), "0.1"_d), of_class(at_most(position(1), "0.3"_d), 0, 1),
                 between(position(2), "0"_d, "0.055"_d), at_least(class_at(0, 1), "1"_d)};
  const auto text = [&](RuleName name) { return rule_text(portfolio, {type}, rules, name); };
  CHECK(text(rule_at(0)) == "Type: X = 10 %");
  CHECK(text(rule_at(1)) == "B ≤ 30 % of Type: Y");
  CHECK(text(rule_at(2)) == "Cash 0 % – 5.5 %");
  CHECK(text(rule_at(3)) == "Type: Y ≥ 100 %");
  CHECK(text(kTheLargest) == "Only the 3 largest assets");
  CHECK(text(kTheCap) == "Each asset ≤ 12.5 %");
}

}  // namespace
}  // namespace ballast
