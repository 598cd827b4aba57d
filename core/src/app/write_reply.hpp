// Replies as JSON. Field order is the order written here, so equal replies are equal bytes.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ballast/base/result.hpp"
#include "ballast/io/document.hpp"
#include "ballast/policy/notices.hpp"
#include "ballast/rebalance/plan.hpp"

namespace ballast {

using Json = nlohmann::ordered_json;

[[nodiscard]] std::string success(Json value);
[[nodiscard]] std::string failure(const Problems& problems);

[[nodiscard]] Json write_currency(const Currency& currency);
[[nodiscard]] Json write_notices(const std::vector<Notice>& notices);
[[nodiscard]] Json write_band(const std::optional<BandEdges>& band);
[[nodiscard]] Json write_drift(const Drift& drift);
[[nodiscard]] Json write_plan(const Document& document, const Plan& plan, const std::vector<Notice>& notices);

}  // namespace ballast
