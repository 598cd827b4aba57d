#include "write_reply.hpp"

#include "ballast/app/version.hpp"
#include "ballast/base/limits.hpp"
#include "ballast/base/message_table.hpp"
#include "ballast/model/valuation.hpp"
#include "ballast/policy/balancing_deposit.hpp"
#include "class_rows.hpp"
#include "distance.hpp"
#include "write_parts.hpp"
#include "write_profile.hpp"

namespace ballast {
namespace {

std::string_view source_name(Source source) {
  switch (source) {
    case Source::kDocument:
      return "document";
    case Source::kRequest:
      return "request";
    case Source::kEngine:
      break;
  }
  return "engine";
}

void write_limits(JsonWriter& json) {
  json.key("limits");
  json.begin_object();
  json.field("document_bytes", limits::kDocumentBytes);
  json.field("request_bytes", limits::kRequestBytes);
  json.field("nesting", limits::kNesting);
  json.field("values", limits::kValues);
  json.field("assets", limits::kAssets);
  json.field("accounts", limits::kAccounts);
  json.field("holdings", limits::kHoldings);
  json.field("pairs", limits::kPairs);
  json.field("locks", limits::kLocks);
  json.field("fee_tiers", limits::kFeeTiers);
  json.field("groups", limits::kGroups);
  json.field("currencies", limits::kCurrencies);
  json.field("lots", limits::kLots);
  json.field("tax_rules", limits::kTaxRules);
  json.field("tax_periods", limits::kTaxPeriods);
  json.field("classifications", limits::kClassifications);
  json.field("classes", limits::kClasses);
  json.field("members", limits::kMembers);
  json.field("rules", limits::kRules);
  json.field("text_characters", limits::kTextCharacters);
  json.field("cross_tables", limits::kCrossTables);
  json.field("cells", limits::kCells);
  json.field("parts", limits::kParts);
  json.end_object();
}

void write_weights_as_they_are(JsonWriter& json, const Document& document, const std::vector<Decimal>& values,
                               Decimal total) {
  const std::vector<Decimal> weights = shown_weights(values);
  json.key("weights");
  json.begin_list();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Target& target = document.policy.targets[i];
    const std::optional<BandEdges> band = band_edges(target.band, target.weight);
    json.begin_object();
    write_position_id(json, document.portfolio, i);
    write_field(json, "value", values[i]);
    write_field(json, "weight", weights[i]);
    write_field(json, "target", target.weight);
    write_field(json, "difference", weights[i] - target.weight);
    write_field(json, "difference_value", difference_value(values[i], target.weight, total));
    write_band(json, band);
    json.field("outside_band", is_outside(band, values[i], total));
    write_optional_field(json, "outside_by", outside_by(band, values[i], total));
    json.end_object();
  }
  json.end_list();
}

void write_accounts_as_they_are(JsonWriter& json, const Portfolio& portfolio) {
  json.key("accounts");
  json.begin_list();
  for (const Account& account : portfolio.accounts) {
    json.begin_object();
    write_account_id(json, portfolio, account);
    write_field(json, "cash", account.cash);
    write_field(json, "value", account_value(portfolio, account));
    json.key("holdings");
    json.begin_list();
    for (const Holding& holding : account.holdings) {
      json.begin_object();
      json.field("asset", portfolio.assets[holding.asset].id);
      write_field(json, "value", holding_value(portfolio, holding));
      json.end_object();
    }
    json.end_list();
    json.end_object();
  }
  json.end_list();
}

void write_origin(JsonWriter& json, const SettledDocument& settled) {
  json.key("targets");
  json.begin_object();
  json.field("kind", !settled.resolved ? "given" : (settled.resolved->feasible ? "resolved" : "relaxed"));
  json.end_object();
}

}  // namespace

std::string write_failure(const Problems& problems) {
  JsonWriter json;
  json.begin_object();
  json.field("ok", false);
  json.key("errors");
  json.begin_list();
  for (const Problem& problem : problems) {
    json.begin_object();
    json.field("code", error_text(problem.code));
    json.field("source", source_name(problem.source));
    json.field("pointer", problem.pointer);
    write_parameters(json, problem.parameters);
    json.field("message", english(problem.code, problem.parameters));
    json.end_object();
  }
  json.end_list();
  json.end_object();
  return json.take();
}

std::string write_description() {
  return success([](JsonWriter& json) {
    json.field("name", "ballast");
    json.field("version", kVersion);
    json.field("document_version", kDocumentVersion);
    json.key("currencies");
    json.begin_list();
    for (const KnownCurrency& known : known_currencies()) {
      json.begin_object();
      json.field("code", known.code);
      json.field("minor_unit_digits", known.minor_unit_digits);
      json.end_object();
    }
    json.end_list();
    write_limits(json);
    write_questionnaire(json);
    write_profile_constants(json, "profile_constants", {});
    json.key("error_codes");
    json.begin_list();
    for (const ErrorMessage& row : error_messages()) {
      json.begin_object();
      json.field("code", row.text);
      json.field("message", row.english);
      json.end_object();
    }
    json.end_list();
    json.key("reason_codes");
    json.begin_list();
    for (const ReasonMessage& row : reason_messages()) {
      json.begin_object();
      json.field("code", row.text);
      json.field("text", row.english);
      json.end_object();
    }
    json.end_list();
  });
}

std::string write_validation(const std::vector<Notice>& notices) {
  return success([&](JsonWriter& json) {
    json.field("valid", true);
    write_notices(json, notices);
  });
}

std::string write_summary(const SettledDocument& settled) {
  const Document& document = settled.document;
  const Portfolio& portfolio = document.portfolio;
  const std::vector<Decimal> values = asset_and_cash_values(portfolio);
  const Decimal total = sum_of(values);
  return success([&](JsonWriter& json) {
    write_base_currency(json, portfolio);
    write_field(json, "total_value", total);
    write_weights_as_they_are(json, document, values, total);
    write_origin(json, settled);
    write_class_rows(json, document.classifications, document.policy, values);
    json.key("drift");
    write_drift(json, measure_drift(values, document.policy));
    if (const auto deposit = balancing_deposit(document.policy, values, portfolio.base_currency)) {
      write_field(json, "balancing_deposit", *deposit);
    } else {
      json.field("balancing_deposit", nullptr);
    }
    write_accounts_as_they_are(json, portfolio);
    write_notices(json, notices_of(settled));
  });
}

}  // namespace ballast
