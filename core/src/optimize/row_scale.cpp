#include "row_scale.hpp"

#include <algorithm>
#include <cmath>

namespace ballast::separable {
namespace {

constexpr double kSmall = 1.0 / 16;

double largest_that_moves(const LinearRow& row, const ProjectionProblem& problem) {
  double largest = 0;
  for (std::size_t k = 0; k < row.at.size(); ++k) {
    const std::size_t i = row.at[k];
    if (problem.lower[i] < problem.upper[i]) largest = std::max(largest, std::abs(row.coefficients[k]));
  }
  return largest;
}

}  // namespace

ScaledRows scale_rows(const ProjectionProblem& problem) {
  ScaledRows out{problem, std::vector<double>(problem.rows.size(), 1.0)};
  for (std::size_t j = 0; j < problem.rows.size(); ++j) {
    const double largest = largest_that_moves(problem.rows[j], problem);
    if (largest <= 0 || largest >= kSmall) continue;
    const double factor = std::exp2(-std::ilogb(largest));
    out.factors[j] = factor;
    LinearRow& row = out.problem.rows[j];
    for (double& coefficient : row.coefficients) coefficient *= factor;
    row.least *= factor;
    row.most *= factor;
    if (!out.problem.prices.empty()) out.problem.prices[j] /= factor;
  }
  return out;
}

}  // namespace ballast::separable
