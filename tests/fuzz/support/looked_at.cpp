#include "support/looked_at.hpp"

#include <algorithm>

namespace ballast::fuzz {

Json looked_at(const Json& document) {
  if (!document.contains("group")) return document;
  Json out(document);
  for (const Json& group : document.at("groups")) {
    if (group.at("id") != document.at("group")) continue;
    const Json& ids = group.at("accounts");
    out["accounts"] = Json::array();
    for (const Json& account : document.at("accounts")) {
      if (std::find(ids.begin(), ids.end(), account.at("id")) != ids.end()) out["accounts"].push_back(account);
    }
    if (group.contains("policy")) out["policy"] = group.at("policy");
  }
  return out;
}

}  // namespace ballast::fuzz
