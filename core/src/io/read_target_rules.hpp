// Targets said by rules: the members "prior", "rules", "largest" and "most_per_asset" of a policy.
#pragma once

#include "document_context.hpp"

namespace ballast {

void read_target_rules(DocumentContext& context, Fields& policy);

}  // namespace ballast
