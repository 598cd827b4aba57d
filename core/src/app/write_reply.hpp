// Replies as JSON. Fields are in the order written here, so equal replies are equal bytes.
#pragma once

#include <string>
#include <vector>

#include "ballast/base/result.hpp"
#include "ballast/rebalance/plan.hpp"
#include "settled_document.hpp"

namespace ballast {

[[nodiscard]] std::string write_failure(const Problems& problems);
[[nodiscard]] std::string write_description();
[[nodiscard]] std::string write_validation(const std::vector<Notice>& notices);
[[nodiscard]] std::string write_summary(const SettledDocument& settled);
[[nodiscard]] std::string write_plan(const SettledDocument& settled, const Plan& plan);

}  // namespace ballast
