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

namespace ballast {
namespace {

const Decimal kOne = Decimal::from_integer(1);
// The prior of what has none, as a share of the whole: it gets weight only where a rule cannot be met otherwise. The
// larger ones are for rules that can only just be kept, where the smallest asks for more than doubles can say.
constexpr double kNoPrior[] = {1e-18, 1e-15, 1e-12, 1e-9, 1e-6};
// By more than this no rule may be broken that is said to be kept.
constexpr double kKept = 1e-9;
// Weights have 12 decimals; equal ones are made equal before they are apportioned, so that ties go by order.
constexpr int kWeightDigits = 12;
constexpr int kEqualDigits = 15;
constexpr double kNone = std::numeric_limits<double>::infinity();
constexpr double kAtLimit = 1e-12;
constexpr double kNearLimit = 1e-10;
constexpr std::size_t kFewRows = 60;
constexpr double kPulls = 1e-13;     // multipliers below this are rounding errors
constexpr double kElsewhere = 1e-9;  // and weights
constexpr int kGapDigits = 10;

struct Limits {
  std::vector<double> lower;
  std::vector<double> upper;
  std::vector<Decimal> exact_lower;
  std::vector<Decimal> exact_upper;
};

// Rules about single assets or cash, and the cap, are limits of the weights; all others are rows.
class TargetProblem {
 public:
  TargetProblem(const TargetRules& rules, const RuleSystem& system, const std::vector<double>& prior, double no_prior,
                const ForcedWeights& forced = {})
      : rules_(rules), system_(system) {
    const std::size_t n = system.position_count;
    limits_.exact_lower.assign(n, Decimal());
    limits_.exact_upper.assign(n, kOne);
    for (std::size_t i = 0; i < n; ++i) {
      if (system.upper[i] == 0) limits_.exact_upper[i] = Decimal();
      if (rules.most_per_asset && i + 1 < n) lower_to(i, *rules.most_per_asset);
    }
    LinearRow whole;
    whole.least = whole.most = 1;
    for (std::size_t i = 0; i < n; ++i) {
      whole.at.push_back(i);
      whole.coefficients.push_back(1);
    }
    problem_.rows.push_back(std::move(whole));
    for (const RuleRows& rule : system.rules) add(rule);
    narrowed_ = !forced.at_zero.empty();
    for (std::size_t i = 0; i < forced.at_zero.size(); ++i) {
      if (forced.at_zero[i]) limits_.exact_lower[i] = limits_.exact_upper[i] = Decimal();
      if (forced.at_cap[i]) limits_.exact_lower[i] = limits_.exact_upper[i];
    }
    problem_.centre = prior;
    for (double& weight : problem_.centre) weight = std::max(weight, no_prior);
    for (std::size_t i = 0; i < n; ++i) {
      problem_.lower.push_back(limits_.exact_lower[i].to_double());
      // The whole keeps weights below 1 as it is; a bound there would only be in the way.
      const bool limited = limits_.exact_upper[i] < kOne;
      problem_.upper.push_back(limited ? limits_.exact_upper[i].to_double() : kNone);
    }
  }

  [[nodiscard]] bool contradicts_itself() const {
    for (std::size_t i = 0; i < problem_.lower.size(); ++i) {
      if (problem_.lower[i] > problem_.upper[i]) return true;
    }
    return std::any_of(problem_.rows.begin(), problem_.rows.end(),
                       [](const LinearRow& row) { return row.at.empty() && (row.least > 0 || row.most < 0); });
  }

  [[nodiscard]] const ProjectionProblem& problem() const { return problem_; }

  // The solution in exact decimals: what lies at a limit is exactly there, the rest is apportioned.
  [[nodiscard]] std::vector<Decimal> exact(const std::vector<double>& x) const {
    std::vector<Decimal> weights(x.size());
    std::vector<Decimal> free(x.size());
    Decimal left = kOne;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const bool at_lower = x[i] <= problem_.lower[i] + kAtLimit && problem_.lower[i] > 0;
      const bool at_upper = x[i] >= problem_.upper[i] - kAtLimit;
      if (at_lower || at_upper) {
        weights[i] = at_lower ? limits_.exact_lower[i] : limits_.exact_upper[i];
        left -= weights[i];
      } else {
        (void)from_double(x[i], kEqualDigits, &free[i]);
      }
    }
    place(left, free, weights);
    return weights;
  }

