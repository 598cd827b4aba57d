// The smallest changes of numbers with which all rules can be kept.
#pragma once

#include <limits>
#include <vector>

#include "rule_rows.hpp"

namespace ballast {

/// The price of bending what must not be bent.
inline constexpr double kNever = std::numeric_limits<double>::infinity();

/// How new numbers are written.
struct RelaxedNumbers {
  double bent;        ///< a rule broken by less than this is left as it is
  int digits;         ///< at most so many decimals
  Rounding rounding;  ///< of exact shares that have more: at the edge of what can be kept only one side of them may be
};

/// Empty where no change of numbers helps.
[[nodiscard]] std::vector<RuleChange> relax_rules(const TargetRules& rules, const ShareIndex& index,
                                                  const RuleSystem& system, const RelaxedNumbers& numbers);

/// What a rule's subject weighs, and what its `of` does (1 where there is none).
struct SubjectWeight {
  double subject = 0;
  double whole = 1;
};
[[nodiscard]] SubjectWeight subject_weight(const ShareIndex& index, const TargetRule& rule,
                                           const std::vector<double>& weights);

}  // namespace ballast
