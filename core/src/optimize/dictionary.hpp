// The dictionary of the simplex method: every basic variable as a sum of the nonbasic ones, and where all of them are.
// Variables are the program's, then one slack per row.
#pragma once

#include <cstddef>
#include <vector>

#include "ballast/optimize/linear_program.hpp"

namespace ballast {

class Dictionary {
 public:
  explicit Dictionary(const LinearProgram& program);

  [[nodiscard]] std::size_t row_count() const { return basic_.size(); }
  [[nodiscard]] std::size_t column_count() const { return nonbasic_.size(); }
  [[nodiscard]] std::size_t basic(std::size_t r) const { return basic_[r]; }
  [[nodiscard]] std::size_t nonbasic(std::size_t c) const { return nonbasic_[c]; }
  /// How fast basic variable r grows with nonbasic variable c.
  [[nodiscard]] double at(std::size_t r, std::size_t c) const { return table_[r * nonbasic_.size() + c]; }

  [[nodiscard]] double value(std::size_t variable) const { return value_[variable]; }
  [[nodiscard]] double lower(std::size_t variable) const { return lower_[variable]; }
  [[nodiscard]] double upper(std::size_t variable) const { return upper_[variable]; }
  /// How far a variable lies outside its limits: > 0 above, < 0 below.
  [[nodiscard]] double outside(std::size_t variable) const;

  /// Moves nonbasic variable c by `step`, and with it all basic ones.
  void move(std::size_t c, double step);
  /// Puts a variable that a step has led to one of its limits exactly there.
  void settle(std::size_t variable);
  /// Exchanges basic variable r with nonbasic variable c.
  void exchange(std::size_t r, std::size_t c);

 private:
  std::vector<double> table_;
  std::vector<std::size_t> basic_;
  std::vector<std::size_t> nonbasic_;
  std::vector<double> value_;
  std::vector<double> lower_;
  std::vector<double> upper_;
};

}  // namespace ballast