  // Whether the limits or rows of a rule hold the solution back.
  [[nodiscard]] bool is_binding(std::size_t rule, const Projection& solution) const {
    const RuleRows& said = system_.rules[rule];
    if (const auto* position = position_of(said.name)) {
      const TargetRule& limits = rules_.rules[said.name.rule];
      const double x = solution.x[position->position];
      const bool at_limit =
          std::abs(x - limits.least.to_double()) <= kAtLimit || std::abs(x - limits.most.to_double()) <= kAtLimit;
      return at_limit &&
             (narrowed_ || holds_back(position->position, solution) || is_forced(position->position, solution));
    }
    if (said.name.kind == RuleName::Kind::kLargest) {
      const std::vector<std::size_t>& left_out = said.rows.front().at;
      return std::any_of(left_out.begin(), left_out.end(), [&](std::size_t i) { return holds_back(i, solution); });
    }
    for (auto j = static_cast<std::size_t>(first_row_[rule].from); j < static_cast<std::size_t>(first_row_[rule].to);
         ++j) {
      if (solution.forcing[j] || std::abs(solution.multipliers[j]) > kPulls) return true;
      const LinearRow& row = problem_.rows[j];
      const double value = row_value(row, solution.x);
      const bool at_limit = value <= row.least + kNearLimit || value >= row.most - kNearLimit;
      // Weights that had no choice were fixed beforehand, by this row as well as by any other.
      if (at_limit && (narrowed_ || (problem_.rows.size() <= kFewRows && matters(j, solution)))) return true;
    }
    return false;
  }

  // A row at its limit whose multiplier is nothing: whether weights would be others without it is tried.
  [[nodiscard]] bool matters(std::size_t j, const Projection& solution) const {
    ProjectionProblem without = problem_;
    without.rows.erase(without.rows.begin() + static_cast<std::ptrdiff_t>(j));
    const Projection other = project(without);
    for (std::size_t i = 0; i < other.x.size(); ++i) {
      if (std::abs(other.x[i] - solution.x[i]) > kElsewhere) return true;
    }
    return false;
  }

  [[nodiscard]] bool cap_is_binding(const Projection& solution) const {
    const double cap = rules_.most_per_asset->to_double();
    for (std::size_t i = 0; i + 1 < system_.position_count; ++i) {
      if (std::abs(solution.x[i] - cap) <= kAtLimit && holds_back(i, solution)) return true;
    }
    return false;
  }

 private:
  struct RowRange {
    std::ptrdiff_t from = 0;
    std::ptrdiff_t to = 0;
  };

  void lower_to(std::size_t i, Decimal most) { limits_.exact_upper[i] = std::min(limits_.exact_upper[i], most); }

  [[nodiscard]] const PositionSubject* position_of(RuleName name) const {
    if (name.kind != RuleName::Kind::kRule) return nullptr;
    const TargetRule& rule = rules_.rules[name.rule];
    return rule.of ? nullptr : std::get_if<PositionSubject>(&rule.subject);
  }

  void add(const RuleRows& rule) {
    RowRange range{static_cast<std::ptrdiff_t>(problem_.rows.size()),
                   static_cast<std::ptrdiff_t>(problem_.rows.size())};
    if (const auto* position = position_of(rule.name)) {
      const TargetRule& said = rules_.rules[rule.name.rule];
      const std::size_t i = position->position;
      limits_.exact_lower[i] = std::max(limits_.exact_lower[i], said.least);
      lower_to(i, said.most);
    } else if (rule.name.kind == RuleName::Kind::kLargest) {
      for (const std::size_t i : rule.rows.front().at) limits_.exact_upper[i] = Decimal();
    } else {
      for (const LinearRow& row : rule.rows) problem_.rows.push_back(row);
      range.to = static_cast<std::ptrdiff_t>(problem_.rows.size());
    }
    first_row_.push_back(range);
  }

  // Whether a row that by itself fixes weights has to do with this one: it may do so because of this one's limits.
  [[nodiscard]] bool is_forced(std::size_t i, const Projection& solution) const {
    for (std::size_t j = 0; j < problem_.rows.size(); ++j) {
      const std::vector<std::size_t>& at = problem_.rows[j].at;
      if (solution.forcing[j] && std::binary_search(at.begin(), at.end(), i)) return true;
    }
    return false;
  }

