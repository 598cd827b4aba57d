// Rows of about the same size. A row whose largest coefficient is a thousandth needs a multiplier a thousand times as
// large to move anything, and is met to a thousandth of what others are.
#pragma once

#include <vector>

#include "ballast/optimize/projection.hpp"

namespace ballast::separable {

/// The same problem with each row whose largest coefficient of what can move is below 1/16 multiplied by a power of
/// two, which changes no digit, so that this coefficient is from 1 to 2.
struct ScaledRows {
  ProjectionProblem problem;
  std::vector<double> factors;
};

[[nodiscard]] ScaledRows scale_rows(const ProjectionProblem& problem);

}  // namespace ballast::separable
