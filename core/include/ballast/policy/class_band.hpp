// Bands around the weights of classes: what a class weighs, should weigh, and may.
#pragma once

#include <optional>
#include <span>

#include "ballast/policy/policy.hpp"

namespace ballast {

/// The band of a class, or nullptr.
[[nodiscard]] const ClassBand* find_class_band(const Policy& policy, ClassPlace place);

/// Of the class of a band; `amounts` of the assets in order, then cash. Each part is rounded half-even at 18 decimals.
[[nodiscard]] Decimal class_amount(const ClassBand& band, std::span<const Decimal> amounts);

/// What the targets of its members give the class.
[[nodiscard]] Decimal class_target(const ClassBand& band, const Policy& policy);

/// Around that target.
[[nodiscard]] std::optional<BandEdges> class_band_edges(const ClassBand& band, const Policy& policy);

/// Whether the class lies beyond its band; `total` is the sum of `values`.
[[nodiscard]] bool is_class_outside(const ClassBand& band, const Policy& policy, std::span<const Decimal> values,
                                    Decimal total);

}  // namespace ballast
