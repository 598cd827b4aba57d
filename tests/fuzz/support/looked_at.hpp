// What of a valid document a command looks at: all of it, or a group of its accounts with the group's policy.
#pragma once

#include "support/json.hpp"

namespace ballast::fuzz {

[[nodiscard]] Json looked_at(const Json& document);

}  // namespace ballast::fuzz
