// Whether rules can be kept together, and what would have to give way if not: linear programs over groups of positions
// that no rule tells apart.
#pragma once

#include <vector>

#include "rule_rows.hpp"

namespace ballast {

/// Indices into RuleSystem::rules; its size stands for the cap.
using RuleSubset = std::vector<std::size_t>;

/// A subset that cannot be kept, without any one of which it could: found by leaving out one after the other (deletion
/// filter, J. Chinneck and E. Dravnieks, "Locating minimal infeasible constraint sets in linear programs", 1991). Empty
/// where all rules can be kept together.
[[nodiscard]] RuleSubset find_conflict(const RuleSystem& system);

/// Weights that rules which can be kept leave no choice: at 0, or at the cap. Found by linear programs that raise
/// (lower) the sum of those not yet seen elsewhere, until none is.
struct ForcedWeights {
  std::vector<bool> at_zero;
  std::vector<bool> at_cap;
};

[[nodiscard]] ForcedWeights find_forced(const RuleSystem& system);

/// How far rules would have to be bent.
struct Bending {
  std::vector<double> weights;  ///< of the positions: these keep all rules but for what is bent
  bool found = false;
};

/// Weights for which the sum of what rules are broken by is least: `cost` per unit for each rule (infinite: it may not
/// be broken), and for the cap.
[[nodiscard]] Bending bend_least(const RuleSystem& system, const std::vector<double>& cost, double cap_cost);

}  // namespace ballast
