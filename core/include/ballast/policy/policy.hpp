// What a person wants to hold: a target weight and a band for every asset and for cash.
#pragma once

#include <vector>

#include "ballast/policy/band.hpp"

namespace ballast {

struct Target {
  Decimal weight;  ///< 0 … 1
  Band band;
};

struct Policy {
  /// One per asset in asset order, then (last) cash. The weights sum to exactly 1.
  std::vector<Target> targets;

  [[nodiscard]] const Target& cash() const { return targets.back(); }
};

/// The divisor of an asset with target 0 in chi-square drift: the smallest positive target. Precondition: the weights
/// sum to 1, so that there is one.
[[nodiscard]] Decimal smallest_positive_target(const Policy& policy);

}  // namespace ballast
