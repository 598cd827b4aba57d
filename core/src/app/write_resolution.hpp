// The reply to the command `resolve`.
#pragma once

#include <string>

#include "settled_document.hpp"

namespace ballast {

[[nodiscard]] std::string write_resolution(const SettledDocument& settled);

}  // namespace ballast
