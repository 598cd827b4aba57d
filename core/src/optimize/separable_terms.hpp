// The two kinds of distance of a projection, as functions of the slope s_i = sum_j a_ji lambda_j that the multipliers
// give a coordinate: where f_i'(x) = s, cut to the bounds, and how fast that moves.
#pragma once

#include <algorithm>
#include <cmath>

#include "ballast/optimize/projection.hpp"
#include "implied_bounds.hpp"

namespace ballast::separable {

class EntropyTerms {
 public:
  /// Multipliers beyond this have driven what they touch, be it by a twentieth, to its bound or below 1e-50 of its
  /// centre.
  static constexpr double kFarthest = 5000;

  EntropyTerms(const ProjectionProblem& problem, const Bounds& bounds) : problem_(problem), bounds_(bounds) {}

  [[nodiscard]] double point(std::size_t i, double slope) const {
    return std::clamp(problem_.centre[i] * std::exp(std::min(slope, kSteep)), bounds_.lower[i], bounds_.upper[i]);
  }
  [[nodiscard]] double speed(std::size_t i, double x) const {
    return x > bounds_.lower[i] && x < bounds_.upper[i] ? x : 0.0;
  }
  [[nodiscard]] double distance(std::size_t i, double x) const {
    return x > 0 ? x * std::log(x / problem_.centre[i]) - x : 0.0;
  }

 private:
  static constexpr double kSteep = 600;  // exp(600) is still a double, whatever the centre
  const ProjectionProblem& problem_;
  const Bounds& bounds_;
};

class SquareTerms {
 public:
  static constexpr double kFarthest = 1e9;

  SquareTerms(const ProjectionProblem& problem, const Bounds& bounds) : problem_(problem), bounds_(bounds) {}

  [[nodiscard]] double point(std::size_t i, double slope) const {
    return std::clamp(problem_.centre[i] + problem_.scale[i] * slope, bounds_.lower[i], bounds_.upper[i]);
  }
  [[nodiscard]] double speed(std::size_t i, double x) const {
    return x > bounds_.lower[i] && x < bounds_.upper[i] ? problem_.scale[i] : 0.0;
  }
  [[nodiscard]] double distance(std::size_t i, double x) const {
    const double off = x - problem_.centre[i];
    return off * off / (2 * problem_.scale[i]);
  }

 private:
  const ProjectionProblem& problem_;
  const Bounds& bounds_;
};

}  // namespace ballast::separable
