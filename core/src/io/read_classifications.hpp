// The member "classifications" of a document.
#pragma once

#include "document_context.hpp"

namespace ballast {

/// Needs the assets; leaves market-cap tiers assigned.
void read_classifications(DocumentContext& context, Fields& document);

}  // namespace ballast
