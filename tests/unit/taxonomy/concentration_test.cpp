#include "ballast/taxonomy/concentration.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "../money/decimal_literals.hpp"

namespace ballast {
namespace {

Decimal effective(const std::vector<Decimal>& amounts) { return effective_number(amounts); }

TEST_CASE("as many effective ones as there are equal ones", "[taxonomy][concentration]") {
  CHECK(effective({"7"_d}) == "1"_d);
  CHECK(effective({"5"_d, "5"_d}) == "2"_d);
  CHECK(effective({"1"_d, "1"_d, "1"_d}) == "3"_d);
  CHECK(effective(std::vector<Decimal>(7, "0.000000000000000001"_d)) == "7"_d);
  CHECK(effective(std::vector<Decimal>(10'000, "1"_d)) == "10000"_d);
}

TEST_CASE("unequal amounts count for less", "[taxonomy][concentration]") {
  CHECK(effective({"50"_d, "30"_d, "20"_d}) == "2.632"_d);                              // 1/0.38 = 2.63157…
  CHECK(effective({"3"_d, "1"_d}) == "1.6"_d);                                          // 16/10
  CHECK(effective({"0.9"_d, "0.1"_d}) == "1.22"_d);                                     // 1/0.82 = 1.21951…
  CHECK(effective({"60000000000000000000"_d, "40000000000000000000"_d}) == "1.923"_d);  // 1/0.52 = 1.92307…
}

TEST_CASE("what is 0 does not count", "[taxonomy][concentration]") {
  CHECK(effective({"0"_d, "3"_d, "0"_d, "1"_d}) == "1.6"_d);
  CHECK(effective({"0"_d, "0"_d}) == "0"_d);
  CHECK(effective({}) == "0"_d);
}

TEST_CASE("the largest, the first of equal ones", "[taxonomy][concentration]") {
  const auto largest = [](const std::vector<Decimal>& amounts) { return largest_amount(amounts); };
  CHECK(largest({"1"_d, "3"_d, "2"_d}) == 1U);
  CHECK(largest({"0"_d, "3"_d, "3"_d}) == 1U);
  CHECK_FALSE(largest({"0"_d, "0"_d}).has_value());
  CHECK_FALSE(largest({}).has_value());
}

TEST_CASE("top-level classes hold what lies below them", "[taxonomy][concentration]") {
  Classification tree;
  tree.classes = {
      {"a", "A", {}, {}}, {"a1", "A1", 0, {}}, {"a2", "A2", 0, {}}, {"b", "B", {}, {}}, {"b1", "B1", 3, {}}};
  CHECK(top_level_classes(tree) == std::vector<ClassIndex>{0, 3});
  tree.members = {{{1, "1"_d}}, {{2, "0.5"_d}, {4, "0.3"_d}}, {}};
  const std::vector<Decimal> amounts = {"100"_d, "10"_d, "7"_d};
  // A 100 + 5, B 3, unclassified 2 + 7
  CHECK(top_level_amounts(tree, class_amounts(tree, amounts)) == std::vector{"105"_d, "3"_d, "9"_d});
}

}  // namespace
}  // namespace ballast
