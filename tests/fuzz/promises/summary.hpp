#pragma once

#include "support/json.hpp"

namespace ballast::fuzz {

/// What must hold of the value of `summarize`.
void check_summary(const Json& summary, const Json& document);

}  // namespace ballast::fuzz
