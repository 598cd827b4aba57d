// Replies of the commands, read back as data.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "ballast/io/json_value.hpp"

namespace ballast {

inline JsonValue reply_data(const std::string& reply) {
  Result<JsonValue> parsed = parse_json(reply, Source::kEngine, std::size_t{1} << 30U);
  REQUIRE(parsed.ok());
  return std::move(parsed).value();
}

// The member at the end of a path of names and numbers, which must be there.
inline const JsonValue& at(const JsonValue& value, const std::vector<std::string>& path) {
  const JsonValue* here = &value;
  for (const std::string& step : path) {
    CAPTURE(step);
    if (here->kind == JsonValue::Kind::kList) {
      const std::size_t index = std::stoul(step);
      REQUIRE(index < here->items.size());
      here = &here->items[index];
    } else {
      here = here->find(step);
      REQUIRE(here != nullptr);
    }
  }
  return *here;
}

inline std::string text_at(const JsonValue& value, const std::vector<std::string>& path) {
  return at(value, path).text;
}

// "request number/malformed /minimum_trade_value text=1,5" for each error; none where the reply is ok.
inline std::vector<std::string> errors_in(const std::string& reply) {
  const JsonValue data = reply_data(reply);
  std::vector<std::string> out;
  if (at(data, {"ok"}).boolean) return out;
  for (const JsonValue& error : at(data, {"errors"}).items) {
    std::string line = text_at(error, {"source"}) + " " + text_at(error, {"code"}) + " " + text_at(error, {"pointer"});
    for (const auto& [name, value] : at(error, {"parameters"}).members) line += " " + name + "=" + value.text;
    CHECK_FALSE(text_at(error, {"message"}).empty());
    out.push_back(std::move(line));
  }
  CHECK_FALSE(out.empty());
  return out;
}

}  // namespace ballast
