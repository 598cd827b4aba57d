// Targets said by rules instead of weights: what classes, assets and cash should weigh, and a prior for all that the
// rules leave open. `allocation` resolves them to a Policy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "ballast/money/decimal.hpp"
#include "ballast/taxonomy/classification.hpp"

namespace ballast {

struct Prior {
  enum class Kind : std::uint8_t { kMarketCap, kSquareRootMarketCap, kEqual, kCurrent, kInverseVolatility, kGiven };
  Kind kind = Kind::kMarketCap;
  std::vector<Decimal> given;  ///< kGiven only: of the assets in order, then cash; >= 0, in any proportion
};

/// An asset, or cash where it is the number of assets.
struct PositionSubject {
  std::size_t position = 0;
};

/// least <= share of the subject <= most; exact where they are equal.
struct TargetRule {
  std::variant<PositionSubject, ClassPlace> subject;
  std::optional<ClassPlace> of;  ///< shares are of this class's weight instead of the whole
  Decimal least;                 ///< 0 … most
  Decimal most;                  ///< … 1
  bool exact = false;            ///< said as one number
  bool has_least = false;        ///< said; otherwise it is 0
  bool has_most = false;         ///< said; otherwise it is 1
  bool locked = false;           ///< relaxed only where nothing else helps
};

struct TargetRules {
  Prior prior;
  std::vector<TargetRule> rules;
  std::optional<std::size_t> largest;     ///< only so many assets, those with the largest prior, have a target
  std::optional<Decimal> most_per_asset;  ///< 0 … 1
};

}  // namespace ballast
