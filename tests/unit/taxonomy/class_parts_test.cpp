#include "ballast/taxonomy/class_parts.hpp"

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <tuple>
#include <vector>

#include "../money/decimal_literals.hpp"

namespace ballast {
namespace {

using Row = std::tuple<std::size_t, std::optional<ClassIndex>, Decimal, Decimal>;

std::vector<Row> rows_of(const Classification& classification, const std::vector<Decimal>& amounts) {
  std::vector<Row> out;
  for (const ClassPart& part : class_parts(classification, amounts)) {
    out.emplace_back(part.position, part.in, part.share, part.weight);
  }
  return out;
}

// a over b; c stands alone.
Classification three_classes(std::vector<std::vector<ClassShare>> members) {
  Classification out;
  out.classes = {{"a", "A", {}, {}}, {"b", "B", 0, {}}, {"c", "C", {}, {}}};
  out.members = std::move(members);
  return out;
}

TEST_CASE("Parts lie in the class that is named, and what is left in none", "[taxonomy]") {
  // Of 1000: 600 whole in B; of 300 a half in A itself and a quarter in C, 75 in none; 100 cash in none.
  const Classification classification = three_classes({{{1, "1"_d}}, {{0, "0.5"_d}, {2, "0.25"_d}}, {}});
  CHECK(rows_of(classification, {"600"_d, "300"_d, "100"_d}) == std::vector<Row>{{0, 1, "1"_d, "0.6"_d},
                                                                                 {1, 0, "0.5"_d, "0.15"_d},
                                                                                 {1, 2, "0.25"_d, "0.075"_d},
                                                                                 {1, std::nullopt, "0.25"_d, "0.075"_d},
                                                                                 {2, std::nullopt, "1"_d, "0.1"_d}});
  CHECK(class_parts_count(classification) == 5);
}

TEST_CASE("Parts of a class sum to its weight where that cannot be divided evenly", "[taxonomy]") {
  // Sixths: A and B have 1/3 each of it in two equal assets, C the rest in one and cash. The classes' weights are
  // 0.333333333334 (the first of equal remainders), 0.333333333333 and 0.333333333333; the odd last digits of those
  // that halves of a class leave go to its first asset.
  Classification thirds;
  thirds.classes = {{"a", "A", {}, {}}, {"b", "B", {}, {}}, {"c", "C", {}, {}}};
  thirds.members = {{{0, "1"_d}}, {{0, "1"_d}}, {{1, "1"_d}}, {{1, "1"_d}}, {{2, "1"_d}}, {{2, "1"_d}}};
  CHECK(rows_of(thirds, std::vector<Decimal>(6, "1"_d)) == std::vector<Row>{{0, 0, "1"_d, "0.166666666667"_d},
                                                                            {1, 0, "1"_d, "0.166666666667"_d},
                                                                            {2, 1, "1"_d, "0.166666666667"_d},
                                                                            {3, 1, "1"_d, "0.166666666666"_d},
                                                                            {4, 2, "1"_d, "0.166666666667"_d},
                                                                            {5, 2, "1"_d, "0.166666666666"_d}});
}

TEST_CASE("What weighs nothing has no part", "[taxonomy]") {
  const Classification classification = three_classes({{{1, "1"_d}}, {{0, "0.5"_d}}, {{2, "1"_d}}});
  CHECK(rows_of(classification, {"0"_d, "0"_d, "0"_d}).empty());
  CHECK(rows_of(classification, {"0"_d, "0"_d, "5"_d}) == std::vector<Row>{{2, 2, "1"_d, "1"_d}});
  // A unit of a quintillion is no weight of 12 decimals.
  CHECK(rows_of(classification, {"1000000000000000000"_d, "0"_d, Decimal::smallest(18)}) ==
        std::vector<Row>{{0, 1, "1"_d, "1"_d}});
  CHECK(class_parts_count(classification) == 4);
}

}  // namespace
}  // namespace ballast
