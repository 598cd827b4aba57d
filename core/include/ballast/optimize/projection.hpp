// The point nearest to a centre within linear limits, where distance is a sum over the coordinates:
//
//   minimise    sum_i f_i(x_i)
//   subject to  least_j <= a_j . x <= most_j   for every row j,    lower_i <= x_i <= upper_i
//
//   entropy     f_i(x) = x ln(x / c_i) - x          c_i > 0, x >= 0     I. Csiszar, "I-divergence geometry", 1975
//   squares     f_i(x) = (x - c_i)^2 / (2 d_i)      d_i > 0
//
// Every row has one multiplier; x follows from them coordinate by coordinate. So the dual is solved: rows in turn
// (raking, W. Deming and F. Stephan, 1940; with limits on both sides L. Bregman, 1967), then Newton steps on all
// active rows at once by conjugate gradients (semismooth; the number of rows may be large and they may depend on each
// other). Doubles; everything is meant to be of order 1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "ballast/optimize/linear_row.hpp"

namespace ballast {

struct ProjectionProblem {
  enum class Distance : std::uint8_t { kEntropy, kSquares };
  Distance distance = Distance::kEntropy;
  std::vector<double> centre;
  std::vector<double> scale;  ///< d_i; empty for entropy
  std::vector<double> lower;
  std::vector<double> upper;
  std::vector<LinearRow> rows;
  /// Row j may be broken at prices[j] per unit; infinite: never. Empty: no row may be. Finite prices on all rows make
  /// every problem solvable.
  std::vector<double> prices;

  [[nodiscard]] double price(std::size_t row) const {
    return prices.empty() ? std::numeric_limits<double>::infinity() : prices[row];
  }
};

struct Projection {
  /// kLimit: the rows are not met within tolerance; they may contradict each other.
  enum class Status : std::uint8_t { kSolved, kLimit };
  Status status = Status::kLimit;
  std::vector<double> x;
  std::vector<double> multipliers;  ///< > 0 pulls a row up to `least`, < 0 presses it down to `most`
  std::vector<bool> forcing;  ///< rows that by themselves put coordinates on bounds; their multipliers do not say so
};

/// Solved: every row without a price is met within 1e-12 of its largest coefficient, or where rounding stands in the
/// way within 1e-11 of it.
[[nodiscard]] Projection project(const ProjectionProblem& problem);

/// How good a claimed projection is, calculated from the problem alone.
struct ProjectionCheck {
  double violation = 0;  ///< largest of all rows without a price and of all bounds
  double gap = 0;        ///< objective at x less the value of the dual at the multipliers: 0 at the optimum
};

[[nodiscard]] ProjectionCheck check_projection(const ProjectionProblem& problem, const Projection& claimed);

}  // namespace ballast
