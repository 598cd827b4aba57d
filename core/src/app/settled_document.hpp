// A document whose targets are known: as it gives them, or as they follow from its rules; and narrowed to the group of
// accounts that it names.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ballast/allocation/resolve_targets.hpp"
#include "ballast/io/document.hpp"
#include "ballast/policy/notices.hpp"

namespace ballast {

struct SettledDocument {
  Document document;                        ///< its policy has weights
  std::optional<ResolvedTargets> resolved;  ///< where they come from rules
};

/// Rules that conflict are no problem here: the weights are then those of the relaxed rules, and `resolved` says so.
[[nodiscard]] Result<SettledDocument> settle_document(std::string_view text);

/// A problem where rules conflict: a plan toward targets that nobody set is not made.
[[nodiscard]] Problems conflict_of(const SettledDocument& settled);

[[nodiscard]] std::vector<Notice> notices_of(const SettledDocument& settled);

/// Where a rule stands in the document, and where its number does.
[[nodiscard]] std::string rule_pointer(const Document& document, RuleName name);
[[nodiscard]] std::string change_pointer(const Document& document, const RuleChange& change);

}  // namespace ballast
