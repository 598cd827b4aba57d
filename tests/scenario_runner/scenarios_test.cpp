// Every file of tests/scenarios/: the reply must be the expected one, byte for byte.
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "ballast/base/message_table.hpp"
#include "case_file.hpp"

namespace ballast {
namespace {

TEST_CASE("scenarios are answered as expected, byte for byte", "[scenarios]") {
  const std::vector<CaseFile>& files = case_files(BALLAST_SCENARIOS_DIR);
  REQUIRE(files.size() >= 25);
  for (const CaseFile& file : files) {
    DYNAMIC_SECTION(file.name) {
      const std::string reply = run_case(file.content);
      const Json data = Json::parse(reply, nullptr, false);
      REQUIRE_FALSE(data.is_discarded());
      // Line by line first: that shows where they differ.
      CHECK(data.dump(1) == file.content.at("reply").dump(1));
      CHECK(reply == file.content.at("reply").dump());
    }
  }
}

TEST_CASE("scenarios say what they show and how their figures come about", "[scenarios]") {
  std::set<std::string> names;
  for (const CaseFile& file : case_files(BALLAST_SCENARIOS_DIR)) {
    CAPTURE(file.name);
    CHECK(names.insert(file.content.at("name").get<std::string>()).second);
    CHECK(file.content.at("why").get<std::string>().size() > 40);
  }
}

TEST_CASE("every reason that a reply can give occurs in a scenario", "[scenarios]") {
  std::string replies;
  for (const CaseFile& file : case_files(BALLAST_SCENARIOS_DIR)) replies += file.content.at("reply").dump();
  for (const ReasonMessage& row : reason_messages()) {
    CAPTURE(row.text);
    CHECK(replies.find("\"" + std::string(row.text) + "\"") != std::string::npos);
  }
}

}  // namespace
}  // namespace ballast
