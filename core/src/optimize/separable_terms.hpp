// The two kinds of distance of a projection, as functions of the slope s_i = sum_j a_ji lambda_j that the multipliers
// give a coordinate: where f_i'(x) = s, cut to the bounds, and how fast that moves.
#pragma once

#include <algorithm>
#include <cmath>

#include "ballast/optimize/projection.hpp"

namespace ballast::separable {

class EntropyTerms {
 public:
  explicit EntropyTerms(const ProjectionProblem& problem) : problem_(problem) {}

  [[nodiscard]] double point(std::size_t i, double slope) const {
    return std::clamp(problem_.centre[i] * std::exp(std::min(slope, kSteep)), problem_.lower[i], problem_.upper[i]);
  }
  [[nodiscard]] double speed(std::size_t i, double x) const {
    return x > problem_.lower[i] && x < problem_.upper[i] ? x : 0.0;
  }
  [[nodiscard]] double distance(std::size_t i, double x) const {
    return x > 0 ? x * std::log(x / problem_.centre[i]) - x : 0.0;
  }

 private:
  static constexpr double kSteep = 600;  // exp(600) is still a double, whatever the centre
  const ProjectionProblem& problem_;
};

class SquareTerms {
 public:
  explicit SquareTerms(const ProjectionProblem& problem) : problem_(problem) {}

  [[nodiscard]] double point(std::size_t i, double slope) const {
    return std::clamp(problem_.centre[i] + problem_.scale[i] * slope, problem_.lower[i], problem_.upper[i]);
  }
  [[nodiscard]] double speed(std::size_t i, double x) const {
    return x > problem_.lower[i] && x < problem_.upper[i] ? problem_.scale[i] : 0.0;
  }
  [[nodiscard]] double distance(std::size_t i, double x) const {
    const double off = x - problem_.centre[i];
    return off * off / (2 * problem_.scale[i]);
  }

 private:
  const ProjectionProblem& problem_;
};

}  // namespace ballast::separable
