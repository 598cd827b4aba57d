// Cross tables of random trees and random shares: all cells are the whole to the last digit, rows are what
// class_amounts says, and each cell is the sum of products in doubles.
#include "ballast/taxonomy/cross_table.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>
#include <vector>

#include "ballast/taxonomy/concentration.hpp"
#include "random_classes.hpp"

using namespace ballast;
using test::any_amounts;
using test::any_classification;

namespace {

Decimal sum_of(const std::vector<Decimal>& amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), Decimal());
}

// Share of a position in a top-level class, or in what is unclassified where `top` is past the last.
double share(const Classification& classification, std::size_t position, const std::vector<ClassIndex>& top,
             std::size_t place) {
  if (place < top.size()) return share_in(classification, position, top[place]).to_double();
  double rest = 1;
  for (const ClassIndex c : top) rest -= share_in(classification, position, c).to_double();
  return rest;
}

}  // namespace

TEST_CASE("Laws of cross tables", "[property][taxonomy]") {
  rc::prop("all cells sum to the whole, rows to what lies in their class", [] {
    const auto positions = *rc::gen::inRange<std::size_t>(1, 8);
    const Classification rows = any_classification(positions);
    const Classification columns = any_classification(positions);
    const std::vector<Decimal> amounts = any_amounts(positions);
    const CrossTable table = cross_amounts(rows, columns, amounts);
    RC_ASSERT(sum_of(table.cells) == sum_of(amounts));

    const std::vector<Decimal> row_amounts = top_level_amounts(rows, class_amounts(rows, amounts));
    const std::vector<Decimal> column_amounts = top_level_amounts(columns, class_amounts(columns, amounts));
    std::vector<Decimal> column_sums(column_amounts.size());
    for (std::size_t r = 0; r < row_amounts.size(); ++r) {
      Decimal sum;
      for (std::size_t c = 0; c < column_sums.size(); ++c) {
        RC_ASSERT(table.cell(r, c).sign() >= 0);
        sum += table.cell(r, c);
        column_sums[c] += table.cell(r, c);
      }
      RC_ASSERT(sum == row_amounts[r]);
    }
    // Every position is rounded in each of its rows, and in class_amounts in each of its classes: 7 * (8 + 7) times.
    for (std::size_t c = 0; c < column_sums.size(); ++c) {
      RC_ASSERT(absolute(column_sums[c] - column_amounts[c]) <= Decimal::from_units(105));
    }

    const Decimal total = sum_of(amounts);
    const CrossTable weights = cross_weights(rows, columns, amounts);
    RC_ASSERT(sum_of(weights.cells) == (total.is_zero() ? Decimal() : Decimal::from_integer(1)));
    for (std::size_t i = 0; i < table.cells.size() && !total.is_zero(); ++i) {
      RC_ASSERT(absolute(weights.cells[i] - divide(table.cells[i], total, Rounding::kHalfEven)) <=
                Decimal::smallest(12));
    }
  });

  rc::prop("a cell is the sum of amounts times both shares", [] {
    const auto positions = *rc::gen::inRange<std::size_t>(1, 6);
    const Classification rows = any_classification(positions);
    const Classification columns = any_classification(positions);
    const std::vector<Decimal> amounts = any_amounts(positions);
    const double total = sum_of(amounts).to_double();
    const CrossTable table = cross_amounts(rows, columns, amounts);
    for (std::size_t r = 0; r <= table.rows.size(); ++r) {
      for (std::size_t c = 0; c <= table.columns.size(); ++c) {
        double expected = 0;
        for (std::size_t i = 0; i < positions; ++i) {
          expected += amounts[i].to_double() * share(rows, i, table.rows, r) * share(columns, i, table.columns, c);
        }
        // Doubles are good for 1e-15 of the total, exact parts are rounded at 1e-18.
        RC_ASSERT(std::fabs(table.cell(r, c).to_double() - expected) <= 1e-14 * total + 1e-15);
      }
    }
  });
}
