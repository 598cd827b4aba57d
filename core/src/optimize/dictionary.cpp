#include "dictionary.hpp"

#include <algorithm>
#include <cmath>

namespace ballast {
namespace {

// Exact zeros keep exchanges short; what cancels to less than this of what it came from is one.
constexpr double kCancelled = 1e-14;

}  // namespace

Dictionary::Dictionary(const LinearProgram& program) : value_(program.lower), lower_(program.lower) {
  upper_ = program.upper;
  const std::size_t variables = program.cost.size();
  for (std::size_t i = 0; i < variables; ++i) nonbasic_.push_back(i);
  table_.resize(program.rows.size() * variables);
  for (std::size_t r = 0; r < program.rows.size(); ++r) {
    const LinearRow& row = program.rows[r];
    for (std::size_t k = 0; k < row.at.size(); ++k) table_[r * variables + row.at[k]] += row.coefficients[k];
    basic_.push_back(variables + r);
    lower_.push_back(row.least);
    upper_.push_back(row.most);
    value_.push_back(row_value(row, program.lower));
  }
}

double Dictionary::outside(std::size_t variable) const {
  const double value = value_[variable];
  if (value > upper_[variable]) return value - upper_[variable];
  return std::min(value - lower_[variable], 0.0);
}

void Dictionary::move(std::size_t c, double step) {
  value_[nonbasic_[c]] += step;
  for (std::size_t r = 0; r < basic_.size(); ++r) value_[basic_[r]] += at(r, c) * step;
}

void Dictionary::settle(std::size_t variable) {
  double& value = value_[variable];
  value =
      std::abs(value - lower_[variable]) <= std::abs(value - upper_[variable]) ? lower_[variable] : upper_[variable];
}

void Dictionary::exchange(std::size_t r, std::size_t c) {
  const std::size_t columns = nonbasic_.size();
  double* pivot_row = &table_[r * columns];
  const double pivot = pivot_row[c];
  for (std::size_t k = 0; k < columns; ++k) pivot_row[k] = k == c ? 1 / pivot : -pivot_row[k] / pivot;
  for (std::size_t other = 0; other < basic_.size(); ++other) {
    double* row = &table_[other * columns];
    const double factor = row[c];
    if (other == r || factor == 0) continue;
    for (std::size_t k = 0; k < columns; ++k) {
      if (k == c || pivot_row[k] == 0) continue;
      const double change = factor * pivot_row[k];
      const double sum = row[k] + change;
      row[k] = std::abs(sum) <= kCancelled * std::abs(change) ? 0 : sum;
    }
    row[c] = factor * pivot_row[c];
  }
  std::swap(basic_[r], nonbasic_[c]);
}

}  // namespace ballast
