#include "promises/weights.hpp"

#include <set>
#include <string>

#include "support/broken.hpp"
#include "support/exact.hpp"

namespace ballast::fuzz {

bool check_weights(const Json& rows, const char* member) {
  Exact sum = 0;
  bool all_zero = true;
  for (const Json& row : rows) {
    const Exact weight = exact(row.at(member));
    if (weight < 0 || weight > one()) broken("a weight lies in 0 … 1", row.dump());
    all_zero = all_zero && weight == 0;
    sum += weight;
  }
  if (!all_zero && sum != one()) broken("weights sum to exactly 1", std::string(member) + " sum to " + plain(sum));
  return all_zero;
}

void check_asset_order(const Json& rows, const Json& document) {
  const Json& assets = document.at("assets");
  must(rows.size() == assets.size() + 1, "one row per asset, and one for cash");
  for (std::size_t i = 0; i < assets.size(); ++i) {
    must(rows[i].at("asset") == assets[i].at("id"), "rows are in the order of the document");
  }
  must(rows.back().at("asset").is_null(), "cash is last");
}

void check_class_rows(const Json& classes, const Json& document, const char* weight, bool nothing_weighs) {
  const Json given = document.value("classifications", Json::array());
  for (const Json& classification : given) {
    std::set<std::string> first_level;
    for (const Json& each : classification.at("classes")) first_level.insert(each.at("id").get<std::string>());
    Exact sum = 0;
    for (const Json& row : classes) {
      if (row.at("classification") != classification.at("id")) continue;
      const Json& id = row.at("class");
      const Exact own = exact(row.at(weight));
      if (own < 0 || own > one()) broken("a class's weight lies in 0 … 1", row.dump());
      if (id.is_null() || first_level.contains(id.get<std::string>())) sum += own;
    }
    if (sum != (nothing_weighs ? Exact(0) : one())) {
      broken("classes of the first level and what is unclassified sum to the whole",
             classification.at("id").dump() + " " + weight + " " + plain(sum));
    }
  }
}

}  // namespace ballast::fuzz
