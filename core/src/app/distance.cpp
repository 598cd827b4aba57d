#include "distance.hpp"

namespace ballast {

Decimal difference_value(Decimal value, Decimal target, Decimal total) {
  return value - multiply(target, total, Rounding::kHalfEven);
}

std::optional<Decimal> outside_by(const std::optional<BandEdges>& edges, Decimal value, Decimal total) {
  if (!edges || !is_outside(edges, value, total)) return std::nullopt;
  // Edges have 18 decimals, so a weight beyond one of them is still beyond it when rounded away from it.
  const Decimal rounded_up = divide(value, total, Rounding::kUp);
  if (rounded_up > edges->high) return rounded_up - edges->high;
  return divide(value, total, Rounding::kDown) - edges->low;
}

}  // namespace ballast
