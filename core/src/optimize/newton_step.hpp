// All active rows at once: (A D A^T) step = residual by conjugate gradients, D how fast each coordinate moves. Rows may
// depend on each other (the classes of every classification sum to the whole): the system is then singular. Where it is
// consistent, conjugate gradients do not mind. Where it is not, what they leave over is a direction in which no
// coordinate moves and the dual rises in a straight line: `flat`.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "dual_state.hpp"

namespace ballast::separable {

template <typename Terms>
class NewtonSystem {
 public:
  NewtonSystem(const ProjectionProblem& problem, const DualState<Terms>& state, const std::vector<std::size_t>& active)
      : problem_(problem), active_(active), speeds_(problem.centre.size()), spread_(problem.centre.size()) {
    for (std::size_t i = 0; i < speeds_.size(); ++i) speeds_[i] = state.terms().speed(i, state.x()[i]);
    for (const std::size_t j : active_) {
      const LinearRow& row = problem_.rows[j];
      double sum = 0;
      for (std::size_t k = 0; k < row.at.size(); ++k) {
        sum += row.coefficients[k] * row.coefficients[k] * speeds_[row.at[k]];
      }
      diagonal_.push_back(sum);
    }
  }

  struct Step {
    std::vector<double> step;  ///< per active row; rows that nothing can move get none
    std::vector<double> flat;  ///< the same; empty where there is none
  };

  [[nodiscard]] Step solve(const std::vector<double>& residual, double relative) {
    const std::size_t n = active_.size();
    Step out{std::vector<double>(n), {}};
    std::vector<double> rest = residual;
    std::vector<double> scaled(n);
    std::vector<double> direction(n);
    std::vector<double> image(n);
    for (std::size_t k = 0; k < n; ++k) {
      if (diagonal_[k] <= 0) rest[k] = 0;
    }
    // Below the rounding errors of the rows there is nothing to solve: what is left contradicts itself.
    const double goal = std::max(relative * relative * dot(rest, rest), kNoise * kNoise * static_cast<double>(n));
    double before = 0;
    for (std::size_t round = 0; round < 2 * n + 10; ++round) {
      if (dot(rest, rest) <= goal) return out;
      for (std::size_t k = 0; k < n; ++k) scaled[k] = diagonal_[k] > 0 ? rest[k] / diagonal_[k] : 0;
      const double now = dot(rest, scaled);
      const double keep = round == 0 ? 0 : now / before;
      for (std::size_t k = 0; k < n; ++k) direction[k] = scaled[k] + keep * direction[k];
      before = now;
      apply(direction, image);
      const double curvature = dot(direction, image);
      if (!(curvature > kFlat * size_of(direction))) {
        out.flat = without_noise(direction);
        return out;
      }
      const double length = now / curvature;
      for (std::size_t k = 0; k < n; ++k) {
        out.step[k] += length * direction[k];
        rest[k] -= length * image[k];
      }
    }
    if (dot(direction, image) <= kNearlyFlat * size_of(direction)) out.flat = without_noise(direction);
    return out;
  }

 private:
  static constexpr double kNoise = 1e-14;
  static constexpr double kFlat = 1e-14;
  static constexpr double kNearlyFlat = 1e-8;

  static double dot(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
    return sum;
  }

  // Rows that have no part in a direction have none, not 1e-18 of one.
  static std::vector<double> without_noise(std::vector<double> direction) {
    double largest = 0;
    for (const double part : direction) largest = std::max(largest, std::abs(part));
    for (double& part : direction) {
      if (std::abs(part) <= 1e-12 * largest) part = 0;
    }
    return direction;
  }

  // What a direction's curvature would be if the rows had nothing to do with each other.
  [[nodiscard]] double size_of(const std::vector<double>& direction) const {
    double sum = 0;
    for (std::size_t k = 0; k < direction.size(); ++k) sum += diagonal_[k] * direction[k] * direction[k];
    return sum;
  }

  void apply(const std::vector<double>& direction, std::vector<double>& image) {
    std::fill(spread_.begin(), spread_.end(), 0.0);
    for (std::size_t n = 0; n < active_.size(); ++n) {
      const LinearRow& row = problem_.rows[active_[n]];
      for (std::size_t k = 0; k < row.at.size(); ++k) spread_[row.at[k]] += row.coefficients[k] * direction[n];
    }
    for (std::size_t i = 0; i < spread_.size(); ++i) spread_[i] *= speeds_[i];
    for (std::size_t n = 0; n < active_.size(); ++n) {
      const LinearRow& row = problem_.rows[active_[n]];
      double sum = 0;
      for (std::size_t k = 0; k < row.at.size(); ++k) sum += row.coefficients[k] * spread_[row.at[k]];
      image[n] = diagonal_[n] > 0 ? sum : 0;
    }
  }

  const ProjectionProblem& problem_;
  const std::vector<std::size_t>& active_;
  std::vector<double> speeds_;
  std::vector<double> diagonal_;
  std::vector<double> spread_;
};

}  // namespace ballast::separable
