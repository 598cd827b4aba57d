// What lies in two classifications at once: rows are the top-level classes of one and what it leaves unclassified,
// columns those of the other.
//
//   cell_rc = sum_i a_i * rho_ir * gamma_ic      a_i amount, rho_ir and gamma_ic shares of position i in row and column
//
// An asset that lies in several classes of both is divided among them as if the two were independent, because nothing
// says which of its parts lies where. A classification crossed with itself has a diagonal only: its classes share
// nothing.
//
// Every amount is divided among rows and then each part among columns by largest remainder at 18 decimals, so that
// cells sum to exactly the whole and rows to exactly what `class_amounts` says. Of columns the same is true within
// 1e-18 for every asset and row.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ballast/taxonomy/classification.hpp"

namespace ballast {

struct CrossTable {
  std::vector<ClassIndex> rows;     ///< top-level classes; the last row, of what is unclassified, comes after them
  std::vector<ClassIndex> columns;  ///< likewise
  std::vector<Decimal> cells;       ///< row after row, each of columns.size() + 1

  [[nodiscard]] Decimal cell(std::size_t row, std::size_t column) const {
    return cells[row * (columns.size() + 1) + column];
  }
};

/// How many cells such a table has.
[[nodiscard]] std::size_t cross_table_cells(const Classification& rows, const Classification& columns);

/// `amounts`: of the assets in order, then cash; >= 0. Both classifications are of the same assets; the same object
/// twice is a classification crossed with itself.
[[nodiscard]] CrossTable cross_amounts(const Classification& rows, const Classification& columns,
                                       std::span<const Decimal> amounts);

/// As shares of the whole: 12 decimals, largest remainder over all cells, so that they sum to exactly 1, or are all 0.
[[nodiscard]] CrossTable cross_weights(const Classification& rows, const Classification& columns,
                                       std::span<const Decimal> amounts);

}  // namespace ballast
