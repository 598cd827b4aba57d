// Which part of each amount lies in which class named of it: the one division that class amounts, class weights and
// parts are all made of, so that they agree to the last digit.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ballast/taxonomy/classification.hpp"

namespace ballast {

struct DividedAmount {
  std::size_t position = 0;
  std::optional<ClassIndex> in;  ///< nothing: unclassified
  Decimal share;                 ///< of the position, > 0
  Decimal amount;                ///< 18 decimals, largest remainder among the parts of the position
};

/// Positions in order; of each its classes as they are listed, then what they leave. The parts of a position sum to
/// exactly its amount.
[[nodiscard]] std::vector<DividedAmount> divided_amounts(const Classification& classification,
                                                         std::span<const Decimal> amounts);

/// Their sums in each class itself, without those below it; unclassified last.
[[nodiscard]] std::vector<Decimal> direct_sums(const Classification& classification,
                                               std::span<const DividedAmount> parts);

/// Weights of such sums in the whole: 12 decimals, largest remainder, summing to exactly 1, or all 0.
[[nodiscard]] std::vector<Decimal> direct_weights(std::span<const Decimal> sums);

inline constexpr int kClassWeightDigits = 12;

}  // namespace ballast
