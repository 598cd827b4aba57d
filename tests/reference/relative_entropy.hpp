// sum_i x_i ln(x_i / p_i), and how far a point may be from the least of it within linear limits, without knowing where
// that is: the tangent at any point lies below it everywhere, and a tangent's least value is a linear program (M. Frank
// and P. Wolfe, "An algorithm for quadratic programming", 1956).
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <utility>
#include <vector>

#include "plain_program.hpp"

namespace ballast::test {

[[nodiscard]] inline Real relative_entropy(const std::vector<double>& x, const std::vector<double>& prior) {
  Real sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Real weight = real(x[i]);
    if (weight > 0) sum += weight * std::log(weight / real(prior[i]));
  }
  return sum;
}

class EntropyBound {
 public:
  /// The program's rows and limits can be met; its cost is not looked at.
  EntropyBound(PlainProgram program, std::vector<double> prior)
      : program_(std::move(program)), prior_(std::move(prior)) {}

  /// A bound of how far x is above the least, or what is found to be no more than `enough`. Where x is rounded, small
  /// weights have wrong slopes: so the point is moved toward where tangents are lowest, and what that gains is counted.
  [[nodiscard]] double gap(std::vector<double> x, double enough) {
    const Real reached = relative_entropy(x, prior_);
    double least = kNoLimit;
    for (int step = 0; step < kSteps && least > enough; ++step) {
      const std::vector<double> lowest = lowest_of_tangent(x);
      least = std::min(least, static_cast<double>(reached - bound_));
      x = lowest_between(x, lowest);
    }
    return least;
  }

 private:
  static constexpr int kSteps = 40;
  static constexpr int kHalvings = 80;
  static constexpr double kNearly0 = 1e-13;  // where the tangent of a weight of 0 is taken

  [[nodiscard]] Real slope(double x, std::size_t i) const { return std::log(real(x) / real(prior_[i])) + 1; }

  // Where the tangent at x is lowest; `bound_` is how low.
  [[nodiscard]] std::vector<double> lowest_of_tangent(const std::vector<double>& x) {
    Real level = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double near = std::max(x[i], kNearly0);
      program_.cost[i] = static_cast<double>(slope(near, i));
      level -= real(near);  // z ln(z/p) - (ln(z/p) + 1) z
    }
    const auto lowest = plain_minimum(program_);
    if (!lowest) throw std::invalid_argument("relative_entropy: limits that cannot be met");
    bound_ = level + real(lowest->cost);
    return lowest->x;
  }

  // Where it stops to fall on the line from x to y.
  [[nodiscard]] std::vector<double> lowest_between(const std::vector<double>& x, const std::vector<double>& y) const {
    const auto point = [&](double t) {
      std::vector<double> out;
      for (std::size_t i = 0; i < x.size(); ++i) out.push_back(x[i] + t * (y[i] - x[i]));
      return out;
    };
    const auto falls = [&](double t) {
      const std::vector<double> here = point(t);
      Real sum = 0;
      for (std::size_t i = 0; i < x.size(); ++i) {
        if (here[i] > 0) sum += real(y[i] - x[i]) * slope(here[i], i);
      }
      return sum < 0;
    };
    double low = 0;
    double high = 1;
    for (int k = 0; k < kHalvings; ++k) (falls((low + high) / 2) ? low : high) = (low + high) / 2;
    return point(low);
  }

  PlainProgram program_;
  std::vector<double> prior_;
  Real bound_ = 0;
};

}  // namespace ballast::test
