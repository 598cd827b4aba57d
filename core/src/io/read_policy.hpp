// The member "policy" of a document: targets as weights or as rules, and bands.
#pragma once

#include "document_context.hpp"

namespace ballast {

/// Needs the assets and the classifications.
void read_policy(DocumentContext& context, const JsonValue& value, const Place& place);

}  // namespace ballast
