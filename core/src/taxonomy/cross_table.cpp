#include "ballast/taxonomy/cross_table.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "ballast/money/apportion.hpp"
#include "ballast/taxonomy/concentration.hpp"

namespace ballast {
namespace {

constexpr int kWeightDigits = 12;

// An amount or a share at a place among the top-level classes; past the last of them is what is unclassified.
struct Part {
  std::size_t place = 0;
  Decimal amount;
};

// Parts at one place as one, in the order of places.
std::vector<Part> merged(std::vector<Part> parts) {
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.place < b.place; });
  std::vector<Part> out;
  for (const Part& part : parts) {
    if (part.amount.is_zero()) continue;
    if (!out.empty() && out.back().place == part.place) {
      out.back().amount += part.amount;
    } else {
      out.push_back(part);
    }
  }
  return out;
}

void divide_among(std::vector<Part>& shares, Decimal amount) {
  const auto parts_of_it =
      std::count_if(shares.begin(), shares.end(), [](const Part& share) { return !share.amount.is_zero(); });
  if (parts_of_it == 1) {  // most assets lie wholly in one class
    for (Part& share : shares) {
      if (!share.amount.is_zero()) share.amount = amount;
    }
    return;
  }
  std::vector<Decimal> weights;
  weights.reserve(shares.size());
  for (const Part& share : shares) weights.push_back(share.amount);
  const std::vector<Decimal> parts = apportion(amount, weights, Decimal::smallest(Decimal::kFractionDigits));
  for (std::size_t i = 0; i < shares.size(); ++i) shares[i].amount = parts[i];
}

class TopLevel {
 public:
  TopLevel(const Classification& classification, const std::vector<ClassIndex>& top)
      : classification_(classification), place_(classification.classes.size()), unclassified_(top.size()) {
    for (std::size_t t = 0; t < top.size(); ++t) place_[top[t]] = t;
    for (ClassIndex c = 0; c < place_.size(); ++c) {
      if (const std::optional<ClassIndex> parent = classification.classes[c].parent) place_[c] = place_[*parent];
    }
  }

  // As they are listed, then what they leave.
  [[nodiscard]] std::vector<Part> shares(std::size_t position) const {
    std::vector<Part> out;
    Decimal rest = Decimal::from_integer(1);
    for (const ClassShare& member : classification_.members[position]) {
      out.push_back({place_[member.in], member.share});
      rest -= member.share;
    }
    out.push_back({unclassified_, rest});
    return out;
  }

 private:
  const Classification& classification_;
  std::vector<std::size_t> place_;  // of every class
  std::size_t unclassified_;
};

}  // namespace

std::size_t cross_table_cells(const Classification& rows, const Classification& columns) {
  return (top_level_classes(rows).size() + 1) * (top_level_classes(columns).size() + 1);
}

CrossTable cross_amounts(const Classification& rows, const Classification& columns, std::span<const Decimal> amounts) {
  CrossTable table{top_level_classes(rows), top_level_classes(columns), {}};
  const std::size_t width = table.columns.size() + 1;
  table.cells.resize((table.rows.size() + 1) * width);
  const TopLevel row_classes(rows, table.rows);
  const TopLevel column_classes(columns, table.columns);
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    // Divided as class_amounts does, before what lies in one row is added up.
    std::vector<Part> row_parts = row_classes.shares(i);
    divide_among(row_parts, amounts[i]);
    const std::vector<Part> column_shares = merged(column_classes.shares(i));
    for (const Part& row : merged(std::move(row_parts))) {
      std::vector<Part> cells = column_shares;
      if (&rows == &columns) cells = {{row.place, Decimal::from_integer(1)}};
      divide_among(cells, row.amount);
      for (const Part& cell : cells) table.cells[row.place * width + cell.place] += cell.amount;
    }
  }
  return table;
}

CrossTable cross_weights(const Classification& rows, const Classification& columns, std::span<const Decimal> amounts) {
  CrossTable table = cross_amounts(rows, columns, amounts);
  const bool anything = std::any_of(table.cells.begin(), table.cells.end(), [](Decimal d) { return !d.is_zero(); });
  if (anything) table.cells = apportion(Decimal::from_integer(1), table.cells, Decimal::smallest(kWeightDigits));
  return table;
}

}  // namespace ballast
