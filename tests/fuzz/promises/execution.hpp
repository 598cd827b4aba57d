// Promises of `carry_out`.
#pragma once

#include "support/json.hpp"

namespace ballast::fuzz {

/// What must hold of the value of `carry_out`: no money and no quantity comes from nowhere or is lost.
void check_execution(const Json& after, const Json& document, const Json& request);

}  // namespace ballast::fuzz
