#include "ballast/taxonomy/cross_table.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "../money/decimal_literals.hpp"

namespace ballast {
namespace {

Classification flat(std::size_t classes, std::vector<std::vector<ClassShare>> members) {
  Classification out;
  for (std::size_t c = 0; c < classes; ++c) out.classes.push_back({"c" + std::to_string(c), "C", {}, {}});
  out.members = std::move(members);
  return out;
}

// Coin (with proof-of-work below it) and stable; asset 0 by its lower class, asset 1 half coin, a quarter stable.
Classification types() {
  Classification out;
  out.classes = {{"coin", "Coin", {}, {}}, {"pow", "Proof of work", 0, {}}, {"stable", "Stable", {}, {}}};
  out.members = {{{1, "1"_d}}, {{0, "0.5"_d}, {2, "0.25"_d}}, {}};
  return out;
}

// Asset 0 half in the EU, a quarter in the US; asset 1 in the US; cash 40 % in the EU.
Classification regions() { return flat(2, {{{0, "0.5"_d}, {1, "0.25"_d}}, {{1, "1"_d}}, {{0, "0.4"_d}}}); }

TEST_CASE("fractional memberships, worked out by hand", "[taxonomy][cross_table]") {
  // Asset 0, 600, all coin: EU 300, US 150, rest 150. Asset 1, 300, all US: coin 150, stable 75, rest 75.
  // Cash, 100, no type: EU 40, rest 60.
  const std::vector<Decimal> amounts = {"600"_d, "300"_d, "100"_d};
  const CrossTable table = cross_amounts(types(), regions(), amounts);
  CHECK(table.rows == std::vector<ClassIndex>{0, 2});
  CHECK(table.columns == std::vector<ClassIndex>{0, 1});
  CHECK(table.cells == std::vector{"300"_d, "300"_d, "150"_d,  //
                                   "0"_d, "75"_d, "0"_d,       //
                                   "40"_d, "75"_d, "60"_d});
  CHECK(table.cell(2, 1) == "75"_d);
  CHECK(cross_table_cells(types(), regions()) == 9);
  CHECK(cross_weights(types(), regions(), amounts).cells ==
        std::vector{"0.3"_d, "0.3"_d, "0.15"_d, "0"_d, "0.075"_d, "0"_d, "0.04"_d, "0.075"_d, "0.06"_d});
}

TEST_CASE("several classes on both sides: as if they were independent", "[taxonomy][cross_table]") {
  const Classification rows = flat(2, {{{0, "0.5"_d}, {1, "0.5"_d}}, {}});
  const Classification columns = flat(2, {{{0, "0.3"_d}, {1, "0.7"_d}}, {}});
  const CrossTable table = cross_amounts(rows, columns, std::vector{"100"_d, "0"_d});
  CHECK(table.cells == std::vector{"15"_d, "35"_d, "0"_d, "15"_d, "35"_d, "0"_d, "0"_d, "0"_d, "0"_d});
}

TEST_CASE("a classification crossed with itself shares nothing between its classes", "[taxonomy][cross_table]") {
  const Classification rows = flat(2, {{{0, "0.5"_d}, {1, "0.25"_d}}, {}});
  const CrossTable table = cross_amounts(rows, rows, std::vector{"100"_d, "8"_d});
  CHECK(table.cells == std::vector{"50"_d, "0"_d, "0"_d, "0"_d, "25"_d, "0"_d, "0"_d, "0"_d, "33"_d});
}

TEST_CASE("what cannot be divided evenly still sums exactly", "[taxonomy][cross_table]") {
  const Classification rows = flat(3, {{{0, "1"_d}}, {{1, "1"_d}}, {{2, "1"_d}}});
  const Classification columns = flat(1, {{}, {}, {{0, "1"_d}}});
  const CrossTable thirds = cross_weights(rows, columns, std::vector{"1"_d, "1"_d, "1"_d});
  CHECK(thirds.cells ==
        std::vector{"0"_d, "0.333333333334"_d, "0"_d, "0.333333333333"_d, "0.333333333333"_d, "0"_d, "0"_d, "0"_d});
  // One unit of the last digit among two halves: the first gets it.
  const Classification halves = flat(2, {{{0, "0.5"_d}, {1, "0.5"_d}}});
  const CrossTable unit = cross_amounts(halves, flat(0, {{}}), std::vector{Decimal::smallest(18)});
  CHECK(unit.cells == std::vector{Decimal::smallest(18), "0"_d, "0"_d});
}

TEST_CASE("nothing of value, no classes", "[taxonomy][cross_table]") {
  const std::vector<Decimal> nothing = {"0"_d, "0"_d, "0"_d};
  CHECK(cross_weights(types(), regions(), nothing).cells == std::vector<Decimal>(9));
  const Classification none = flat(0, {{}, {}, {}});
  CHECK(cross_weights(none, none, std::vector{"1"_d, "2"_d, "0"_d}).cells == std::vector{"1"_d});
}

}  // namespace
}  // namespace ballast
