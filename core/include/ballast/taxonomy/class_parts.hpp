// Which share of each asset lies directly in which class, and what that part weighs in the whole.
//
// The weights agree with `class_weights`: of every class,
//
//   sum of the parts named directly in it  +  sum of the weights of the classes directly below it  =  its weight
//
// and of what is unclassified its parts sum to its weight, both exactly. A class's direct weight (12 decimals) is
// divided among its parts by largest remainder of their amounts, so that a part is within 1e-12 of its share of it.
// A portfolio's parts sum to exactly 1 over all classes, or there are none where all amounts are 0.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ballast/taxonomy/classification.hpp"

namespace ballast {

struct ClassPart {
  std::size_t position = 0;      ///< asset index, or the number of assets for cash
  std::optional<ClassIndex> in;  ///< the class named, not those above it; nothing: unclassified
  Decimal share;                 ///< of the position, 0 < share <= 1
  Decimal weight;                ///< of the whole, > 0
};

/// How many parts there can be at most: those with a weight are never more.
[[nodiscard]] std::size_t class_parts_count(const Classification& classification);

/// Positions in order; of each its classes as they are listed, then what they leave. Parts whose weight is 0 are left
/// out. `amounts`: of the assets in order, then cash; >= 0.
[[nodiscard]] std::vector<ClassPart> class_parts(const Classification& classification,
                                                 std::span<const Decimal> amounts);

}  // namespace ballast
