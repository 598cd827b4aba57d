// An analysis request: which classifications to cross, which to name the parts of, and a plan whose outcome is looked
// at too.
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
  std::vector<std::size_t> parts;                ///< classifications, each at most once; limits::kParts parts together
  std::optional<PlanRequest> plan;
};

/// An empty text asks for none of them.
[[nodiscard]] Result<AnalysisRequest> read_analysis_request(std::string_view text, const Document& document);

}  // namespace ballast
