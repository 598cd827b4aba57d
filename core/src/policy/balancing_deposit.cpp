#include "ballast/policy/balancing_deposit.hpp"

#include <algorithm>

namespace ballast {

std::optional<Decimal> balancing_deposit(const Policy& policy, std::span<const Decimal> values,
                                         const Currency& currency) {
  Decimal total;
  Decimal needed;
  for (std::size_t i = 0; i < values.size(); ++i) {
    total += values[i];
    const bool is_cash = i + 1 == values.size();
    if (is_cash || values[i].is_zero()) continue;
    const Decimal target = policy.targets[i].weight;
    // Also where the target is 0.
    if (compare_products(values[i], Decimal::from_integer(1), target, kMaximum) > 0) return std::nullopt;
    needed = std::max(needed, divide(values[i], target, Rounding::kUp));
  }
  return currency.round(std::max(needed - total, Decimal()), Rounding::kUp);
}

}  // namespace ballast
