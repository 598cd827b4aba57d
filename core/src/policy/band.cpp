#include "ballast/policy/band.hpp"

#include <algorithm>

namespace ballast {

std::optional<Decimal> band_distance(const Band& band, Decimal target) {
  switch (band.kind) {
    case Band::Kind::kNone:
      break;
    case Band::Kind::kAbsolute:
      return band.width;
    case Band::Kind::kRelative:
      return multiply(band.width, target, Rounding::kHalfEven);
    case Band::Kind::kFiveTwentyFive: {
      const Decimal five_points = Decimal::from_units(50'000'000'000'000'000);
      const Decimal quarter = Decimal::from_units(250'000'000'000'000'000);
      return std::min(five_points, multiply(quarter, target, Rounding::kHalfEven));
    }
  }
  return std::nullopt;
}

std::optional<BandEdges> band_edges(const Band& band, Decimal target) {
  const std::optional<Decimal> distance = band_distance(band, target);
  if (!distance) return std::nullopt;
  return BandEdges{std::max(target - *distance, Decimal()), std::min(target + *distance, Decimal::from_integer(1))};
}

bool is_outside(const std::optional<BandEdges>& edges, Decimal value, Decimal total) {
  if (!edges || total.is_zero()) return false;
  return compare_products(value, kOne, edges->low, total) < 0 || compare_products(value, kOne, edges->high, total) > 0;
}

}  // namespace ballast
