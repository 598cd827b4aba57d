// What must hold of every reply, whatever the command and whatever the input.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "support/input.hpp"
#include "support/json.hpp"

namespace ballast::fuzz {

/// Runs the command twice and checks its reply: the same bytes both times, JSON, no fault of the engine's, every error
/// with a known code and a pointer that leads somewhere. The whole reply.
[[nodiscard]] Json checked_reply(const std::function<std::string()>& command, const Input& input);

/// Whether a reply says "ok".
[[nodiscard]] bool is_ok(const Json& reply);

/// Whether all that a reply complains of is that amounts leave the range.
[[nodiscard]] bool is_too_large(const Json& reply);

/// Notices: known codes, and places that exist in the document.
void check_notices(const Json& notices, const Json& document);

/// "" or a pointer to something that is there.
[[nodiscard]] bool leads_somewhere(const std::string& pointer, const Json& text);

}  // namespace ballast::fuzz
