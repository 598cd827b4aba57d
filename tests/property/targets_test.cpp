// Targets from random rules, judged by linear programs and arithmetic that share nothing with the core: whether rules
// can be kept at all, whether the targets keep them and are nearest to the prior, and what is said where they cannot.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "../reference/relative_entropy.hpp"
#include "../support/random_case.hpp"
#include "ballast/allocation/resolve_targets.hpp"
#include "random_rules.hpp"
#include "rule_judge.hpp"

using namespace ballast;
using ballast::test::case_count;
using ballast::test::CaseCount;
using ballast::test::random_rule_case;
using ballast::test::RuleCase;
using ballast::test::RuleJudge;

namespace {

constexpr CaseCount kTargetCases = {.native = 12'000, .sanitized = 500, .wasm = 200};

constexpr double kRuleKept = 1e-10;
constexpr double kSame = 1e-9;
constexpr double kNoPrior = 1e-18;

ResolvedTargets resolved(const RuleCase& rule_case, const TargetRules& rules) {
  return resolve_targets(rule_case.portfolio, rule_case.classifications, rules);
}

RuleJudge judge_of(const RuleCase& rule_case, const TargetRules& rules) {
  return {rule_case.portfolio, rule_case.classifications, rules};
}

std::string text_of(const RuleCase& rule_case) {
  std::string out;
  for (const Asset& asset : rule_case.portfolio.assets)
    out += asset.symbol + (asset.price.is_zero() ? "(no price) " : " ");
  for (const Classification& classification : rule_case.classifications) {
    out += "\n" + classification.name + ":";
    for (std::size_t i = 0; i < classification.members.size(); ++i) {
      for (const ClassShare& member : classification.members[i]) {
        out += " " + std::to_string(i) + "-" + classification.classes[member.in].id + " " + member.share.text();
      }
    }
    for (const AssetClass& in : classification.classes) {
      if (in.parent) out += " " + in.id + "<" + classification.classes[*in.parent].id;
    }
  }
  const RuleJudge judge = judge_of(rule_case, rule_case.rules);
  out += "\nprior:";
  for (const double weight : judge.prior()) out += " " + std::to_string(weight);
  for (const RuleName name : judge.all()) {
    const bool is_rule = name.kind == RuleName::Kind::kRule;
    out += "\n" + rule_text(rule_case.portfolio, rule_case.classifications, rule_case.rules, name);
    if (is_rule && rule_case.rules.rules[name.rule].locked) out += " locked";
  }
  return out;
}

TargetRules without(TargetRules rules, RuleName name) {
  if (name.kind == RuleName::Kind::kLargest) rules.largest.reset();
  if (name.kind == RuleName::Kind::kMostPerAsset) rules.most_per_asset.reset();
  if (name.kind == RuleName::Kind::kRule)
    rules.rules.erase(rules.rules.begin() + static_cast<std::ptrdiff_t>(name.rule));
  return rules;
}

// What is wrong with weights that are said to keep all rules; "" where nothing is.
std::string fault_of_weights(const RuleCase& rule_case, const TargetRules& rules, const ResolvedTargets& targets) {
  const RuleJudge judge = judge_of(rule_case, rules);
  Decimal sum;
  for (const Decimal weight : targets.weights) {
    if (weight.sign() < 0) return "a negative weight";
    sum += weight;
  }
  if (sum != Decimal::from_integer(1)) return "the sum is " + sum.text();
  for (const TargetRule& rule : rules.rules) {
    const RuleJudge::Range room = judge.room(rule, targets.weights);
    if (room.least < -kRuleKept || room.most < -kRuleKept) return "a rule is broken";
  }
  for (std::size_t i = 0; i + 1 < targets.weights.size(); ++i) {
    const Decimal weight = targets.weights[i];
    if (rule_case.portfolio.assets[i].price.is_zero() && !weight.is_zero()) return "a weight without a price";
    if (rules.largest && judge.beyond_the_largest()[i] && !weight.is_zero()) return "a weight beyond the largest";
    if (rules.most_per_asset && (weight - *rules.most_per_asset).to_double() > kRuleKept) return "the cap is broken";
  }
  return "";
}

// How far the targets may be from the least relative entropy. They have 12 decimals.
double entropy_gap(const RuleJudge& judge, const std::vector<Decimal>& weights) {
  double whole = 0;
  for (const double prior : judge.prior()) whole += prior;
  std::vector<double> priors;
  for (const double prior : judge.prior()) priors.push_back(std::max(whole > 0 ? prior / whole : 0, kNoPrior));
  std::vector<double> x;
  for (const Decimal weight : weights) x.push_back(weight.to_double());
  return test::EntropyBound(judge.program(judge.all()), std::move(priors)).gap(std::move(x), kSame);
}

double farthest(const std::vector<Decimal>& a, const std::vector<Decimal>& b) {
  Decimal out;
  for (std::size_t i = 0; i < a.size(); ++i) out = std::max(out, absolute(a[i] - b[i]));
  return out.to_double();
}

// A rule that shapes the result holds it at one of its limits; without one that does not, it stays.
std::string fault_of_binding(const RuleCase& rule_case, const ResolvedTargets& targets) {
  const RuleJudge judge = judge_of(rule_case, rule_case.rules);
  if (targets.outcomes.size() != judge.all().size()) return "not one outcome for each rule";
  for (const RuleOutcome& outcome : targets.outcomes) {
    const std::string text = rule_text(rule_case.portfolio, rule_case.classifications, rule_case.rules, outcome.name);
    if (!outcome.binding) {
      const ResolvedTargets other = resolved(rule_case, without(rule_case.rules, outcome.name));
      // What has no prior has 1e-18, which strong pulls make visible.
      const double same = outcome.name.kind == RuleName::Kind::kLargest ? 1e-7 : kSame;
      if (farthest(other.weights, targets.weights) > same) return "not binding, but without it others: " + text;
    } else if (outcome.name.kind == RuleName::Kind::kRule) {
      const RuleJudge::Range room = judge.room(rule_case.rules.rules[outcome.name.rule], targets.weights);
      if (room.least > kSame && room.most > kSame) return "binding, but not at a limit: " + text;
    }
  }
  return "";
}

struct Size {
  double sum = 0;
  double rounding = 1e-9;  ///< new numbers are rounded at 1e-11
};

Size size_of(const std::vector<RuleChange>& changes, const TargetRules& rules) {
  Size out;
  for (const RuleChange& change : changes) {
    const bool locked = change.name.kind == RuleName::Kind::kRule && rules.rules[change.name.rule].locked;
    const double cost = locked ? 10'000 : 1;
    out.sum += cost * absolute(change.to - change.from).to_double();
    out.rounding += cost * 1e-11;
  }
  return out;
}

std::string fault_of_conflict(const RuleCase& rule_case, const ResolvedTargets& targets) {
  const RuleJudge judge = judge_of(rule_case, rule_case.rules);
  if (!targets.conflict) return "no conflict said";
  const std::vector<RuleName>& rules = targets.conflict->rules;
  if (judge.can_be_kept(rules)) return "the conflict is none";
  for (std::size_t r = 0; r < rules.size(); ++r) {
    std::vector<RuleName> others = rules;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(r));
    if (!judge.can_be_kept(others)) return "the conflict is not minimal";
  }
  TargetRules bent = rule_case.rules;
  bool has_share_of_class = false;
  for (const TargetRule& rule : bent.rules) has_share_of_class = has_share_of_class || rule.of.has_value();
  for (const RuleChange& change : targets.conflict->relaxation) {
    if (change.name.kind == RuleName::Kind::kLargest) return "the number of assets is bent";
    if (change.name.kind == RuleName::Kind::kMostPerAsset) {
      bent.most_per_asset = change.to;
      continue;
    }
    TargetRule& rule = bent.rules[change.name.rule];
    if ((change.bound == RuleChange::Bound::kExact) != rule.exact) return "a number that was not said is bent";
    if (change.bound != RuleChange::Bound::kMost) rule.least = change.to;
    if (change.bound != RuleChange::Bound::kLeast) rule.most = change.to;
  }
  const Size size = size_of(targets.conflict->relaxation, rule_case.rules);
  const double least = has_share_of_class ? size.sum : judge.least_change();
  if (std::fabs(size.sum - least) > size.rounding) {
    return "a relaxation of " + std::to_string(size.sum) + ", the least is " + std::to_string(least);
  }
  const ResolvedTargets after = resolved(rule_case, bent);
  if (!after.feasible) return "the relaxed rules cannot be kept";
  if (after.weights != targets.weights) return "not the targets of the relaxed rules";
  const std::string fault = fault_of_weights(rule_case, bent, targets);
  return fault.empty() ? "" : "relaxed: " + fault;
}

}  // namespace

