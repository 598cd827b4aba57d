#include "ballast/policy/class_band.hpp"

#include <algorithm>

namespace ballast {

const ClassBand* find_class_band(const Policy& policy, ClassPlace place) {
  const auto at = std::find_if(policy.class_bands.begin(), policy.class_bands.end(),
                               [&](const ClassBand& band) { return band.place == place; });
  return at == policy.class_bands.end() ? nullptr : &*at;
}

Decimal class_amount(const ClassBand& band, std::span<const Decimal> amounts) {
  Decimal sum;
  for (const auto& [position, share] : band.members) sum += multiply(amounts[position], share, Rounding::kHalfEven);
  return sum;
}

Decimal class_target(const ClassBand& band, const Policy& policy) {
  Decimal sum;
  for (const auto& [position, share] : band.members) {
    sum += multiply(policy.targets[position].weight, share, Rounding::kHalfEven);
  }
  return sum;
}

std::optional<BandEdges> class_band_edges(const ClassBand& band, const Policy& policy) {
  return band_edges(band.band, class_target(band, policy));
}

bool is_class_outside(const ClassBand& band, const Policy& policy, std::span<const Decimal> values, Decimal total) {
  return is_outside(class_band_edges(band, policy), class_amount(band, values), total);
}

}  // namespace ballast
