// The smallest changes of numbers with which all rules can be kept.
#pragma once

#include <vector>

#include "rule_rows.hpp"

namespace ballast {

/// Empty where no change of numbers helps.
[[nodiscard]] std::vector<RuleChange> relax_rules(const TargetRules& rules, const ShareIndex& index,
                                                  const RuleSystem& system);

/// What a rule's subject weighs, and what its `of` does (1 where there is none).
struct SubjectWeight {
  double subject = 0;
  double whole = 1;
};
[[nodiscard]] SubjectWeight subject_weight(const ShareIndex& index, const TargetRule& rule,
                                           const std::vector<double>& weights);

}  // namespace ballast
