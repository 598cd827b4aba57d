// An analysis request: which classifications to cross, and a plan whose outcome is looked at too.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ballast/base/result.hpp"
#include "ballast/io/document.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// Two of the document's classifications.
struct ClassificationPair {
  std::size_t rows = 0;
  std::size_t columns = 0;
};

struct AnalysisRequest {
  std::vector<ClassificationPair> cross_tables;  ///< at most limits::kCrossTables, limits::kCells together
  std::optional<PlanRequest> plan;
};

/// An empty text asks for neither.
[[nodiscard]] Result<AnalysisRequest> read_analysis_request(std::string_view text, const Document& document);

}  // namespace ballast
