#pragma once

#include "support/json.hpp"

namespace ballast::fuzz {

/// What must hold of the value of `profile`.
void check_profile(const Json& profile);

}  // namespace ballast::fuzz
