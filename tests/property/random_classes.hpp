// Random trees of classes, random shares of positions in them, and random amounts.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ballast/taxonomy/classification.hpp"

// clang-format off: rapidcheck's bridge asks for Catch2's header before it
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
// clang-format on

namespace ballast::test {

inline constexpr std::int64_t kWhole = 1'000'000'000'000'000'000;

inline Classification any_classification(std::size_t positions) {
  Classification out;
  const auto classes = *rc::gen::inRange<std::size_t>(0, 7);
  for (ClassIndex c = 0; c < classes; ++c) {
    std::optional<ClassIndex> parent;
    if (c > 0 && *rc::gen::arbitrary<bool>()) parent = *rc::gen::inRange<std::size_t>(0, c);
    out.classes.push_back({std::to_string(c), "C", parent, {}});
  }
  out.members.resize(positions);
  for (std::vector<ClassShare>& members : out.members) {
    std::int64_t left = kWhole;
    for (ClassIndex c = 0; c < classes && left > 0; ++c) {
      if (!*rc::gen::arbitrary<bool>()) continue;
      const std::int64_t share = *rc::gen::inRange<std::int64_t>(1, left + 1);
      members.push_back({c, Decimal::from_units(share)});
      left -= share;
    }
  }
  return out;
}

inline std::vector<Decimal> any_amounts(std::size_t count) {
  std::vector<Decimal> out;
  for (std::size_t i = 0; i < count; ++i) {
    // From single units to quintillions.
    const std::int64_t units = *rc::gen::inRange<std::int64_t>(0, kWhole);
    const std::int64_t whole = *rc::gen::element<std::int64_t>(0, 0, 1, 1'000'000, 1'000'000'000'000'000'000);
    out.push_back(Decimal::from_units(units) + Decimal::from_integer(whole));
  }
  return out;
}

}  // namespace ballast::test
