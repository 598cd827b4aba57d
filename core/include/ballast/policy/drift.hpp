// How far values are from the weights they should have.
//
//   misplaced share   1/2 sum |w_i - t_i|         0 on target … 1 everything elsewhere
//   chi-square        sum (w_i - t_i)^2 / d_i     d_i = t_i, or the smallest positive target where t_i = 0
//
// w_i = v_i / sum(v). Calculated in exact decimals: each w_i, and each term, is rounded half-even at 18 decimals, so
// the figures are within n * 2e-18 (misplaced share) and n * 1e-17 / min(d_i) (chi-square) of the true ones.
#pragma once

#include <span>
#include <vector>

#include "ballast/policy/policy.hpp"

namespace ballast {

struct Drift {
  Decimal misplaced_share;
  Decimal chi_square;
};

/// d_i for every asset and cash.
[[nodiscard]] std::vector<Decimal> drift_divisors(const Policy& policy);

/// Both figures; 0 where all values are 0. The three spans are of equal length: assets, then cash.
[[nodiscard]] Drift measure_drift(std::span<const Decimal> values, std::span<const Decimal> target_weights,
                                  std::span<const Decimal> divisors);

[[nodiscard]] Drift measure_drift(std::span<const Decimal> values, const Policy& policy);

/// Weights with 12 decimals that sum to exactly 1 (largest remainder), or are all 0 where the values are.
[[nodiscard]] std::vector<Decimal> shown_weights(std::span<const Decimal> values);

}  // namespace ballast
