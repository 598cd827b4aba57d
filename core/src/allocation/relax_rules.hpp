// The smallest changes of numbers with which all rules can be kept.
#pragma once

#include <vector>

#include "rule_rows.hpp"

namespace ballast {

/// Empty where no change of numbers helps. `rounding` is for exact shares of a class that have more digits than are
/// written: at the edge of what can be kept only one side of them may be.
[[nodiscard]] std::vector<RuleChange> relax_rules(const TargetRules& rules, const ShareIndex& index,
                                                  const RuleSystem& system, Rounding rounding);

/// What a rule's subject weighs, and what its `of` does (1 where there is none).
struct SubjectWeight {
  double subject = 0;
  double whole = 1;
};
[[nodiscard]] SubjectWeight subject_weight(const ShareIndex& index, const TargetRule& rule,
                                           const std::vector<double>& weights);

}  // namespace ballast
