// What bands ask of weights: the range in which each asset, cash and each class with a band has to end.
#pragma once

#include <span>
#include <vector>

#include "ballast/policy/policy.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// So much a range is widened where doubles may have put what is possible just outside it.
inline constexpr double kBandRoom = 1e-10;

struct WeightRange {
  double low = 0;
  double high = 1;
};

struct ClassRange {
  std::vector<std::size_t> at;  ///< assets, then cash
  std::vector<double> shares;
  WeightRange range;
};

struct BandLimits {
  bool any_outside = false;     ///< or cash overdrawn
  std::vector<double> weights;  ///< as they are
  std::vector<double> targets;
  std::vector<bool> outside;        ///< of its own band; for cash also: overdrawn
  std::vector<WeightRange> ranges;  ///< of what has a band: where it may end; otherwise the whole from 0 to 1
  std::vector<ClassRange> classes;
};

/// `values`: assets then cash, after deposits and withdrawals; their sum is > 0. What is outside its band has to come
/// to the destination, or nearer to its target; what is inside has to stay inside.
[[nodiscard]] BandLimits find_band_limits(const Policy& policy, std::span<const Decimal> values,
                                          PlanRequest::Destination destination);

/// Where moves may lead a position, assets then cash: within its band. What has none goes anywhere for the bands of its
/// classes, but nowhere if it is not wanted; and what has no class with a band either, not beyond its target. Cash
/// follows.
[[nodiscard]] std::vector<WeightRange> ranges_of_moves(const BandLimits& limits);

}  // namespace ballast
