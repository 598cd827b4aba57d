// Where a plan that only mends broken bands should lead.
//
// What is outside its band, asset or class, goes to its destination (target, half-way, or the band's edge). The sum of
// those moves is balanced by others, so that as little as possible is traded in all, and of what is equally little that
// which comes nearest to the targets (Mao's rule and its mirror image); nothing is moved beyond a target.
//
//   minimise    sum_i (g_i - t_i)^2 / (2 d_i) + k sum_i |g_i - v_i|      k so large that the second sum counts first
//   subject to  sum g = 1,   classes with a band inside it,   every g_i between v_i and t_i
//
// v weights as they are, t targets, d divisors of the drift. Since the side on which each g_i lies is known, the
// absolute values are linear, and this is a projection (optimize/projection.hpp).
#pragma once

#include <span>
#include <vector>

#include "band_limits.hpp"

namespace ballast {

/// How far the trades of a request can move each asset: weights, <= 0 and >= 0.
struct Reach {
  std::vector<double> down;
  std::vector<double> up;
};

/// Assets then cash. They sum to 1 unless the moves that bands ask for cannot be balanced.
[[nodiscard]] std::vector<double> find_band_goals(const BandLimits& limits, std::span<const double> divisors,
                                                  const Reach& reach);

}  // namespace ballast
