#include <string>

#include "ballast/allocation/resolve_targets.hpp"

namespace ballast {
namespace {

std::string per_cent(Decimal share) {
  return multiply(share, Decimal::from_integer(100), Rounding::kHalfEven).text() + " %";
}

std::string class_text(const std::vector<Classification>& classifications, ClassPlace place) {
  const Classification& classification = classifications[place.classification];
  return classification.name + ": " + classification.classes[place.in].name;
}

}  // namespace

std::string rule_text(const Portfolio& portfolio, const std::vector<Classification>& classifications,
                      const TargetRules& rules, RuleName name) {
  if (name.kind == RuleName::Kind::kLargest) {
    return "Only the " + std::to_string(rules.largest.value_or(0)) + " largest assets";
  }
  if (name.kind == RuleName::Kind::kMostPerAsset) {
    return "Each asset ≤ " + per_cent(rules.most_per_asset.value_or(Decimal::from_integer(1)));
  }

  const TargetRule& rule = rules.rules[name.rule];
  std::string text;
  if (const auto* position = std::get_if<PositionSubject>(&rule.subject)) {
    text = position->position < portfolio.assets.size() ? portfolio.assets[position->position].symbol : "Cash";
  } else {
    text = class_text(classifications, std::get<ClassPlace>(rule.subject));
  }
  if (rule.exact) {
    text += " = " + per_cent(rule.least);
  } else if (rule.has_least && rule.has_most) {
    text += " " + per_cent(rule.least) + " – " + per_cent(rule.most);
  } else {
    text += rule.has_least ? " ≥ " + per_cent(rule.least) : " ≤ " + per_cent(rule.most);
  }
  if (rule.of) text += " of " + class_text(classifications, *rule.of);
  return text;
}

}  // namespace ballast
