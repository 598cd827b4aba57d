// Reading a JSON text that is not limited, and what is wrong with one that cannot be read.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "ballast/io/json_value.hpp"

namespace ballast {

inline constexpr std::size_t kNoLimit = std::size_t{1} << 30U;

inline Result<JsonValue> parse(std::string_view text) { return parse_json(text, Source::kDocument, kNoLimit); }

// The only problem of a text that cannot be read.
inline Problem problem_of(std::string_view text) {
  const Result<JsonValue> parsed = parse(text);
  REQUIRE_FALSE(parsed.ok());
  REQUIRE(parsed.problems().size() == 1);
  return parsed.problems().front();
}

inline std::string parameter(const Problem& problem, std::string_view name) {
  for (const auto& [key, value] : problem.parameters) {
    if (key == name) return value;
  }
  return "(none)";
}

}  // namespace ballast