TEST_CASE("Targets of random rules, and their conflicts", "[property][allocation]") {
  std::uint64_t conflicts = 0;
  const std::uint64_t cases = case_count(kTargetCases.here());
  for (std::uint64_t seed = 0; seed < cases; ++seed) {
    const RuleCase rule_case = random_rule_case(seed);
    const RuleJudge judge = judge_of(rule_case, rule_case.rules);
    const bool can_be_kept = judge.can_be_kept(judge.all());
    const ResolvedTargets targets = resolved(rule_case, rule_case.rules);
    std::string fault;
    if (targets.feasible != can_be_kept) {
      fault = can_be_kept ? "rules that can be kept are refused" : "rules that cannot be kept are taken";
    } else if (can_be_kept) {
      fault = fault_of_weights(rule_case, rule_case.rules, targets);
      if (fault.empty() && entropy_gap(judge, targets.weights) > kSame) fault = "not the nearest";
      if (fault.empty()) fault = fault_of_binding(rule_case, targets);
      if (fault.empty() && targets.gap.to_double() > kSame) fault = "says a gap of " + targets.gap.text();
    } else {
      ++conflicts;
      fault = fault_of_conflict(rule_case, targets);
    }
    if (fault.empty()) continue;
    UNSCOPED_INFO("seed " << seed << " " << text_of(rule_case));
    CHECK(fault == "");
  }
  CHECK(conflicts > cases / 4);
  CHECK(conflicts < cases - cases / 4);
}
