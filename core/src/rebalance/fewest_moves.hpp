// Everything back inside its bands with as few assets traded as possible; of equally few with the smallest moves in
// all, and of those with what comes nearest to the targets.
//
//   find the smallest set S with: g_i = v_i outside S,  sum g = 1,  every asset, cash and class with a band inside it
//   minimise over S  k sum_i |g_i - v_i| + sum_i (g_i - t_i)^2 / (2 d_i)
//
// What is outside its own band has to be in S. What has no band of its own moves freely for the bands of its classes;
// without those, or if it is not wanted at all, not beyond its target. Sets are tried by size, each by a linear
// program, as long as that ends soon; past kTries the smallest one that a sparse solution leads to by leaving out one
// after the other.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "band_goals.hpp"

namespace ballast {

/// Goals, assets then cash, that sum to 1; or nothing where bands cannot all be kept.
[[nodiscard]] std::optional<std::vector<double>> find_fewest_moves(const BandLimits& limits,
                                                                   std::span<const double> divisors,
                                                                   const Reach& reach);

}  // namespace ballast
