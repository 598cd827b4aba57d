#include "target_problem.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ballast/money/apportion.hpp"

namespace ballast {
namespace {

constexpr double kAtLimit = 1e-12;
constexpr double kNearLimit = 1e-10;
constexpr std::size_t kFewRows = 60;
constexpr double kPulls = 1e-13;       // multipliers below this are rounding errors
constexpr double kOtherWeight = 1e-9;  // and weights

// `left` among what is free, in proportion. Where it has more digits than weights have, or what lies at limits is a
// hair more than the whole, the largest weight takes the difference: the sum is 1 in any case.
void place(Decimal left, const std::vector<Decimal>& free, std::vector<Decimal>& weights) {
  const Decimal quantum = Decimal::smallest(kWeightDigits);
  const Decimal whole = round_to_multiple(std::max(left, Decimal()), quantum, Rounding::kDown);
  const auto any = std::any_of(free.begin(), free.end(), [](Decimal weight) { return !weight.is_zero(); });
  if (any) {
    const std::vector<Decimal> parts = apportion(whole, free, quantum);
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += parts[i];
  }
  *std::max_element(weights.begin(), weights.end()) += any ? left - whole : left;
}

}  // namespace

TargetProblem::TargetProblem(const TargetRules& rules, const RuleSystem& system, const std::vector<double>& prior,
                             double no_prior, const ForcedWeights& forced)
    : rules_(rules), system_(system) {
  const std::size_t n = system.position_count;
  exact_lower_.assign(n, Decimal());
  exact_upper_.assign(n, kOne);
  for (std::size_t i = 0; i < n; ++i) {
    if (system.upper[i] == 0) exact_upper_[i] = Decimal();
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
    if (forced.at_zero[i]) exact_lower_[i] = exact_upper_[i] = Decimal();
    if (forced.at_cap[i]) exact_lower_[i] = exact_upper_[i];
  }
  problem_.centre = prior;
  for (double& weight : problem_.centre) weight = std::max(weight, no_prior);
  for (std::size_t i = 0; i < n; ++i) {
    problem_.lower.push_back(exact_lower_[i].to_double());
    // The whole keeps weights below 1 as it is; a bound there would only be in the way.
    problem_.upper.push_back(exact_upper_[i] < kOne ? exact_upper_[i].to_double() : kNoLimit);
  }
}

void TargetProblem::add(const RuleRows& rule) {
  RowRange range{problem_.rows.size(), problem_.rows.size()};
  if (const auto* position = position_of(rule.name)) {
    const TargetRule& said = rules_.rules[rule.name.rule];
    const std::size_t i = position->position;
    exact_lower_[i] = std::max(exact_lower_[i], said.least);
    lower_to(i, said.most);
  } else if (rule.name.kind == RuleName::Kind::kLargest) {
    for (const std::size_t i : rule.rows.front().at) exact_upper_[i] = Decimal();
  } else {
    problem_.rows.insert(problem_.rows.end(), rule.rows.begin(), rule.rows.end());
    range.to = problem_.rows.size();
  }
  rows_of_.push_back(range);
}

void TargetProblem::lower_to(std::size_t position, Decimal most) {
  exact_upper_[position] = std::min(exact_upper_[position], most);
}

const PositionSubject* TargetProblem::position_of(RuleName name) const {
  if (name.kind != RuleName::Kind::kRule) return nullptr;
  const TargetRule& rule = rules_.rules[name.rule];
  return rule.of ? nullptr : std::get_if<PositionSubject>(&rule.subject);
}

bool TargetProblem::contradicts_itself() const {
  for (std::size_t i = 0; i < problem_.lower.size(); ++i) {
    if (problem_.lower[i] > problem_.upper[i]) return true;
  }
  return std::any_of(problem_.rows.begin(), problem_.rows.end(),
                     [](const LinearRow& row) { return row.at.empty() && (row.least > 0 || row.most < 0); });
}

std::vector<Decimal> TargetProblem::exact(const std::vector<double>& x) const {
  std::vector<Decimal> weights(x.size());
  std::vector<Decimal> free(x.size());
  Decimal left = kOne;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const bool at_lower = x[i] <= problem_.lower[i] + kAtLimit && problem_.lower[i] > 0;
    const bool at_upper = x[i] >= problem_.upper[i] - kAtLimit;
    if (at_lower || at_upper) {
      weights[i] = at_lower ? exact_lower_[i] : exact_upper_[i];
      left -= weights[i];
    } else {
      (void)from_double(x[i], kEqualDigits, &free[i]);
    }
  }
  place(left, free, weights);
  return weights;
}

