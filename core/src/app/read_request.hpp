// A plan request (docs/format/request.md) for a document that has been read.
#pragma once

#include <string_view>

#include "ballast/base/result.hpp"
#include "ballast/io/document.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// An empty text is the request with all defaults.
[[nodiscard]] Result<PlanRequest> read_request(std::string_view text, const Document& document);

/// The same where it is a part of another request; what is wrong is reported.
[[nodiscard]] PlanRequest read_plan_request(Intake& intake, const JsonValue& value, const Place& place,
                                            const Document& document);

/// Whether a day is needed: tax depends on how long lots were held.
[[nodiscard]] bool has_taxed_lots(const Portfolio& portfolio);

}  // namespace ballast
