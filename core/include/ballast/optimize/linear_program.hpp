// minimise c . x   subject to   least_j <= a_j . x <= most_j,   lower_i <= x_i <= upper_i
//
// The simplex method for bounded variables on a dense dictionary (V. Chvatal, "Linear programming", 1983, ch. 8): every
// row has a slack r_j = a_j . x with the row's limits. Phase 1 lowers the sum of what basic variables lie outside their
// limits. Dantzig's rule; Bland's, which cannot cycle, while steps are of length 0. Meant for small problems with
// figures of order 1: time and memory grow with rows * variables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ballast/optimize/linear_row.hpp"

namespace ballast {

struct LinearProgram {
  std::vector<double> cost;
  std::vector<double> lower;  ///< finite
  std::vector<double> upper;  ///< >= lower; may be infinite where cost >= 0
  std::vector<LinearRow> rows;
  double tolerance = 1e-10;  ///< a limit broken by less counts as kept
};

struct LinearSolution {
  enum class Status : std::uint8_t {
    kOptimal,
    kInfeasible,
    kLimit,  ///< too many steps: nothing is known
  };
  Status status = Status::kLimit;
  std::vector<double> x;
  /// Optimal: how the objective changes with the sum of each row, if that has to be another.
  std::vector<double> row_prices;
  /// Infeasible: rows which together (with the limits of the variables) cannot be met. Not always the fewest.
  std::vector<std::size_t> conflict;
};

/// Rows and limits are met within ten times the tolerance.
[[nodiscard]] LinearSolution solve(const LinearProgram& program);

}  // namespace ballast
