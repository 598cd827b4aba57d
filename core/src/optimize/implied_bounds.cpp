#include "implied_bounds.hpp"

#include <algorithm>
#include <cmath>

namespace ballast::separable {
namespace {

constexpr double kAll = 1e-14;

struct Range {
  double lowest = 0;
  double highest = 0;
};

Range range_of(const LinearRow& row, const Bounds& bounds) {
  Range range;
  for (std::size_t k = 0; k < row.at.size(); ++k) {
    const double lower = row.coefficients[k] * bounds.lower[row.at[k]];
    const double upper = row.coefficients[k] * bounds.upper[row.at[k]];
    range.lowest += std::min(lower, upper);
    range.highest += std::max(lower, upper);
  }
  return range;
}

// Whether any coordinate was still free.
bool fix(const LinearRow& row, bool at_most, Bounds& bounds) {
  bool changed = false;
  for (std::size_t k = 0; k < row.at.size(); ++k) {
    const std::size_t i = row.at[k];
    if (row.coefficients[k] == 0 || bounds.lower[i] == bounds.upper[i]) continue;
    const bool upper = (row.coefficients[k] > 0) == at_most;
    bounds.lower[i] = bounds.upper[i] = upper ? bounds.upper[i] : bounds.lower[i];
    changed = true;
  }
  return changed;
}

}  // namespace

Bounds implied_bounds(const ProjectionProblem& problem) {
  Bounds bounds{problem.lower, problem.upper, std::vector<bool>(problem.rows.size())};
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t j = 0; j < problem.rows.size(); ++j) {
      if (!std::isinf(problem.price(j))) continue;
      const LinearRow& row = problem.rows[j];
      const Range range = range_of(row, bounds);
      const bool all = row.least >= range.highest - kAll;
      const bool none = row.most <= range.lowest + kAll;
      if ((all || none) && fix(row, all, bounds)) {
        bounds.forcing[j] = true;
        changed = true;
      }
    }
  }
  return bounds;
}

}  // namespace ballast::separable
