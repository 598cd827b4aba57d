#include "ballast/optimize/dual_bound.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace ballast {

double dual_bound(const LinearProgram& program, std::span<const double> row_prices) {
  constexpr double kRounding = 1e-13;  // of all that is added
  std::vector<double> slopes(program.cost);
  double sum = 0;
  double size = 0;
  const auto add = [&](double amount) {
    sum += amount;
    size += std::fabs(amount);
  };
  for (std::size_t r = 0; r < program.rows.size(); ++r) {
    const LinearRow& row = program.rows[r];
    const double limit = row_prices[r] > 0 ? row.least : row.most;
    // A row that has no such limit says nothing.
    if (row_prices[r] == 0 || std::isinf(limit)) continue;
    add(row_prices[r] * limit);
    for (std::size_t k = 0; k < row.at.size(); ++k) slopes[row.at[k]] -= row_prices[r] * row.coefficients[k];
  }
  for (std::size_t v = 0; v < slopes.size(); ++v) {
    if (slopes[v] != 0) add(slopes[v] * (slopes[v] > 0 ? program.lower[v] : program.upper[v]));
  }
  return sum - kRounding * size;
}

}  // namespace ballast
