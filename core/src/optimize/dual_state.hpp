// Multipliers of a projection and what follows from them, kept in step.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "ballast/optimize/projection.hpp"
#include "implied_bounds.hpp"

namespace ballast::separable {

template <typename Terms>
class DualState {
 public:
  DualState(const ProjectionProblem& problem, const Bounds& bounds)
      : problem_(problem),
        terms_(problem, bounds),
        multipliers_(problem.rows.size()),
        slopes_(problem.centre.size()),
        x_(problem.centre.size()) {
    refresh();
  }

  [[nodiscard]] const std::vector<double>& x() const { return x_; }
  [[nodiscard]] const std::vector<double>& multipliers() const { return multipliers_; }
  [[nodiscard]] const Terms& terms() const { return terms_; }
  [[nodiscard]] double slope(std::size_t i) const { return slopes_[i]; }

  [[nodiscard]] double row_value(std::size_t j) const { return ballast::row_value(problem_.rows[j], x_); }

  /// What row j would be worth if its multiplier were larger by `step`, and how fast that grows.
  struct Probe {
    double value = 0;
    double speed = 0;
  };
  [[nodiscard]] Probe probe(std::size_t j, double step) const {
    const LinearRow& row = problem_.rows[j];
    Probe out;
    for (std::size_t k = 0; k < row.at.size(); ++k) {
      const std::size_t i = row.at[k];
      const double a = row.coefficients[k];
      const double x = terms_.point(i, slopes_[i] + a * step);
      out.value += a * x;
      out.speed += a * a * terms_.speed(i, x);
    }
    return out;
  }

  void move(std::size_t j, double step) {
    if (step == 0) return;
    multipliers_[j] += step;
    const LinearRow& row = problem_.rows[j];
    for (std::size_t k = 0; k < row.at.size(); ++k) {
      const std::size_t i = row.at[k];
      slopes_[i] += row.coefficients[k] * step;
      x_[i] = terms_.point(i, slopes_[i]);
    }
  }

  void set(std::vector<double> multipliers) {
    multipliers_ = std::move(multipliers);
    refresh();
  }

  /// The dual's value: a lower bound of the objective.
  [[nodiscard]] double value() const {
    double sum = 0;
    for (std::size_t j = 0; j < multipliers_.size(); ++j) {
      const double m = multipliers_[j];
      if (m != 0) sum += m * (m > 0 ? problem_.rows[j].least : problem_.rows[j].most);
    }
    for (std::size_t i = 0; i < x_.size(); ++i) sum += terms_.distance(i, x_[i]) - slopes_[i] * x_[i];
    return sum;
  }

  /// How far row j is from where its multiplier says it should be: > 0 too low, < 0 too high. A multiplier at its price
  /// asks for no more.
  [[nodiscard]] double residual(std::size_t j) const {
    const LinearRow& row = problem_.rows[j];
    const double m = multipliers_[j];
    const double value = row_value(j);
    if (m == 0) return value < row.least ? row.least - value : std::min(row.most - value, 0.0);
    const double off = (m > 0 ? row.least : row.most) - value;
    if (m >= problem_.price(j)) return std::min(off, 0.0);
    if (m <= -problem_.price(j)) return std::max(off, 0.0);
    return off;
  }

 private:
  // From scratch, so that rounding errors of many small moves do not gather.
  void refresh() {
    std::fill(slopes_.begin(), slopes_.end(), 0.0);
    for (std::size_t j = 0; j < multipliers_.size(); ++j) {
      if (multipliers_[j] == 0) continue;
      const LinearRow& row = problem_.rows[j];
      for (std::size_t k = 0; k < row.at.size(); ++k) slopes_[row.at[k]] += row.coefficients[k] * multipliers_[j];
    }
    for (std::size_t i = 0; i < x_.size(); ++i) x_[i] = terms_.point(i, slopes_[i]);
  }

  const ProjectionProblem& problem_;
  Terms terms_;
  std::vector<double> multipliers_;
  std::vector<double> slopes_;
  std::vector<double> x_;
};

}  // namespace ballast::separable
