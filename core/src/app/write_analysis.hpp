// What current, target and planned weights are made of, as JSON.
#pragma once

#include <string>
#include <vector>

#include "ballast/io/document.hpp"
#include "ballast/rebalance/plan.hpp"
#include "read_analysis_request.hpp"

namespace ballast {

/// `plan`: what the request asked for, or nullptr.
[[nodiscard]] std::string write_analysis(const Document& document, const AnalysisRequest& request, const Plan* plan);

}  // namespace ballast
