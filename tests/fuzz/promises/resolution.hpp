#pragma once

#include <optional>
#include <string>

#include "support/json.hpp"

namespace ballast::fuzz {

/// What must hold of the value of `resolve`.
void check_resolution(const Json& resolution, const Json& document);

/// The document with the relaxation of its conflict made, where one is offered: its rules can be kept.
[[nodiscard]] std::optional<std::string> relaxed_document(const Json& resolution, const Json& document);

}  // namespace ballast::fuzz
