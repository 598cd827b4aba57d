// A JSON text as plain data, read under limits: nothing nested too deeply, no key twice, nothing after its end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ballast/base/result.hpp"

namespace ballast {

struct JsonMember;

struct JsonValue {
  enum class Kind : std::uint8_t { kNull, kBoolean, kNumber, kText, kList, kObject };

  Kind kind = Kind::kNull;
  bool boolean = false;
  std::string text;  ///< of a text; of a number: as it stands in the source where it is not whole
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;  ///< of an object, in the order of the text

  [[nodiscard]] const JsonValue* find(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

/// "a text", "a list", …: for messages.
[[nodiscard]] std::string_view kind_name(JsonValue::Kind kind);

/// Problems are about `source`: kTextTooLong, kTextNotUtf8, kTextNotJson, kTextTooDeep, kTextDuplicateKey, kTooMany.
[[nodiscard]] Result<JsonValue> parse_json(std::string_view text, Source source, std::size_t byte_limit);

}  // namespace ballast