bool TargetProblem::is_binding(std::size_t rule, const Projection& solution) const {
  const RuleRows& said = system_.rules[rule];
  if (const auto* position = position_of(said.name)) {
    const TargetRule& limits = rules_.rules[said.name.rule];
    const double x = solution.x[position->position];
    const bool at_limit =
        std::abs(x - limits.least.to_double()) <= kAtLimit || std::abs(x - limits.most.to_double()) <= kAtLimit;
    return at_limit && may_hold(position->position, solution);
  }
  if (said.name.kind == RuleName::Kind::kLargest) {
    const std::vector<std::size_t>& left_out = said.rows.front().at;
    return std::any_of(left_out.begin(), left_out.end(), [&](std::size_t i) { return may_hold(i, solution); });
  }
  for (std::size_t j = rows_of_[rule].from; j < rows_of_[rule].to; ++j) {
    if (solution.forcing[j] || std::abs(solution.multipliers[j]) > kPulls) return true;
    const LinearRow& row = problem_.rows[j];
    const double value = row_value(row, solution.x);
    const bool at_limit = value <= row.least + kNearLimit || value >= row.most - kNearLimit;
    // Weights that had no choice were fixed beforehand, by this row as well as by any other.
    if (at_limit && (narrowed_ || (problem_.rows.size() <= kFewRows && matters(j, solution)))) return true;
  }
  return false;
}

bool TargetProblem::cap_is_binding(const Projection& solution) const {
  if (!rules_.most_per_asset) return false;
  const double cap = rules_.most_per_asset->to_double();
  for (std::size_t i = 0; i + 1 < system_.position_count; ++i) {
    if (std::abs(solution.x[i] - cap) <= kAtLimit && may_hold(i, solution)) return true;
  }
  return false;
}

// A row at its limit whose multiplier is nothing: whether weights would be others without it is tried.
bool TargetProblem::matters(std::size_t row, const Projection& solution) const {
  ProjectionProblem without = problem_;
  without.rows.erase(without.rows.begin() + static_cast<std::ptrdiff_t>(row));
  const Projection other = project(without);
  for (std::size_t i = 0; i < other.x.size(); ++i) {
    if (std::abs(other.x[i] - solution.x[i]) > kOtherWeight) return true;
  }
  return false;
}

// Weights that had no choice have none because of all limits together, whatever their multipliers say.
bool TargetProblem::may_hold(std::size_t position, const Projection& solution) const {
  return narrowed_ || holds_back(position, solution) || is_forced(position, solution);
}

// Whether a row that by itself fixes weights has to do with this one: it may do so because of this one's limits.
bool TargetProblem::is_forced(std::size_t position, const Projection& solution) const {
  for (std::size_t j = 0; j < problem_.rows.size(); ++j) {
    const std::vector<std::size_t>& at = problem_.rows[j].at;
    if (solution.forcing[j] && std::binary_search(at.begin(), at.end(), position)) return true;
  }
  return false;
}

// Whether a weight would be elsewhere without its limits.
bool TargetProblem::holds_back(std::size_t position, const Projection& solution) const {
  double slope = 0;
  for (std::size_t j = 0; j < problem_.rows.size(); ++j) {
    const LinearRow& row = problem_.rows[j];
    const auto at = std::lower_bound(row.at.begin(), row.at.end(), position);
    if (at == row.at.end() || *at != position) continue;
    slope += row.coefficients[static_cast<std::size_t>(at - row.at.begin())] * solution.multipliers[j];
  }
  const double unlimited = problem_.centre[position] * std::exp(slope);
  return std::abs(unlimited - solution.x[position]) > kOtherWeight;
}

}  // namespace ballast
