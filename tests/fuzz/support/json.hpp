// JSON of the fuzzers: another library's than the core's own `JsonValue`, with members in the order of the text.
#pragma once

#include <nlohmann/json.hpp>

namespace ballast::fuzz {

using Json = nlohmann::ordered_json;

}  // namespace ballast::fuzz