  // Whether a weight would be elsewhere without its limits.
  [[nodiscard]] bool holds_back(std::size_t i, const Projection& solution) const {
    double slope = 0;
    for (std::size_t j = 0; j < problem_.rows.size(); ++j) {
      const LinearRow& row = problem_.rows[j];
      const auto at = std::lower_bound(row.at.begin(), row.at.end(), i);
      if (at == row.at.end() || *at != i) continue;
      slope += row.coefficients[static_cast<std::size_t>(at - row.at.begin())] * solution.multipliers[j];
    }
    const double unlimited = problem_.centre[i] * std::exp(slope);
    return std::abs(unlimited - solution.x[i]) > kElsewhere;
  }

  // `left` among what is free, in proportion. Where it has more digits than weights have, or what lies at limits is a
  // hair more than the whole, the largest weight takes the difference: the sum is 1 in any case.
  static void place(Decimal left, const std::vector<Decimal>& free, std::vector<Decimal>& weights) {
    const Decimal quantum = Decimal::smallest(kWeightDigits);
    const Decimal whole = round_to_multiple(std::max(left, Decimal()), quantum, Rounding::kDown);
    const auto any = std::any_of(free.begin(), free.end(), [](Decimal weight) { return !weight.is_zero(); });
    if (any) {
      const std::vector<Decimal> parts = apportion(whole, free, quantum);
      for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += parts[i];
    }
    *std::max_element(weights.begin(), weights.end()) += any ? left - whole : left;
  }

  const TargetRules& rules_;
  const RuleSystem& system_;
  ProjectionProblem problem_;
  bool narrowed_ = false;  ///< some weights are fixed because rules leave them no choice
  Limits limits_;
  std::vector<RowRange> first_row_;
};

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
    RuleOutcome outcome{system.rules[r].name, std::nullopt, false};
    if (outcome.name.kind == RuleName::Kind::kRule) {
      const TargetRule& rule = rules.rules[outcome.name.rule];
      const ExactShare share = exact_share(index, rule, out.weights);
      outcome.share = share.whole.is_zero() ? Decimal() : divide(share.subject, share.whole, Rounding::kHalfEven);
      out.violation = std::max(out.violation, violation_of(rule, share));
    }
    outcome.binding = target.is_binding(r, solution);
    out.outcomes.push_back(outcome);
  }
  if (rules.most_per_asset) {
    const Decimal heaviest =
        out.weights.size() < 2 ? Decimal() : *std::max_element(out.weights.begin(), out.weights.end() - 1);
    out.outcomes.push_back({{RuleName::Kind::kMostPerAsset, 0}, heaviest, target.cap_is_binding(solution)});
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
  const Bending within = bend_least(system, std::vector<double>(system.rules.size(), kNone), kNone);
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
  const std::vector<double> prior = prior_weights(portfolio, rules.prior);
  const ShareIndex index(classifications);
  const RuleSystem system = build_rule_system(portfolio, index, rules, prior);
  if (std::optional<ResolvedTargets> solved = try_targets(rules, index, system, prior)) {
    solved->prior = exact_prior(prior);
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
  for (const Rounding rounding : {Rounding::kHalfEven, Rounding::kDown, Rounding::kUp}) {
    conflict.relaxation = relax_rules(rules, index, system, rounding);
    bent = relaxed(rules, conflict.relaxation);
    kept = try_targets(bent, index, build_rule_system(portfolio, index, bent, prior), prior);
    if (kept && kept->violation.to_double() <= kKept) break;
  }
  if (!kept) {  // no change of numbers helps: what comes nearest
    const RuleSystem bent_system = build_rule_system(portfolio, index, bent, prior);
    const TargetProblem target(bent, bent_system, prior, kNoPrior[0]);
    kept = targets_of(bent, index, bent_system, target, project(target.problem()));
  }
  ResolvedTargets out = *std::move(kept);
  out.prior = exact_prior(prior);
  out.feasible = false;
  out.conflict = std::move(conflict);
  return out;
}

}  // namespace ballast
