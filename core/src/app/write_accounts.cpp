#include "write_accounts.hpp"

#include "write_parts.hpp"

namespace ballast {
namespace {

void write_lock(JsonWriter& json, const Lock& lock) {
  json.begin_object();
  write_field(json, "quantity", lock.quantity);
  json.field("until", date_text(lock.until));
  json.end_object();
}

void write_lot(JsonWriter& json, const Lot& lot) {
  json.begin_object();
  if (!lot.id.empty()) json.field("id", lot.id);
  json.field("acquired", date_text(lot.acquired));
  write_field(json, "quantity", lot.quantity);
  write_field(json, "unit_cost", lot.unit_cost);
  json.end_object();
}

void write_holding(JsonWriter& json, const Portfolio& portfolio, const Holding& holding) {
  json.begin_object();
  json.field("asset", portfolio.assets[holding.asset].id);
  write_field(json, "quantity", holding.quantity);
  write_field(json, "locked_quantity", holding.locked_quantity);
  json.key("locks");
  json.begin_list();
  for (const Lock& lock : holding.locks) write_lock(json, lock);
  json.end_list();
  json.key("lots");
  json.begin_list();
  for (const Lot& lot : holding.lots) write_lot(json, lot);
  json.end_list();
  json.end_object();
}

}  // namespace

std::string write_accounts(const Portfolio& portfolio) {
  return success([&](JsonWriter& json) {
    json.key("accounts");
    json.begin_list();
    for (const Account& account : portfolio.accounts) {
      json.begin_object();
      json.field("account", account.id);
      write_field(json, "cash", account.cash);
      json.key("holdings");
      json.begin_list();
      for (const Holding& holding : account.holdings) write_holding(json, portfolio, holding);
      json.end_list();
      json.end_object();
    }
    json.end_list();
  });
}

}  // namespace ballast
