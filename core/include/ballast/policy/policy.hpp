// What a person wants to hold: a target weight and a band for every asset and for cash, and bands for classes.
#pragma once

#include <vector>

#include "ballast/policy/band.hpp"
#include "ballast/taxonomy/classification.hpp"

namespace ballast {

struct Target {
  Decimal weight;  ///< 0 … 1
  Band band;
};

struct ClassBand {
  ClassPlace place;
  Band band;
  std::string name;                    ///< "Type: Stablecoin"
  std::vector<PositionShare> members;  ///< of the class and all below it
};

struct Policy {
  /// One per asset in asset order, then (last) cash. The weights sum to exactly 1.
  std::vector<Target> targets;
  /// Around the target weights of classes, which follow from those of the assets. Each class at most once.
  std::vector<ClassBand> class_bands;

  [[nodiscard]] const Target& cash() const { return targets.back(); }
};

/// The divisor of an asset with target 0 in chi-square drift: the smallest positive target. Precondition: the weights
/// sum to 1, so that there is one.
[[nodiscard]] Decimal smallest_positive_target(const Policy& policy);

}  // namespace ballast
