// What holds of every list of weights.
#pragma once

#include "support/json.hpp"

namespace ballast::fuzz {

/// The members named sum to exactly 1, or are all 0; each lies in 0 … 1. Whether they are all 0.
bool check_weights(const Json& rows, const char* member);

/// Rows stand for the document's assets in their order, then for cash (null).
void check_asset_order(const Json& rows, const Json& document);

/// Per classification: the classes of the first level and what is unclassified sum to the whole.
void check_class_rows(const Json& classes, const Json& document, const char* weight, bool nothing_weighs);

}  // namespace ballast::fuzz
