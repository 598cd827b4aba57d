#include "ballast/policy/drift.hpp"

#include <algorithm>
#include <cstddef>

#include "ballast/money/apportion.hpp"

namespace ballast {
namespace {

constexpr int kShownWeightDigits = 12;

}  // namespace

Decimal smallest_positive_target(const Policy& policy) {
  Decimal smallest = Decimal::from_integer(1);
  for (const Target& target : policy.targets) {
    if (target.weight.sign() > 0) smallest = std::min(smallest, target.weight);
  }
  return smallest;
}

std::vector<Decimal> drift_divisors(const Policy& policy) {
  const Decimal smallest = smallest_positive_target(policy);
  std::vector<Decimal> divisors;
  divisors.reserve(policy.targets.size());
  for (const Target& target : policy.targets) divisors.push_back(target.weight.sign() > 0 ? target.weight : smallest);
  return divisors;
}

Drift measure_drift(std::span<const Decimal> values, std::span<const Decimal> target_weights,
                    std::span<const Decimal> divisors) {
  const Decimal total = sum_of(values);
  Drift drift;
  if (total.is_zero()) return drift;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Decimal distance = absolute(divide(values[i], total, Rounding::kHalfEven) - target_weights[i]);
    if (distance.is_zero()) continue;
    drift.misplaced_share += distance;
    drift.chi_square += multiply_divide(distance, distance, divisors[i], Rounding::kHalfEven);
  }
  drift.misplaced_share = divide(drift.misplaced_share, Decimal::from_integer(2), Rounding::kHalfEven);
  return drift;
}

Drift measure_drift(std::span<const Decimal> values, const Policy& policy) {
  std::vector<Decimal> weights;
  weights.reserve(policy.targets.size());
  for (const Target& target : policy.targets) weights.push_back(target.weight);
  return measure_drift(values, weights, drift_divisors(policy));
}

std::vector<Decimal> shown_weights(std::span<const Decimal> values) {
  if (sum_of(values).is_zero()) return std::vector<Decimal>(values.size());
  return apportion(Decimal::from_integer(1), values, Decimal::smallest(kShownWeightDigits));
}

}  // namespace ballast
