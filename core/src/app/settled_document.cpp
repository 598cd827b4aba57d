#include "settled_document.hpp"

#include <utility>

namespace ballast {
namespace {

ReasonCode without_prior(Prior::Kind kind) {
  return kind == Prior::Kind::kInverseVolatility ? ReasonCode::kNoVolatility : ReasonCode::kNoMarketCap;
}

// Assets that a prior is meant to weigh and cannot.
void add_missing_priors(const std::vector<Asset>& assets, Prior::Kind kind, std::vector<Notice>& notices) {
  const bool by_asset = kind == Prior::Kind::kMarketCap || kind == Prior::Kind::kSquareRootMarketCap ||
                        kind == Prior::Kind::kInverseVolatility;
  if (!by_asset) return;
  for (AssetIndex i = 0; i < assets.size(); ++i) {
    const bool known = kind == Prior::Kind::kInverseVolatility ? assets[i].annual_volatility.has_value()
                                                               : assets[i].market_cap.has_value();
    if (known || assets[i].price.is_zero()) continue;
    notices.push_back({without_prior(kind), {{"symbol", assets[i].symbol}}, "/assets/" + std::to_string(i)});
  }
}

std::string names_of(const SettledDocument& settled, const std::vector<RuleName>& names) {
  const Document& document = settled.document;
  std::string text;
  if (!document.rules) return text;
  for (const RuleName name : names) {
    text += (text.empty() ? "" : "; ") + rule_text(document.portfolio, document.classifications, *document.rules, name);
  }
  return text;
}

}  // namespace

Result<SettledDocument> settle_document(std::string_view text) {
  Result<Document> document = read_document(text);
  if (!document.ok()) return document.problems();
  SettledDocument settled{narrowed_to_group(std::move(document).value()), std::nullopt};
  Document& read = settled.document;
  if (read.rules) {
    ResolvedTargets resolved = resolve_targets(read.portfolio, read.classifications, *read.rules);
    for (std::size_t i = 0; i < read.policy.targets.size(); ++i) read.policy.targets[i].weight = resolved.weights[i];
    settled.resolved = std::move(resolved);
  }
  return settled;
}

Problems conflict_of(const SettledDocument& settled) {
  if (!settled.resolved || settled.resolved->feasible || !settled.resolved->conflict) return {};
  const std::vector<RuleName>& rules = settled.resolved->conflict->rules;
  return {{ErrorCode::kRulesConflict,
           Source::kDocument,
           settled.document.policy_pointer + "/rules",
           {{"rules", names_of(settled, rules)}}}};
}

std::vector<Notice> notices_of(const SettledDocument& settled) {
  std::vector<Notice> notices = find_notices(settled.document.portfolio, settled.document.policy);
  const std::string& policy = settled.document.policy_pointer;
  if (!settled.resolved) {
    for (Notice& notice : notices) {
      if (notice.pointer == "/policy/targets") notice.pointer = policy + "/targets";
    }
    return notices;
  }
  for (Notice& notice : notices) {
    if (notice.pointer == "/policy/targets") notice.pointer = policy + "/rules";
  }
  if (settled.resolved->prior_says_nothing) {
    notices.push_back({ReasonCode::kEmptyPrior, {}, policy + "/prior"});
  } else if (settled.document.rules) {
    add_missing_priors(settled.document.portfolio.assets, settled.document.rules->prior.kind, notices);
  }
  for (const RuleOutcome& outcome : settled.resolved->outcomes) {
    if (!outcome.of_nothing) continue;
    notices.push_back({ReasonCode::kRuleOfNothing,
                       {{"rule", names_of(settled, {outcome.name})}},
                       rule_pointer(settled.document, outcome.name)});
  }
  if (!settled.resolved->feasible && settled.resolved->conflict) {
    notices.push_back({ReasonCode::kRulesRelaxed,
                       {{"rules", names_of(settled, settled.resolved->conflict->rules)}},
                       policy + "/rules"});
  }
  return notices;
}

std::string rule_pointer(const Document& document, RuleName name) {
  switch (name.kind) {
    case RuleName::Kind::kLargest:
      return document.policy_pointer + "/largest";
    case RuleName::Kind::kMostPerAsset:
      return document.policy_pointer + "/most_per_asset";
    case RuleName::Kind::kRule:
      break;
  }
  return document.policy_pointer + "/rules/" + std::to_string(name.rule);
}

std::string change_pointer(const Document& document, const RuleChange& change) {
  std::string rule = rule_pointer(document, change.name);
  if (change.name.kind != RuleName::Kind::kRule) return rule;
  switch (change.bound) {
    case RuleChange::Bound::kExact:
      return rule + "/exact";
    case RuleChange::Bound::kLeast:
      return rule + "/least";
    case RuleChange::Bound::kMost:
      break;
  }
  return rule + "/most";
}

}  // namespace ballast
