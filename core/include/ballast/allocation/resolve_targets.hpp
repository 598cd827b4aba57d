// From rules to target weights: of all weights that keep the rules, those nearest to the prior in relative entropy
// (the I-projection of the prior; docs/math/targets.md). Unique, and inside a class in the prior's proportions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ballast/model/portfolio.hpp"
#include "ballast/policy/target_rules.hpp"
#include "ballast/taxonomy/classification.hpp"

namespace ballast {

/// One of the things that were said: a rule of the list, or one of the two limits beside it.
struct RuleName {
  enum class Kind : std::uint8_t { kRule, kLargest, kMostPerAsset };
  Kind kind = Kind::kRule;
  std::size_t rule = 0;  ///< kRule only

  [[nodiscard]] friend bool operator==(RuleName, RuleName) = default;
};

/// A number of a rule that would have to be another.
struct RuleChange {
  enum class Bound : std::uint8_t { kExact, kLeast, kMost };
  RuleName name;
  Bound bound = Bound::kExact;
  Decimal from;
  Decimal to;
};

struct RuleConflict {
  /// Cannot be kept together; without any one of them the others can.
  std::vector<RuleName> rules;
  /// Changes of the least sum with which all rules can be kept; of locked rules only where nothing else helps.
  std::vector<RuleChange> relaxation;
};

struct RuleOutcome {
  RuleName name;
  std::optional<Decimal> share;  ///< of its subject; of the heaviest asset for kMostPerAsset
  bool binding = false;          ///< without it the targets would be others
  bool of_nothing = false;       ///< it is about a share of a class in which nothing lies, so that any share is kept
};

struct ResolvedTargets {
  bool feasible = true;
  /// Assets in order, then cash: sum to exactly 1. Where the rules are not feasible, those of the relaxed rules.
  std::vector<Decimal> weights;
  /// In the same order: sums to exactly 1, or is all 0 where no asset has a price.
  std::vector<Decimal> prior;
  bool prior_says_nothing = false;    ///< what was asked for weighs nothing at all: assets with a price start equal
  std::vector<RuleOutcome> outcomes;  ///< the rules in order, then kLargest, kMostPerAsset where they are set
  Decimal violation;                  ///< the most by which `weights` break a rule that was kept, in exact decimals
  Decimal gap;                        ///< relative entropy above the least there is: calculated from the dual
  std::optional<RuleConflict> conflict;
};

/// Precondition: members are filled (`assign_tiers`); rules refer to what is there.
[[nodiscard]] ResolvedTargets resolve_targets(const Portfolio& portfolio,
                                              const std::vector<Classification>& classifications,
                                              const TargetRules& rules);

/// A rule as a person would write it: "Type: Stablecoin = 10 %", "BTC ≤ 30 % of Type: Currency".
[[nodiscard]] std::string rule_text(const Portfolio& portfolio, const std::vector<Classification>& classifications,
                                    const TargetRules& rules, RuleName name);

/// The rules with the changes made.
[[nodiscard]] TargetRules relaxed(TargetRules rules, const std::vector<RuleChange>& changes);

}  // namespace ballast
