// A document of format version 1 (docs/format/document.md, public/schema/document-1.json).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "ballast/base/result.hpp"
#include "ballast/io/intake.hpp"
#include "ballast/model/portfolio.hpp"
#include "ballast/policy/policy.hpp"

namespace ballast {

inline constexpr int kDocumentVersion = 1;

struct Document {
  std::string title;
  Portfolio portfolio;
  Policy policy;
  IdIndex account_ids;  ///< for requests, which name accounts by id
};

/// The document, or every problem in it. What it gives keeps the preconditions of make_plan.
[[nodiscard]] Result<Document> read_document(std::string_view text);

}  // namespace ballast
