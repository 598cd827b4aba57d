// Tolerance bands around a target weight t.
//
//   absolute            |w - t| > width
//   relative            |w - t| > width * t
//   five_twenty_five    |w - t| > min(0.05, 0.25 t)      L. Swedroe's 5/25 rule; the switch is at t = 0.20
//
// A weight on the edge is inside.
#pragma once

#include <cstdint>
#include <optional>

#include "ballast/money/decimal.hpp"

namespace ballast {

struct Band {
  enum class Kind : std::uint8_t { kNone, kAbsolute, kRelative, kFiveTwentyFive };
  Kind kind = Kind::kNone;
  Decimal width;  ///< 0 … 1 for absolute and relative (0: outside unless on target), unused otherwise

  [[nodiscard]] friend bool operator==(const Band&, const Band&) = default;
};

struct BandEdges {
  Decimal low;   ///< >= 0
  Decimal high;  ///< <= 1
};

/// Half the band's whole width: the largest distance from the target that is inside. Nothing for kNone.
[[nodiscard]] std::optional<Decimal> band_distance(const Band& band, Decimal target);

/// Edges cut to 0 … 1. Nothing for kNone.
[[nodiscard]] std::optional<BandEdges> band_edges(const Band& band, Decimal target);

/// Whether value / total lies beyond the edges; compared exactly, without dividing. False where total is 0.
[[nodiscard]] bool is_outside(const std::optional<BandEdges>& edges, Decimal value, Decimal total);

}  // namespace ballast
