// The projection that rules make of a prior: rules about single assets or cash, and the cap, are limits of the weights;
// all others are rows.
#pragma once

#include <cstddef>
#include <vector>

#include "ballast/optimize/projection.hpp"
#include "ballast/policy/target_rules.hpp"
#include "feasibility.hpp"
#include "rule_rows.hpp"

namespace ballast {

/// Decimals of a weight; and those to which equal ones are made equal before they are apportioned, so that ties go by
/// order.
inline constexpr int kWeightDigits = 12;
inline constexpr int kEqualDigits = 15;

/// Refers to `rules` and `system` for as long as it lives.
class TargetProblem {
 public:
  /// What has a prior below `no_prior` gets that much; `forced` weights are fixed where they are.
  TargetProblem(const TargetRules& rules, const RuleSystem& system, const std::vector<double>& prior, double no_prior,
                const ForcedWeights& forced = {});

  /// Whether a single limit or row by itself says that there is no solution.
  [[nodiscard]] bool contradicts_itself() const;

  [[nodiscard]] const ProjectionProblem& problem() const { return problem_; }

  /// The solution in exact decimals: what lies at a limit is exactly there, the rest is apportioned. Sums to exactly 1.
  [[nodiscard]] std::vector<Decimal> exact(const std::vector<double>& x) const;

  /// Whether weights would be others without a rule (an index into the system's).
  [[nodiscard]] bool is_binding(std::size_t rule, const Projection& solution) const;

  [[nodiscard]] bool cap_is_binding(const Projection& solution) const;

 private:
  /// Of `problem_.rows`; none for a rule that is a limit.
  struct RowRange {
    std::size_t from = 0;
    std::size_t to = 0;
  };

  void add(const RuleRows& rule);
  void lower_to(std::size_t position, Decimal most);
  [[nodiscard]] const PositionSubject* position_of(RuleName name) const;
  [[nodiscard]] bool matters(std::size_t row, const Projection& solution) const;
  [[nodiscard]] bool may_hold(std::size_t position, const Projection& solution) const;
  [[nodiscard]] bool is_forced(std::size_t position, const Projection& solution) const;
  [[nodiscard]] bool holds_back(std::size_t position, const Projection& solution) const;

  const TargetRules& rules_;
  const RuleSystem& system_;
  ProjectionProblem problem_;
  bool narrowed_ = false;  ///< some weights are fixed because rules leave them no choice
  std::vector<Decimal> exact_lower_;
  std::vector<Decimal> exact_upper_;
  std::vector<RowRange> rows_of_;
};

}  // namespace ballast
