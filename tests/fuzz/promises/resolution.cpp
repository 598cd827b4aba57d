#include "promises/resolution.hpp"

#include "promises/reply.hpp"
#include "promises/weights.hpp"
#include "support/broken.hpp"
#include "support/exact.hpp"

namespace ballast::fuzz {
namespace {

// Weights have twelve decimals; a share of a small class is a quotient of two of them and proves nothing this sharply.
const Exact& share_tolerance() {
  static const Exact value = power_of_ten(18 - 10);
  return value;
}

void check_plain_rule(const Json& rule, const Json& answer) {
  if (rule.contains("of") || answer.at("share").is_null()) return;
  const Exact share = exact(answer.at("share"));
  const Exact least = exact_or(rule, rule.contains("exact") ? "exact" : "least", "0");
  const Exact most = exact_or(rule, rule.contains("exact") ? "exact" : "most", "1");
  if (share < least - share_tolerance() || share > most + share_tolerance()) {
    broken("resolved rules are kept", answer.dump() + " of " + rule.dump());
  }
}

void check_rules(const Json& resolution, const Json& document) {
  const Json& policy = document.at("policy");
  const Json rules = policy.value("rules", Json::array());
  const Json& answers = resolution.at("rules");
  const std::size_t more = rules.empty() && !policy.contains("rules")
                               ? 0
                               : (policy.contains("largest") ? 1U : 0U) + (policy.contains("most_per_asset") ? 1U : 0U);
  must(answers.size() == rules.size() + more, "every rule is answered");
  for (const Json& answer : answers) {
    if (!leads_somewhere(answer.at("pointer"), document)) broken("a rule leads somewhere", answer.dump());
  }
  if (resolution.at("status") != "resolved") return;
  for (std::size_t i = 0; i < rules.size(); ++i) check_plain_rule(rules[i], answers[i]);
}

void check_conflict(const Json& conflict, const Json& document) {
  must(!conflict.at("rules").empty(), "a conflict names its rules");
  for (const Json& rule : conflict.at("rules")) {
    if (!leads_somewhere(rule.at("pointer"), document)) broken("a rule in conflict leads somewhere", rule.dump());
  }
  for (const Json& change : conflict.at("relaxation")) {
    const std::string pointer = change.at("pointer");
    if (!leads_somewhere(pointer, document)) broken("a change leads somewhere", change.dump());
    const Json& now = document.at(Json::json_pointer(pointer));
    const Exact from = now.is_string() ? exact(now) : Exact(now.dump()) * one();
    if (exact(change.at("from")) != from) broken("a change is from what stands there", change.dump());
    if (exact(change.at("to")) == from) broken("a change changes something", change.dump());
  }
}

}  // namespace

void check_resolution(const Json& resolution, const Json& document) {
  const std::string status = resolution.at("status");
  check_asset_order(resolution.at("targets"), document);
  must(!check_weights(resolution.at("targets"), "weight"), "there are targets");
  check_rules(resolution, document);
  must((status == "infeasible") == !resolution.at("conflict").is_null(), "a conflict, where there is one");
  if (status == "infeasible") check_conflict(resolution.at("conflict"), document);
  must(exact(resolution.at("check").at("violation")) >= 0, "a violation is not negative");
  if (status == "resolved" && exact(resolution.at("check").at("violation")) > power_of_ten(18 - 6)) {
    broken("resolved rules are kept", resolution.at("check").dump());
  }
  must(exact(resolution.at("check").at("gap")) >= 0, "a gap is not negative");
  check_notices(resolution.at("notices"), document);
}

std::optional<std::string> relaxed_document(const Json& resolution, const Json& document) {
  if (resolution.at("conflict").is_null() || resolution.at("conflict").at("relaxation").empty()) return std::nullopt;
  Json relaxed = document;
  for (const Json& change : resolution.at("conflict").at("relaxation")) {
    Json& number = relaxed.at(Json::json_pointer(change.at("pointer").get<std::string>()));
    // `largest` is a number in the document; all others are texts.
    number = number.is_string() ? change.at("to") : Json::parse(change.at("to").get<std::string>());
  }
  return relaxed.dump();
}

}  // namespace ballast::fuzz
