#include "ballast/allocation/resolve_targets.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "ballast/money/apportion.hpp"
#include "ballast/optimize/projection.hpp"
#include "feasibility.hpp"
#include "prior_weights.hpp"
#include "relax_rules.hpp"
#include "rule_rows.hpp"
#include "target_problem.hpp"

namespace ballast {
namespace {

// The prior of what has none, as a share of the whole: it gets weight only where a rule cannot be met otherwise. The
// larger ones are for rules that can only just be kept, where the smallest asks for more than doubles can say.
constexpr double kNoPrior[] = {1e-18, 1e-15, 1e-12, 1e-9, 1e-6};
// By more than this no rule may be broken that is said to be kept.
constexpr double kKept = 1e-9;
// And by no more than this where numbers with more decimals could help.
constexpr double kCleanly = 2e-11;
constexpr int kGapDigits = 10;
// Relaxed numbers as people write them, if rules can be kept with them: changes of ten times what a linear program may
// leave, 12 decimals. Else as many as doubles have.
constexpr RelaxedNumbers kRelaxed[] = {{1e-9, 12, Rounding::kHalfEven},
                                       {1e-9, 12, Rounding::kDown},
                                       {1e-9, 12, Rounding::kUp},
                                       {1e-13, 16, Rounding::kHalfEven}};

std::vector<Decimal> exact_prior(const std::vector<double>& prior) {
  std::vector<Decimal> rounded(prior.size());
  bool any = false;
  for (std::size_t i = 0; i < prior.size(); ++i) {
    (void)from_double(prior[i], kEqualDigits, &rounded[i]);
    any = any || !rounded[i].is_zero();
  }
  return any ? apportion(kOne, rounded, Decimal::smallest(kWeightDigits)) : rounded;
}

struct ExactShare {
  Decimal subject;
  Decimal whole = kOne;
};

ExactShare exact_share(const ShareIndex& index, const TargetRule& rule, const std::vector<Decimal>& weights) {
  const RuleShares shares = shares_of(index, rule);
  ExactShare out;
  if (rule.of) out.whole = Decimal();
  for (std::size_t k = 0; k < shares.at.size(); ++k) {
    const Decimal weight = weights[shares.at[k]];
    out.subject += multiply(shares.subject[k], weight, Rounding::kHalfEven);
    if (rule.of) out.whole += multiply(shares.whole[k], weight, Rounding::kHalfEven);
  }
  return out;
}

// By how much the weights break a rule, as a share of the whole.
Decimal violation_of(const TargetRule& rule, const ExactShare& share) {
  const Decimal least = multiply(rule.least, share.whole, Rounding::kHalfEven);
  const Decimal most = multiply(rule.most, share.whole, Rounding::kHalfEven);
  return std::max({least - share.subject, share.subject - most, Decimal()});
}

// Targets of rules that can be kept.
ResolvedTargets targets_of(const TargetRules& rules, const ShareIndex& index, const RuleSystem& system,
                           const TargetProblem& target, const Projection& solution) {
  ResolvedTargets out;
  out.weights = target.exact(solution.x);
  for (std::size_t r = 0; r < system.rules.size(); ++r) {
    RuleOutcome outcome;
    outcome.name = system.rules[r].name;
    if (outcome.name.kind == RuleName::Kind::kRule) {
      const TargetRule& rule = rules.rules[outcome.name.rule];
      const ExactShare share = exact_share(index, rule, out.weights);
      outcome.of_nothing = share.whole.is_zero();
      outcome.share = outcome.of_nothing ? Decimal() : divide(share.subject, share.whole, Rounding::kHalfEven);
      out.violation = std::max(out.violation, violation_of(rule, share));
    }
    outcome.binding = target.is_binding(r, solution);
    out.outcomes.push_back(outcome);
  }
  if (rules.most_per_asset) {
    const Decimal heaviest =
        out.weights.size() < 2 ? Decimal() : *std::max_element(out.weights.begin(), out.weights.end() - 1);
    out.outcomes.push_back({{RuleName::Kind::kMostPerAsset, 0}, heaviest, target.cap_is_binding(solution), false});
    out.violation = std::max(out.violation, heaviest - *rules.most_per_asset);
  }
  const double gap = check_projection(target.problem(), solution).gap;
  (void)from_double(std::abs(gap), kGapDigits, &out.gap);
  return out;
}

// Nothing where the rules cannot be kept.
std::optional<ResolvedTargets> try_targets(const TargetRules& rules, const ShareIndex& index, const RuleSystem& system,
                                           const std::vector<double>& prior) {
  const TargetProblem target(rules, system, prior, kNoPrior[0]);
  if (target.contradicts_itself()) return std::nullopt;
  const Projection solution = project(target.problem());
  if (solution.status == Projection::Status::kSolved) return targets_of(rules, index, system, target, solution);
  if (!find_conflict(system).empty()) return std::nullopt;
  // Rules that can be kept, and only just: some weights have no choice, and multipliers would have to say so.
  const ForcedWeights forced = find_forced(system);
  std::optional<ResolvedTargets> nearest;
  for (const double no_prior : kNoPrior) {
    const TargetProblem narrowed(rules, system, prior, no_prior, forced);
    const Projection again = project(narrowed.problem());
    ResolvedTargets targets = targets_of(rules, index, system, narrowed, again);
    if (!nearest || targets.violation < nearest->violation) nearest = std::move(targets);
    if (again.status == Projection::Status::kSolved) break;
  }
  if (nearest->violation.to_double() <= kKept) return nearest;
  // So little room that weights which keep the rules are all but the only ones.
  Bending within = bend_least(system, std::vector<double>(system.rules.size(), kNever), kNever);
  if (!within.found) within = bend_least(system, std::vector<double>(system.rules.size(), 1.0), 1.0);
  if (!within.found) return nearest;
  Projection found;
  found.x = within.weights;
  found.multipliers.assign(target.problem().rows.size(), 0.0);
  found.forcing.assign(target.problem().rows.size(), true);
  ResolvedTargets kept = targets_of(rules, index, system, target, found);
  return kept.violation < nearest->violation ? std::move(kept) : std::move(nearest);
}

}  // namespace

ResolvedTargets resolve_targets(const Portfolio& portfolio, const std::vector<Classification>& classifications,
                                const TargetRules& rules) {
  std::vector<double> prior = prior_weights(portfolio, rules.prior);
  const bool says_nothing = std::all_of(prior.begin(), prior.end(), [](double weight) { return weight == 0; });
  if (says_nothing) prior = prior_weights(portfolio, {Prior::Kind::kEqual, {}});
  const ShareIndex index(classifications);
  const RuleSystem system = build_rule_system(portfolio, index, rules, prior);
  if (std::optional<ResolvedTargets> solved = try_targets(rules, index, system, prior)) {
    solved->prior = exact_prior(prior);
    solved->prior_says_nothing = says_nothing;
    solved->feasible = solved->violation.to_double() <= kKept;
    if (!solved->feasible) solved->conflict = RuleConflict{};  // they can be kept, but not by what was found
    return *std::move(solved);
  }

  RuleConflict conflict;
  for (const std::size_t r : find_conflict(system)) {
    conflict.rules.push_back(r < system.rules.size() ? system.rules[r].name
                                                     : RuleName{RuleName::Kind::kMostPerAsset, 0});
  }
  TargetRules bent = rules;
  std::optional<ResolvedTargets> kept;
  for (const RelaxedNumbers& numbers : kRelaxed) {
    conflict.relaxation = relax_rules(rules, index, system, numbers);
    if (conflict.relaxation.empty()) continue;
    bent = relaxed(rules, conflict.relaxation);
    kept = try_targets(bent, index, build_rule_system(portfolio, index, bent, prior), prior);
    if (kept && kept->violation.to_double() <= kCleanly) break;
  }
  if (!kept) {  // no change of numbers helps: what comes nearest
    const RuleSystem bent_system = build_rule_system(portfolio, index, bent, prior);
    const TargetProblem target(bent, bent_system, prior, kNoPrior[0]);
    kept = targets_of(bent, index, bent_system, target, project(target.problem()));
  }
  ResolvedTargets out = *std::move(kept);
  out.prior = exact_prior(prior);
  out.prior_says_nothing = says_nothing;
  out.feasible = false;
  out.conflict = std::move(conflict);
  return out;
}

}  // namespace ballast
