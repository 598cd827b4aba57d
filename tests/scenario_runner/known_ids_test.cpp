// The ids that findings go by are those of Ballast's own classifications.
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "ballast/policy/findings.hpp"
#include "case_file.hpp"

namespace ballast {
namespace {

void collect(const Json& classes, std::set<std::string>& ids) {
  for (const Json& one : classes) {
    ids.insert(one.at("id").get<std::string>());
    if (one.contains("classes")) collect(one.at("classes"), ids);
  }
}

TEST_CASE("the classes that findings know are in the catalogue", "[formats][findings]") {
  const Json catalogue = Json::parse(file_text(BALLAST_TESTS_DIR "/../public/catalogue/classifications.json"));
  std::set<std::string> types;
  std::set<std::string> jurisdictions;
  std::set<std::string> all;
  bool issuers = false;
  for (const Json& classification : catalogue.at("classifications")) {
    const auto id = classification.at("id").get<std::string>();
    if (id == known_ids::kType) collect(classification.at("classes"), types);
    if (id == known_ids::kJurisdiction) collect(classification.at("classes"), jurisdictions);
    issuers = issuers || id == known_ids::kIssuer;
    collect(classification.at("classes"), all);
  }
  CHECK(issuers);
  CHECK(types.contains(std::string(known_ids::kStablecoin)));
  CHECK(types.contains(std::string(known_ids::kSecurity)));
  CHECK(jurisdictions.contains(std::string(known_ids::kStrict)));
  // "crypto" and "other" are for classifications that people make themselves.
  for (const std::string_view id : known_ids::kCrypto) CHECK(types.contains(std::string(id)) == (id != "crypto"));
  for (const std::string_view id : known_ids::kNothingShared) CHECK(all.contains(std::string(id)) == (id != "other"));
}

}  // namespace
}  // namespace ballast
