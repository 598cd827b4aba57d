#include "write_parts.hpp"

#include "ballast/base/message_table.hpp"
#include "ballast/model/exchange.hpp"

namespace ballast {

void write_optional_field(JsonWriter& json, std::string_view name, const std::optional<Decimal>& amount) {
  if (amount) {
    write_field(json, name, *amount);
  } else {
    json.field(name, nullptr);
  }
}

void write_parameters(JsonWriter& json, const Parameters& parameters) {
  json.key("parameters");
  json.begin_object();
  for (const auto& [name, value] : parameters) json.field(name, value);
  json.end_object();
}

void write_reason_fields(JsonWriter& json, ReasonCode code, const Parameters& parameters) {
  json.field("code", reason_text(code));
  write_parameters(json, parameters);
  json.field("text", english(code, parameters));
}

namespace {

void write_currency(JsonWriter& json, std::string_view name, const Currency& currency) {
  json.key(name);
  json.begin_object();
  json.field("code", currency.code);
  json.field("minor_unit_digits", currency.minor_unit_digits);
  json.end_object();
}

}  // namespace

void write_base_currency(JsonWriter& json, const Portfolio& portfolio) {
  write_currency(json, "base_currency", portfolio.base_currency);
}

void write_account_id(JsonWriter& json, const Portfolio& portfolio, const Account& account) {
  json.field("account", account.id);
  if (!account.currency) return;
  write_currency(json, "currency", currency_of(portfolio, account.currency));
  write_field(json, "rate", rate_of(portfolio, account.currency));
}

void write_notices(JsonWriter& json, const std::vector<Notice>& notices) {
  json.key("notices");
  json.begin_list();
  for (const Notice& notice : notices) {
    json.begin_object();
    write_reason_fields(json, notice.code, notice.parameters);
    json.field("pointer", notice.pointer);
    json.end_object();
  }
  json.end_list();
}

void write_band(JsonWriter& json, const std::optional<BandEdges>& band) {
  json.key("band");
  if (!band) {
    json.value(nullptr);
    return;
  }
  json.begin_object();
  write_field(json, "low", band->low);
  write_field(json, "high", band->high);
  json.end_object();
}

void write_drift(JsonWriter& json, const Drift& drift) {
  json.begin_object();
  write_field(json, "misplaced_share", drift.misplaced_share);
  write_field(json, "chi_square", drift.chi_square);
  json.end_object();
}

void write_position_id(JsonWriter& json, const Portfolio& portfolio, std::size_t position) {
  json.key("asset");
  if (position < portfolio.assets.size()) {
    json.value(portfolio.assets[position].id);
  } else {
    json.value(nullptr);
  }
}

}  // namespace ballast
