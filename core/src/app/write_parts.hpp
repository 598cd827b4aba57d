// Parts that several replies share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ballast/model/portfolio.hpp"
#include "ballast/policy/drift.hpp"
#include "ballast/policy/notices.hpp"
#include "json_writer.hpp"

namespace ballast {

/// {"ok":true,"value":{ … }} around what `fields` writes.
template <typename WriteFields>
std::string success(WriteFields fields) {
  JsonWriter json;
  json.begin_object();
  json.field("ok", true);
  json.key("value");
  json.begin_object();
  fields(json);
  json.end_object();
  json.end_object();
  return json.take();
}

inline void write_field(JsonWriter& json, std::string_view name, Decimal amount) { json.field(name, amount.text()); }
/// null where there is nothing.
void write_optional_field(JsonWriter& json, std::string_view name, const std::optional<Decimal>& amount);

void write_parameters(JsonWriter& json, const Parameters& parameters);
/// The fields of a reason, inside an object that is open.
void write_reason_fields(JsonWriter& json, ReasonCode code, const Parameters& parameters);
void write_base_currency(JsonWriter& json, const Portfolio& portfolio);
/// With its currency and rate where that is not the base currency.
void write_account_id(JsonWriter& json, const Portfolio& portfolio, const Account& account);
void write_notices(JsonWriter& json, const std::vector<Notice>& notices);
void write_band(JsonWriter& json, const std::optional<BandEdges>& band);
void write_drift(JsonWriter& json, const Drift& drift);
/// The id of the asset at `position`, or null for cash, which comes after the last.
void write_position_id(JsonWriter& json, const Portfolio& portfolio, std::size_t position);

}  // namespace ballast
