// least <= a . x <= most, with only the coefficients that are not 0.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace ballast {

/// A limit that is none; with the sign turned, on the lower side.
inline constexpr double kNoLimit = std::numeric_limits<double>::infinity();

struct LinearRow {
  std::vector<std::size_t> at;  ///< increasing
  std::vector<double> coefficients;
  double least = 0;
  double most = 0;  ///< >= least; either may be kNoLimit
};

[[nodiscard]] inline double row_value(const LinearRow& row, const std::vector<double>& x) {
  double sum = 0;
  for (std::size_t k = 0; k < row.at.size(); ++k) sum += row.coefficients[k] * x[row.at[k]];
  return sum;
}

}  // namespace ballast
