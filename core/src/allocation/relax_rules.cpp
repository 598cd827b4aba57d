#include "relax_rules.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "feasibility.hpp"

namespace ballast {
namespace {

// So much dearer that a locked rule is bent only where no other can be.
constexpr double kLockedCost = 1e4;
// Among equals the rule that was said last gives way.
constexpr double kLaterFirst = 1e-6;
// A share of less than this is a share of nothing: any number is kept.
constexpr double kNoWeight = 1e-9;

// A share as a person would write it: with no more digits than tell it from what was calculated.
Decimal tidy(double share, int most_digits) {
  const double same = std::pow(10.0, -most_digits);
  Decimal out;
  for (int digits = 2; digits <= most_digits; ++digits) {
    if (!from_double(std::clamp(share, 0.0, 1.0), digits, &out)) break;
    if (std::abs(out.to_double() - share) <= same) break;
  }
  return out;
}

std::optional<RuleChange> change_of(const TargetRule& rule, RuleName name, SubjectWeight weight,
                                    const RelaxedNumbers& numbers) {
  if (weight.whole <= kNoWeight) return std::nullopt;
  const double share = weight.subject / weight.whole;
  const double tolerance = numbers.bent / weight.whole;
  const bool too_low = share < rule.least.to_double() - tolerance;
  const bool too_high = share > rule.most.to_double() + tolerance;
  if (!too_low && !too_high) return std::nullopt;
  Decimal to = tidy(share, numbers.digits);
  const Decimal last = Decimal::smallest(numbers.digits);
  if (rule.exact) {
    const bool cut = std::abs(to.to_double() - share) > 1e-15;
    if (cut && numbers.rounding == Rounding::kDown && to.to_double() > share) to -= last;
    if (cut && numbers.rounding == Rounding::kUp && to.to_double() < share) to += last;
    return RuleChange{name, RuleChange::Bound::kExact, rule.least, to};
  }
  // A limit that had to be rounded is rounded outward.
  if (too_low && to.to_double() > share && to >= last) to -= last;
  if (too_high && to.to_double() < share && to + last <= rule.most + Decimal::from_integer(1)) to += last;
  to = std::min(to, Decimal::from_integer(1));
  return too_low ? RuleChange{name, RuleChange::Bound::kLeast, rule.least, to}
                 : RuleChange{name, RuleChange::Bound::kMost, rule.most, to};
}

}  // namespace

SubjectWeight subject_weight(const ShareIndex& index, const TargetRule& rule, const std::vector<double>& weights) {
  const RuleShares shares = shares_of(index, rule);
  SubjectWeight out;
  if (!shares.whole.empty() || rule.of) out.whole = 0;
  for (std::size_t k = 0; k < shares.at.size(); ++k) {
    out.subject += shares.subject[k].to_double() * weights[shares.at[k]];
    if (rule.of) out.whole += shares.whole[k].to_double() * weights[shares.at[k]];
  }
  return out;
}

std::vector<RuleChange> relax_rules(const TargetRules& rules, const ShareIndex& index, const RuleSystem& system,
                                    const RelaxedNumbers& numbers) {
  std::vector<double> cost;
  const auto count = static_cast<double>(system.rules.size());
  for (std::size_t r = 0; r < system.rules.size(); ++r) {
    const bool is_rule = system.rules[r].name.kind == RuleName::Kind::kRule;
    const double base = is_rule ? (rules.rules[system.rules[r].name.rule].locked ? kLockedCost : 1.0) : kNever;
    cost.push_back(base * (1 + kLaterFirst * (count - static_cast<double>(r)) / count));
  }
  const Bending bent = bend_least(system, cost, 1 + kLaterFirst);
  std::vector<RuleChange> changes;
  if (!bent.found) return changes;
  for (std::size_t r = 0; r < rules.rules.size(); ++r) {
    const SubjectWeight weight = subject_weight(index, rules.rules[r], bent.weights);
    if (const auto change = change_of(rules.rules[r], {RuleName::Kind::kRule, r}, weight, numbers)) {
      changes.push_back(*change);
    }
  }
  if (system.cap && rules.most_per_asset) {
    const double heaviest = *std::max_element(bent.weights.begin(), bent.weights.end() - 1);
    if (heaviest > *system.cap + numbers.bent) {
      changes.push_back({{RuleName::Kind::kMostPerAsset, 0},
                         RuleChange::Bound::kMost,
                         *rules.most_per_asset,
                         tidy(heaviest, numbers.digits)});
    }
  }
  return changes;
}

TargetRules relaxed(TargetRules rules, const std::vector<RuleChange>& changes) {
  for (const RuleChange& change : changes) {
    if (change.name.kind == RuleName::Kind::kMostPerAsset) {
      rules.most_per_asset = change.to;
      continue;
    }
    TargetRule& rule = rules.rules[change.name.rule];
    if (change.bound != RuleChange::Bound::kMost) rule.least = change.to;
    if (change.bound != RuleChange::Bound::kLeast) rule.most = change.to;
  }
  return rules;
}

}  // namespace ballast
