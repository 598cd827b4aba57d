// How concentrated amounts are.
//
//   effective number    1 / sum w_i^2,  w_i = a_i / sum a      n for n equal ones, 1 for a single one; 0 where all are
//   0
//
// The inverse of the Herfindahl-Hirschman index (A. O. Hirschman 1945, O. C. Herfindahl 1950). Weights and their
// squares are rounded half-even at 18 decimals, so that sum w^2 is within n * 1e-18 and, for the n = 10,000 amounts
// that a document may have, the figure within 1e-6 of the true one; it is given with three decimals, rounded half-even.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "ballast/taxonomy/class_values.hpp"

namespace ballast {

/// Three decimals. Amounts are >= 0, at most kMaximum together.
[[nodiscard]] Decimal effective_number(std::span<const Decimal> amounts);

/// Place of the largest amount, the first of equal ones; nothing where all are 0.
[[nodiscard]] std::optional<std::size_t> largest_amount(std::span<const Decimal> amounts);

/// The classes that lie in no other, in document order.
[[nodiscard]] std::vector<ClassIndex> top_level_classes(const Classification& classification);

/// The amounts of the top-level classes in their order, then (last) what is unclassified.
[[nodiscard]] std::vector<Decimal> top_level_amounts(const Classification& classification, const ClassAmounts& amounts);

}  // namespace ballast
