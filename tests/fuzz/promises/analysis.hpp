#pragma once

#include "support/json.hpp"

namespace ballast::fuzz {

/// What must hold of the value of `analyze`.
void check_analysis(const Json& analysis, const Json& document, const Json& request);

}  // namespace ballast::fuzz
