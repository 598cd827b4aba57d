// Replies as JSON. Fields are in the order written here, so equal replies are equal bytes.
#pragma once

#include <string>
#include <vector>

#include "ballast/base/result.hpp"
#include "ballast/io/document.hpp"
#include "ballast/policy/notices.hpp"
#include "ballast/rebalance/plan.hpp"

namespace ballast {

[[nodiscard]] std::string write_failure(const Problems& problems);
[[nodiscard]] std::string write_description();
[[nodiscard]] std::string write_validation(const std::vector<Notice>& notices);
[[nodiscard]] std::string write_summary(const Document& document, const std::vector<Notice>& notices);
[[nodiscard]] std::string write_plan(const Document& document, const Plan& plan, const std::vector<Notice>& notices);

}  // namespace ballast
