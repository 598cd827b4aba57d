// Rules that cannot be kept together: which, and the least that helps, by hand.
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "ballast/allocation/resolve_targets.hpp"
#include "rules.hpp"

namespace ballast {
namespace {

using Names = std::vector<RuleName>;
using Weights = std::vector<Decimal>;
using Bound = RuleChange::Bound;

// A and B in X, C in Y, D in neither.
Classification type() { return classification_of("Type", 2, {{{0, "1"_d}}, {{0, "1"_d}}, {{1, "1"_d}}, {}, {}}); }

ResolvedTargets conflicting(const TargetRules& rules, const std::vector<Classification>& classifications = {type()}) {
  const Portfolio portfolio = portfolio_of({"4"_d, "3"_d, "2"_d, "1"_d});
  ResolvedTargets targets = resolve_targets(portfolio, classifications, rules);
  REQUIRE_FALSE(targets.feasible);
  REQUIRE(targets.conflict);
  // With the changes made the rules can be kept, and those are the targets shown.
  const ResolvedTargets after =
      resolve_targets(portfolio, classifications, relaxed(rules, targets.conflict->relaxation));
  CHECK(after.feasible);
  CHECK(after.weights == targets.weights);
  return targets;
}

void check_change(const RuleChange& change, RuleName name, Bound bound, Decimal from, Decimal to) {
  CHECK(change.name == name);
  CHECK(change.bound == bound);
  CHECK(change.from == from);
  CHECK(change.to == to);
}

TEST_CASE("Shares of more than the whole: of equals the later rule gives way", "[allocation]") {
  TargetRules rules;
  rules.rules = {at_most(position(3), "0.9"_d), exactly(class_at(0, 0), "0.6"_d), at_least(class_at(0, 1), "0.7"_d)};
  ResolvedTargets targets = conflicting(rules);
  CHECK(targets.conflict->rules == Names{rule_at(1), rule_at(2)});
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], rule_at(2), Bound::kLeast, "0.7"_d, "0.4"_d);
  CHECK(targets.weights == Weights{"0.342857142857"_d, "0.257142857143"_d, "0.4"_d, "0"_d, "0"_d});

  rules.rules[2].locked = true;
  targets = conflicting(rules);
  CHECK(targets.conflict->rules == Names{rule_at(1), rule_at(2)});
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], rule_at(1), Bound::kExact, "0.6"_d, "0.3"_d);

  rules.rules[1].locked = true;  // nothing else helps
  targets = conflicting(rules);
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], rule_at(2), Bound::kLeast, "0.7"_d, "0.4"_d);
}

TEST_CASE("Rules that miss each other by a billionth are relaxed by a billionth", "[allocation]") {
  TargetRules rules;
  rules.rules = {exactly(position(0), "0.1"_d), exactly(position(1), "0.899999999"_d), exactly(position(4), "0"_d),
                 exactly(position(2), "0"_d), exactly(position(3), "0"_d)};
  const ResolvedTargets targets = conflicting(rules);
  REQUIRE(targets.conflict->relaxation.size() == 1);
  CHECK(targets.conflict->rules.size() == 5);
}

TEST_CASE("One rule alone may be what cannot be kept", "[allocation]") {
  const Classification empty = classification_of("Type", 1, {{}, {}, {}, {}, {}});
  TargetRules rules;
  rules.rules = {at_least(class_at(0, 0), "0.1"_d), exactly(position(0), "0.5"_d)};
  const ResolvedTargets targets = conflicting(rules, {empty});
  CHECK(targets.conflict->rules == Names{rule_at(0)});
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], rule_at(0), Bound::kLeast, "0.1"_d, "0"_d);
}

TEST_CASE("Asset and class, and two rules about one asset", "[allocation]") {
  TargetRules rules;
  rules.rules = {at_most(class_at(0, 0), "0.2"_d), exactly(position(0), "0.15"_d), at_least(position(1), "0.1"_d)};
  ResolvedTargets targets = conflicting(rules);
  CHECK(targets.conflict->rules == Names{rule_at(0), rule_at(1), rule_at(2)});
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], rule_at(2), Bound::kLeast, "0.1"_d, "0.05"_d);

  rules.rules = {at_least(position(0), "0.5"_d), at_most(position(0), "0.25"_d), exactly(position(4), "0.1"_d)};
  targets = conflicting(rules);
  CHECK(targets.conflict->rules == Names{rule_at(0), rule_at(1)});
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], rule_at(1), Bound::kMost, "0.25"_d, "0.5"_d);
}

