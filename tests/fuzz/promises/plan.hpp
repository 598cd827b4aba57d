#pragma once

#include "support/json.hpp"

namespace ballast::fuzz {

/// What must hold of the value of `plan`: the law of the house, worked out anew from the two texts and the trades.
void check_plan(const Json& plan, const Json& document, const Json& request);

}  // namespace ballast::fuzz
