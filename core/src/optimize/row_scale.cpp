#include "row_scale.hpp"

#include <algorithm>
#include <cmath>

namespace ballast::separable {
namespace {

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
    int exponent = 0;
    const double largest = largest_that_moves(problem.rows[j], problem);
    if (largest <= 0) continue;
    std::frexp(largest, &exponent);
    if (largest == std::ldexp(1.0, exponent - 1)) --exponent;  // a power of two becomes 1 and not 1/2
    if (exponent == 0) continue;
    const double factor = std::ldexp(1.0, -exponent);
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
