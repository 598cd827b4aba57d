// Rules as limits on weights w of the assets and cash.
#pragma once

#include <vector>

#include "ballast/allocation/resolve_targets.hpp"
#include "ballast/optimize/linear_row.hpp"

namespace ballast {

/// One row, or two where a range is a share of a class: lo W <= w and w <= hi W are two different rows.
struct RuleRows {
  RuleName name;
  std::vector<LinearRow> rows;
};

/// What a document's rules say, as rows over positions: one entry per rule, then one for kLargest where it is set. The
/// cap is a number only: it is the same for every asset.
struct RuleSystem {
  std::size_t position_count = 0;  ///< assets and cash
  std::vector<double> upper;       ///< 1, or 0 for what has no price
  std::vector<RuleRows> rules;
  std::optional<double> cap;
};

/// The positions in a class, with their shares.
struct ClassShares {
  std::vector<std::size_t> at;  ///< increasing
  std::vector<Decimal> shares;
};

/// Of every class of every classification, those below it included.
class ShareIndex {
 public:
  explicit ShareIndex(const std::vector<Classification>& classifications);
  [[nodiscard]] const ClassShares& in(ClassPlace place) const { return shares_[place.classification][place.in]; }

 private:
  std::vector<std::vector<ClassShares>> shares_;
};

/// What a rule's subject and its `of` are made of, in exact decimals: subject_i and whole_i for every position in
/// either. Where there is no `of`, `whole` is empty.
struct RuleShares {
  std::vector<std::size_t> at;
  std::vector<Decimal> subject;
  std::vector<Decimal> whole;
};

[[nodiscard]] RuleShares shares_of(const ShareIndex& index, const TargetRule& rule);

[[nodiscard]] RuleSystem build_rule_system(const Portfolio& portfolio, const ShareIndex& index,
                                           const TargetRules& rules, const std::vector<double>& prior);

}  // namespace ballast