TEST_CASE("The cap counts once, by how much it is raised", "[allocation]") {
  // Four assets at 0.2 and cash at 0.1 are 0.9: the cap has to rise by 0.025, cash by 0.1.
  TargetRules rules;
  rules.rules = {at_most(position(4), "0.1"_d)};
  rules.most_per_asset = "0.2"_d;
  ResolvedTargets targets = conflicting(rules);
  CHECK(targets.conflict->rules == Names{rule_at(0), kTheCap});
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], kTheCap, Bound::kMost, "0.2"_d, "0.225"_d);
  CHECK(targets.weights == Weights{"0.225"_d, "0.225"_d, "0.225"_d, "0.225"_d, "0.1"_d});

  // C and D each want 0.1 more than the cap allows.
  rules.rules = {exactly(class_at(0, 1), "0.3"_d), at_least(position(3), "0.3"_d)};
  targets = conflicting(rules);
  CHECK(targets.conflict->rules.size() == 2);
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], kTheCap, Bound::kMost, "0.2"_d, "0.3"_d);
  // The cap cannot be locked: it gives way to a rule that is.
  rules.rules = {locked(exactly(class_at(0, 1), "0.3"_d))};
  targets = conflicting(rules);
  CHECK(targets.conflict->rules == Names{rule_at(0), kTheCap});
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], kTheCap, Bound::kMost, "0.2"_d, "0.3"_d);
}

TEST_CASE("A cap that thirds do not fit", "[allocation]") {
  // D may have nothing, the others at most 0.2 each, cash at most 0.3: the cap has to rise to 0.7/3.
  TargetRules rules;
  rules.rules = {exactly(position(3), "0"_d), at_most(position(4), "0.3"_d)};
  rules.most_per_asset = "0.2"_d;
  const ResolvedTargets targets = conflicting(rules);
  REQUIRE(targets.conflict->relaxation.size() == 1);
  const Decimal to = targets.conflict->relaxation[0].to;
  CHECK(absolute(to - "0.233333333333"_d) <= "0.00000000001"_d);
  CHECK(targets.violation <= "0.00000000001"_d);
}

TEST_CASE("The number of assets is part of a conflict, but not bent", "[allocation]") {
  // The largest is A alone, which may have half; cash at most 0.2.
  TargetRules rules;
  rules.rules = {at_most(position(0), "0.5"_d), at_most(position(4), "0.2"_d)};
  rules.largest = 1;
  const ResolvedTargets targets = conflicting(rules);
  CHECK(targets.conflict->rules == Names{rule_at(0), rule_at(1), kTheLargest});
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], rule_at(1), Bound::kMost, "0.2"_d, "0.5"_d);
  CHECK(targets.weights == Weights{"0.5"_d, "0"_d, "0"_d, "0"_d, "0.5"_d});
}

TEST_CASE("A share of a class is bent in what it weighs, and said as the share that results", "[allocation]") {
  // A half of X, B at least 60 % of X, X exactly 0.4: 10 % of X is 0.04 of the whole. A at half leaves B half.
  TargetRules rules;
  rules.rules = {exactly(class_at(0, 0), "0.4"_d), of_class(exactly(position(0), "0.5"_d), 0, 0),
                 of_class(at_least(position(1), "0.6"_d), 0, 0)};
  const ResolvedTargets targets = conflicting(rules);
  CHECK(targets.conflict->rules == Names{rule_at(0), rule_at(1), rule_at(2)});
  REQUIRE(targets.conflict->relaxation.size() == 1);
  check_change(targets.conflict->relaxation[0], rule_at(2), Bound::kLeast, "0.6"_d, "0.5"_d);
}

}  // namespace
}  // namespace ballast
