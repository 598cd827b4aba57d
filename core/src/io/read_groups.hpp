// The members "groups" and "group" of a document: accounts that are looked at alone.
#pragma once

#include "document_context.hpp"

namespace ballast {

/// Needs the accounts, and what a policy needs.
void read_groups(DocumentContext& context, Fields& document);

}  // namespace ballast
