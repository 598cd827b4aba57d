// How far a position is from its target and beyond its band.
//
//   difference          w - t             w as shown, so that the differences of all positions sum to 0
//   difference_value    v - t V           in money; the product is rounded half-even at 18 decimals
//   outside_by          v / V - edge      rounded away from the edge at 18 decimals, so that it is never 0
//
// v value of the position, V the total, w its weight as shown (12 decimals), t its target, edge the one it lies beyond.
#pragma once

#include <optional>

#include "ballast/policy/band.hpp"

namespace ballast {

/// Positive above the target. Preconditions: 0 <= value <= total, 0 <= target <= 1.
[[nodiscard]] Decimal difference_value(Decimal value, Decimal target, Decimal total);

/// Positive above the high edge, negative below the low one; nothing inside the band or without one.
[[nodiscard]] std::optional<Decimal> outside_by(const std::optional<BandEdges>& edges, Decimal value, Decimal total);

}  // namespace ballast
