// What a linear program cannot go below, whatever solved it.
//
// For any prices y of the rows
//
//   c x  =  y (A x) + (c - y A) x  >=  sum_r min(y_r least_r, y_r most_r) + sum_v min over its limits of (c - y A)_v
//   x_v
//
// Neumaier, Shcherbina: Safe bounds in linear and mixed-integer linear programming, 2004.
#pragma once

#include <span>

#include "ballast/optimize/linear_program.hpp"

namespace ballast {

/// Less what rounding may have added. Tight for the prices of the optimum; -infinity where a variable without an upper
/// limit would lower it without end.
[[nodiscard]] double dual_bound(const LinearProgram& program, std::span<const double> row_prices);

}  // namespace ballast
