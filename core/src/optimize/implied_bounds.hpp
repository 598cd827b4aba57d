// What rows leave of the bounds of coordinates, as far as each row by itself says it: a row that asks for all there can
// be, or for as little, puts all its coordinates on their bounds. Multipliers would have to grow without end to say so.
#pragma once

#include <vector>

#include "ballast/optimize/projection.hpp"

namespace ballast::separable {

struct Bounds {
  std::vector<double> lower;
  std::vector<double> upper;
  std::vector<bool> forcing;  ///< rows that moved a bound
};

/// One row's consequences may be another's: the rows are gone through until nothing changes.
[[nodiscard]] Bounds implied_bounds(const ProjectionProblem& problem);

}  // namespace ballast::separable
