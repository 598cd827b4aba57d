// The published schemas and the format pages against the core: defaults, limits and examples.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "ballast/app/commands.hpp"
#include "ballast/base/limits.hpp"
#include "case_file.hpp"

namespace ballast {
namespace {

const std::string kRoot = std::string(BALLAST_TESTS_DIR) + "/../";

Json schema(const std::string& name) { return Json::parse(file_text(kRoot + "public/schema/" + name)); }

Json scenario(const std::string& name) {
  return Json::parse(file_text(std::string(BALLAST_SCENARIOS_DIR) + "/" + name + ".json"));
}

// Writes out what the object leaves to its defaults.
void fill(Json& object, const Json& definition) {
  for (const auto& [field, rule] : definition.at("properties").items()) {
    if (rule.contains("default") && !object.contains(field)) object[field] = rule.at("default");
  }
}

TEST_CASE("the defaults of the schemas are those of the reader", "[formats]") {
  const Json definitions = schema("document-1.json").at("$defs");
  // Whatever a default decides is in this one: a step that cuts quantities, something locked, fees and no fees.
  const Json lean = Json::parse(R"({"format":"ballast","version":1,"base_currency":"USD",
      "assets":[{"id":"a","symbol":"A","price":"7"},{"id":"b","symbol":"B","price":"3"}],
      "accounts":[{"id":"x","fees":{},"holdings":[{"asset":"a","quantity":"100"}]},
                  {"id":"y","cash":"55.55","holdings":[]}],
      "policy":{"targets":[{"asset":"a","weight":"0.3"},{"asset":"b","weight":"0.6"}]}})");
  Json full = lean;
  for (Json& asset : full["assets"]) fill(asset, definitions.at("asset"));
  for (Json& account : full["accounts"]) {
    fill(account, definitions.at("account"));
    fill(account["fees"], definitions.at("fees"));
    for (Json& holding : account["holdings"]) fill(holding, definitions.at("holding"));
  }
  Json request = Json::object();
  fill(request, schema("request-1.json"));
  REQUIRE(full["assets"][0].size() == 7);
  REQUIRE(full["accounts"][1]["fees"].size() == 3);
  REQUIRE(full["accounts"][0]["holdings"][0].size() == 6);
  REQUIRE(request.size() == 8);
  const std::string reply = plan_command(lean.dump(), "");
  CHECK(reply.starts_with(R"({"ok":true)"));
  CHECK(plan_command(full.dump(), request.dump()) == reply);
}

TEST_CASE("the limits of the schemas are those of the reader", "[formats]") {
  const Json document = schema("document-1.json");
  CHECK(document.at("properties").at("assets").at("maxItems") == limits::kAssets);
  CHECK(document.at("properties").at("accounts").at("maxItems") == limits::kAccounts);
  CHECK(document.at("$defs").at("account").at("properties").at("holdings").at("maxItems") == limits::kAssets);
  CHECK(document.at("$defs").at("policy").at("properties").at("targets").at("maxItems") == limits::kAssets);
  CHECK(document.at("$defs").at("fees").at("properties").at("tiers").at("maxItems") == limits::kFeeTiers);
  CHECK(document.at("$defs").at("holding").at("properties").at("locks").at("maxItems") == limits::kLocks);
  CHECK(schema("request-1.json").at("properties").at("cash_flows").at("maxItems") == limits::kAccounts);
  for (const auto& [name, definition] : document.at("$defs").items()) {
    if (!definition.contains("properties")) continue;
    for (const auto& [field, rule] : definition.at("properties").items()) {
      if (!rule.contains("maxLength")) continue;
      CAPTURE(name, field);
      CHECK(rule.at("maxLength") == limits::kTextCharacters);
    }
  }
}

TEST_CASE("the examples of the format pages are a scenario", "[formats]") {
  const Json example = scenario("example_of_the_format");
  CHECK(first_json_block(file_text(kRoot + "docs/format/document.md")).dump(1) == example.at("document").dump(1));
  CHECK(first_json_block(file_text(kRoot + "docs/format/request.md")).dump(1) == example.at("request").dump(1));
  CHECK(first_json_block(file_text(kRoot + "docs/format/reply.md")).dump(1) == example.at("reply").dump(1));
}

TEST_CASE("the format pages name every field", "[formats]") {
  const Json document = schema("document-1.json");
  const std::string document_page = file_text(kRoot + "docs/format/document.md");
  for (const auto& [name, definition] : document.at("$defs").items()) {
    if (!definition.contains("properties")) continue;
    for (const auto& [field, rule] : definition.at("properties").items()) {
      CAPTURE(name, field);
      CHECK(document_page.find("`" + field + "`") != std::string::npos);
    }
  }
  const std::string request_page = file_text(kRoot + "docs/format/request.md");
  const Json request = schema("request-1.json");
  for (const auto& [field, rule] : request.at("properties").items()) {
    CAPTURE(field);
    CHECK(request_page.find("`" + field + "`") != std::string::npos);
  }
  const std::string reply_page = file_text(kRoot + "docs/format/reply.md");
  const Json reply = scenario("example_of_the_format").at("reply").at("value");
  for (const auto& [field, content] : reply.items()) {
    CAPTURE(field);
    CHECK(reply_page.find("`" + field + "`") != std::string::npos);
  }
  const std::string summary_page = reply_page.substr(reply_page.find("## A summary"));
  const Json summary = scenario("summary_with_bands").at("reply").at("value");
  for (const Json& part : {summary, summary.at("weights").at(0), summary.at("accounts").at(0)}) {
    for (const auto& [field, content] : part.items()) {
      CAPTURE(field);
      CHECK(summary_page.find("`" + field + "`") != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace ballast
