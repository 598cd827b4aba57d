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

/// The member "policy" of a document or a group.
struct TargetPolicy {
  /// Without weights where `rules` say the targets: those come from `allocation`.
  Policy policy;
  std::optional<TargetRules> rules;
};

/// Accounts that belong together: another person's, or those for another purpose.
struct AccountGroup {
  std::string id;
  std::string name;
  std::vector<AccountIndex> accounts;  ///< rising, at least one
  std::optional<TargetPolicy> policy;  ///< none: the document's
};

struct Document : TargetPolicy {
  std::string title;
  Portfolio portfolio;
  std::vector<Classification> classifications;
  std::vector<AccountGroup> groups;
  std::optional<std::size_t> group;        ///< the one that is looked at alone; none: the whole
  std::string policy_pointer = "/policy";  ///< where the policy stands that counts
  IdIndex account_ids;                     ///< for requests, which name accounts by id
};

/// As if there were no accounts but those of the group that is looked at, with its policy; unchanged where it is the
/// whole.
[[nodiscard]] Document narrowed_to_group(Document document);

/// The document, or every problem in it. What it gives keeps the preconditions of make_plan.
[[nodiscard]] Result<Document> read_document(std::string_view text);

}  // namespace ballast
