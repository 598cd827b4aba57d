// A document of format version 1 (docs/format/document.md, public/schema/document-1.json).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ballast/base/result.hpp"
#include "ballast/io/intake.hpp"
#include "ballast/model/portfolio.hpp"
#include "ballast/policy/policy.hpp"
#include "ballast/policy/target_rules.hpp"
#include "ballast/taxonomy/classification.hpp"

namespace ballast {

inline constexpr int kDocumentVersion = 1;

struct Document {
  std::string title;
  Portfolio portfolio;
  std::vector<Classification> classifications;
  /// Without weights where `rules` say the targets: those come from `allocation`.
  Policy policy;
  std::optional<TargetRules> rules;
  IdIndex account_ids;  ///< for requests, which name accounts by id
};

/// The document, or every problem in it. What it gives keeps the preconditions of make_plan.
[[nodiscard]] Result<Document> read_document(std::string_view text);

}  // namespace ballast
