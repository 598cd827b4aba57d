#include "ballast/taxonomy/class_values.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "../../reference/draw.hpp"
#include "../money/decimal_literals.hpp"

namespace ballast {
namespace {

// a over b and c, c over d; e stands alone.
Classification five_classes(std::vector<std::vector<ClassShare>> members) {
  Classification out;
  out.classes = {{"a", "A", {}, {}}, {"b", "B", 0, {}}, {"c", "C", 0, {}}, {"d", "D", 2, {}}, {"e", "E", {}, {}}};
  out.members = std::move(members);
  return out;
}

TEST_CASE("A class holds what lies in it and below it", "[taxonomy]") {
  // 1000: 250 in D, 500 in B, 100 in A itself, 150 unclassified. 40 in E. Cash 8: 2 in C, 6 unclassified.
  const Classification classification =
      five_classes({{{3, "0.25"_d}, {1, "0.5"_d}, {0, "0.1"_d}}, {{4, "1"_d}}, {{2, "0.25"_d}}});
  const std::vector<Decimal> amounts = {"1000"_d, "40"_d, "8"_d};
  const ClassAmounts values = class_amounts(classification, amounts);
  CHECK(values.classes == std::vector{"852"_d, "500"_d, "252"_d, "250"_d, "40"_d});
  CHECK(values.unclassified == "156"_d);
}

TEST_CASE("Weights of classes have 12 decimals and sum to 1", "[taxonomy]") {
  const Classification thirds = five_classes({{{1, "1"_d}}, {{3, "1"_d}}, {}});
  const ClassAmounts weights = class_weights(thirds, std::vector{"1"_d, "1"_d, "1"_d});
  CHECK(weights.classes ==
        std::vector{"0.666666666667"_d, "0.333333333334"_d, "0.333333333333"_d, "0.333333333333"_d, "0"_d});
  CHECK(weights.unclassified == "0.333333333333"_d);
  const ClassAmounts nothing = class_weights(thirds, std::vector<Decimal>(3));
  CHECK(nothing.classes == std::vector<Decimal>(5));
  CHECK(nothing.unclassified == "0"_d);
}

TEST_CASE("What cannot be divided evenly still sums to the last digit", "[taxonomy]") {
  Classification three = five_classes({});
  three.classes = {{"a", "A", {}, {}}, {"b", "B", {}, {}}, {"c", "C", {}, {}}};
  three.members = {{{0, "0.333333333333333333"_d}, {1, "0.333333333333333333"_d}, {2, "0.333333333333333334"_d}}, {}};
  // One unit goes to the largest remainder; of two, the first of the equal ones has the second.
  const Decimal unit = Decimal::smallest(18);
  CHECK(class_amounts(three, std::vector{unit, "0"_d}).classes == std::vector{"0"_d, "0"_d, unit});
  CHECK(class_amounts(three, std::vector{unit + unit, "0"_d}).classes == std::vector{unit, "0"_d, unit});
}

Decimal sum_of(const std::vector<Decimal>& amounts) {
  Decimal sum;
  for (const Decimal amount : amounts) sum += amount;
  return sum;
}

TEST_CASE("Random trees: every level sums exactly, and each class is its members' shares", "[taxonomy]") {
  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    test::Draw draw(seed);
    INFO("seed " << seed);
    Classification classification;
    const auto classes = static_cast<std::size_t>(draw.between(0, 8));
    for (ClassIndex c = 0; c < classes; ++c) {
      std::optional<ClassIndex> parent;
      if (c > 0 && !draw.one_in(3)) parent = draw.below(c);
      classification.classes.push_back({std::to_string(c), "C", parent, {}});
    }
    const auto positions = static_cast<std::size_t>(draw.between(1, 6));
    std::vector<Decimal> amounts;
    for (std::size_t i = 0; i < positions; ++i) {
      // From single units to quintillions.
      const int digits = draw.between(0, 37);
      Int128 units = 0;
      for (int k = 0; k < digits; ++k) units = units * 10 + draw.between(0, 9);
      amounts.push_back(Decimal::from_units(units));
      std::vector<ClassShare>& members = classification.members.emplace_back();
      Int128 left = Decimal::from_integer(1).units();
      for (ClassIndex c = 0; c < classes && left > 0; ++c) {
        if (draw.one_in(2)) continue;
        const Int128 share =
            draw.one_in(6) ? left : 1 + static_cast<Int128>(draw.next() % static_cast<std::uint64_t>(left));
        members.push_back({c, Decimal::from_units(share)});
        left -= share;
      }
    }

    const ClassAmounts values = class_amounts(classification, amounts);
    const ClassAmounts weights = class_weights(classification, amounts);
    Decimal top = values.unclassified;
    Decimal top_weight = weights.unclassified;
    const Decimal total = sum_of(amounts);
    for (ClassIndex c = 0; c < classes; ++c) {
      if (!classification.classes[c].parent) {
        top += values.classes[c];
        top_weight += weights.classes[c];
      }
      // Each position is rounded to a unit in each class directly named.
      Decimal expected;
      Decimal below;
      for (std::size_t i = 0; i < positions; ++i) {
        expected += multiply(amounts[i], share_in(classification, i, c), Rounding::kHalfEven);
      }
      CHECK(absolute(values.classes[c] - expected) <= Decimal::from_units(54));
      for (ClassIndex child = c + 1; child < classes; ++child) {
        if (classification.classes[child].parent == c) below += values.classes[child];
      }
      CHECK(values.classes[c] >= below);
      if (total.is_zero()) continue;
      const Decimal quantum = Decimal::smallest(12);
      CHECK(weights.classes[c] == round_to_multiple(weights.classes[c], quantum, Rounding::kDown));
      CHECK(absolute(weights.classes[c] - divide(values.classes[c], total, Rounding::kHalfEven)) <=
            Decimal::from_units(9 * quantum.units()));
    }
    CHECK(top == total);
    CHECK(top_weight == (total.is_zero() ? Decimal() : Decimal::from_integer(1)));
  }
}

}  // namespace
}  // namespace ballast
