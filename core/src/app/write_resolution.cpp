#include "write_resolution.hpp"

#include "write_parts.hpp"

namespace ballast {
namespace {

void write_targets(JsonWriter& json, const SettledDocument& settled) {
  const Document& document = settled.document;
  json.key("targets");
  json.begin_list();
  for (std::size_t i = 0; i < document.policy.targets.size(); ++i) {
    const Decimal weight = document.policy.targets[i].weight;
    json.begin_object();
    write_position_id(json, document.portfolio, i);
    write_field(json, "weight", weight);
    write_field(json, "prior", settled.resolved ? settled.resolved->prior[i] : weight);
    json.end_object();
  }
  json.end_list();
}

std::string text_of(const Document& document, RuleName name) {
  return document.rules ? rule_text(document.portfolio, document.classifications, *document.rules, name)
                        : std::string();
}

void write_rules(JsonWriter& json, const SettledDocument& settled) {
  json.key("rules");
  json.begin_list();
  if (settled.resolved) {
    for (const RuleOutcome& outcome : settled.resolved->outcomes) {
      json.begin_object();
      json.field("pointer", rule_pointer(settled.document, outcome.name));
      json.field("text", text_of(settled.document, outcome.name));
      write_optional_field(json, "share", outcome.share);
      json.field("binding", outcome.binding);
      json.end_object();
    }
  }
  json.end_list();
}

void write_check(JsonWriter& json, const SettledDocument& settled) {
  json.key("check");
  json.begin_object();
  write_field(json, "violation", settled.resolved ? settled.resolved->violation : Decimal());
  write_field(json, "gap", settled.resolved ? settled.resolved->gap : Decimal());
  json.end_object();
}

void write_conflict(JsonWriter& json, const Document& document, const RuleConflict& conflict) {
  json.begin_object();
  json.key("rules");
  json.begin_list();
  for (const RuleName name : conflict.rules) {
    json.begin_object();
    json.field("pointer", rule_pointer(document, name));
    json.field("text", text_of(document, name));
    json.end_object();
  }
  json.end_list();
  json.key("relaxation");
  json.begin_list();
  for (const RuleChange& change : conflict.relaxation) {
    if (!document.rules) continue;
    const TargetRules changed = relaxed(*document.rules, {change});
    json.begin_object();
    json.field("pointer", change_pointer(document, change));
    write_field(json, "from", change.from);
    write_field(json, "to", change.to);
    json.field("text", text_of(document, change.name));
    json.field("relaxed_text", rule_text(document.portfolio, document.classifications, changed, change.name));
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

}  // namespace

std::string write_resolution(const SettledDocument& settled) {
  return success([&](JsonWriter& json) {
    const bool infeasible = settled.resolved && !settled.resolved->feasible && settled.resolved->conflict;
    json.field("status", !settled.resolved ? "given" : (infeasible ? "infeasible" : "resolved"));
    write_targets(json, settled);
    write_rules(json, settled);
    write_check(json, settled);
    json.key("conflict");
    if (infeasible) {
      write_conflict(json, settled.document, *settled.resolved->conflict);
    } else {
      json.value(nullptr);
    }
    write_notices(json, notices_of(settled));
  });
}

}  // namespace ballast
