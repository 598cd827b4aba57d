// How a profile request is read, seen through the command that reads it.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "ballast/app/commands.hpp"
#include "ballast/base/limits.hpp"
#include "ballast/policy/questionnaire.hpp"
#include "ballast/policy/risk_profile.hpp"
#include "replies.hpp"

namespace ballast {
namespace {

using Lines = std::vector<std::string>;

std::string answers(int answer = 1) {
  std::string out;
  for (const Question& question : questionnaire()) {
    out += (out.empty() ? "" : ",");
    out += R"({"question":")" + std::string(question.id) + R"(","answer":)" + std::to_string(answer) + "}";
  }
  return R"("answers":[)" + out + "]";
}

Lines profile_errors(const std::string& fields) { return errors_in(profile_command("{" + fields + "}")); }

Lines errors_with_constants(const std::string& constants) {
  return profile_errors(answers() + R"(,"horizon_years":"10","constants":{)" + constants + "}");
}

TEST_CASE("a profile request with usual constants, written out or not", "[app][profile]") {
  const std::string lean = profile_command("{" + answers() + R"(,"horizon_years":"7"})");
  CHECK(errors_in(lean).empty());
  CHECK(lean == profile_command("{" + answers() + R"(,"horizon_years":"7.0","constants":{"tolerance_weight":"0.5",
      "slack_over_capacity":"0.1","horizon_scale_years":"5","reserve_at_none":"1","reserve_at_full":"0.1",
      "small_at_full":"0.15","medium_at_full":"0.25"}})"));
  CHECK(lean != profile_command("{" + answers() + R"(,"horizon_years":"7","constants":{"reserve_at_full":"0.2"}})"));
}

TEST_CASE("what is no request at all", "[app][profile]") {
  CHECK(errors_in(profile_command("")).front().starts_with("request text/not_json "));
  CHECK(errors_in(profile_command("[]")) == Lines{"request document/wrong_type  expected=an object found=a list"});
  CHECK(errors_in(profile_command(std::string(limits::kRequestBytes + 1, ' '))) ==
        Lines{"request text/too_long  bytes=1048577 limit=1048576"});
  CHECK(profile_errors("") ==
        Lines{"request document/missing_field  field=answers", "request document/missing_field  field=horizon_years"});
}

TEST_CASE("answers that are no list are not also missing one by one", "[app][profile]") {
  CHECK(profile_errors(R"("answers":{},"horizon_years":"1")") ==
        Lines{"request document/wrong_type /answers expected=a list found=an object"});
  Lines missing;
  for (const Question& question : questionnaire()) {
    missing.push_back("request document/missing_field /answers field=" + std::string(question.id));
  }
  CHECK(profile_errors(R"("answers":[],"horizon_years":"1")") == missing);
}

TEST_CASE("every answer is one of its question", "[app][profile]") {
  for (const Question& question : questionnaire()) {
    CAPTURE(question.id);
    const std::string id(question.id);
    const std::string most = std::to_string(question.answers.size() - 1);
    const auto with = [&](const std::string& answer) {
      std::string text = answers();
      const std::string before = R"("question":")" + id + R"(","answer":)";
      text.replace(text.find(before) + before.size(), 1, answer);
      return profile_errors(text + R"(,"horizon_years":"1")");
    };
    CHECK(with("0").empty());
    CHECK(with(most).empty());
    const Lines too_much = with(std::to_string(question.answers.size()));
    REQUIRE(too_much.size() == 1);
    CHECK(too_much[0].ends_with("value=" + std::to_string(question.answers.size()) + " range=from 0 to " + most));
    CHECK(with("-1").size() == 1);
    CHECK(with("\"1\"").size() == 1);
    CHECK(with("1.5").size() == 1);
    CHECK(with("null").size() == 1);
  }
}

TEST_CASE("an entry that cannot be used", "[app][profile]") {
  CHECK(profile_errors(answers().insert(answers().size() - 1, R"(,7,{"question":"","answer":1},{"answer":1},
                                                            {"question":"income","answer":1,"why":""})") +
                       R"(,"horizon_years":"1")") ==
        Lines{"request document/wrong_type /answers/10 expected=an object found=a number",
              "request document/string_empty /answers/11/question",
              "request document/missing_field /answers/12 field=question",
              "request document/unknown_field /answers/13/why field=why",
              "request document/duplicate_entry /answers/13/question id=income"});
}

TEST_CASE("the horizon is from 0 to 100 years", "[app][profile]") {
  const auto with = [](const std::string& years) { return profile_errors(answers() + R"(,"horizon_years":)" + years); };
  CHECK(with("\"0\"").empty());
  CHECK(with("\"100\"").empty());
  CHECK(with("\"0.000000000000000001\"").empty());
  CHECK(with("\"100.000000000000000001\"") ==
        Lines{"request number/out_of_range /horizon_years value=100.000000000000000001 range=from 0 to 100"});
  CHECK(with("\"-1\"") == Lines{"request number/out_of_range /horizon_years value=-1 range=from 0 to 100"});
  CHECK(with("10") == Lines{"request number/not_text /horizon_years example=10"});
}

TEST_CASE("constants are in their ranges", "[app][profile]") {
  for (const char* name : {"tolerance_weight", "slack_over_capacity", "reserve_at_none", "reserve_at_full",
                           "small_at_full", "medium_at_full"}) {
    const std::string field = R"(")" + std::string(name) + R"(":)";
    CHECK(errors_with_constants(field + "\"1.1\"") ==
          Lines{"request number/out_of_range /constants/" + std::string(name) + " value=1.1 range=from 0 to 1"});
    CHECK(errors_with_constants(field + "\"-0.1\"").size() == 1);
  }
  CHECK(errors_with_constants(R"("horizon_scale_years":"0")") ==
        Lines{"request number/out_of_range /constants/horizon_scale_years value=0 range=above 0"});
  CHECK(errors_with_constants(R"("horizon_scale_years":"100000000000000000000")").empty());
  CHECK(errors_with_constants(R"("risk":"1")") == Lines{"request document/unknown_field /constants/risk field=risk"});
  CHECK(profile_errors(answers() + R"(,"horizon_years":"1","constants":null)") ==
        Lines{"request document/wrong_type /constants expected=an object found=null"});
}

TEST_CASE("constants that contradict each other are refused where they were given", "[app][profile]") {
  CHECK(errors_with_constants(R"("reserve_at_none":"0.4","reserve_at_full":"0.4")").empty());
  CHECK(errors_with_constants(R"("reserve_at_none":"0.4","reserve_at_full":"0.5")") ==
        Lines{"request number/out_of_range /constants/reserve_at_full value=0.5 range=from 0 to reserve_at_none, 0.4"});
  CHECK(errors_with_constants(R"("reserve_at_none":"0.05")") ==
        Lines{"request number/out_of_range /constants/reserve_at_none value=0.05 "
              "range=from reserve_at_full, 0.1, to 1"});
  CHECK(errors_with_constants(R"("small_at_full":"0.75")").empty());
  CHECK(errors_with_constants(R"("small_at_full":"0.76")") ==
        Lines{"request number/out_of_range /constants/small_at_full value=0.76 "
              "range=from 0 to 1 - medium_at_full, 0.75"});
  CHECK(errors_with_constants(R"("small_at_full":"0.5","medium_at_full":"0.6")") ==
        Lines{"request number/out_of_range /constants/medium_at_full value=0.6 "
              "range=from 0 to 1 - small_at_full, 0.5"});
  // What is out of its own range is not compared.
  CHECK(errors_with_constants(R"("reserve_at_none":"0.05","small_at_full":"2")").size() == 1);
}

TEST_CASE("describe gives the questionnaire and the usual constants", "[app][profile]") {
  const JsonValue reply = reply_data(describe_command());
  const JsonValue& asked = at(reply, {"value", "questionnaire"});
  REQUIRE(asked.items.size() == questionnaire().size());
  for (std::size_t i = 0; i < asked.items.size(); ++i) {
    const Question& question = questionnaire()[i];
    CHECK(text_at(asked.items[i], {"id"}) == question.id);
    CHECK(text_at(asked.items[i], {"question"}) == question.text);
    CHECK(text_at(asked.items[i], {"part"}) == part_name(question.part));
    REQUIRE(at(asked.items[i], {"answers"}).items.size() == question.answers.size());
    CHECK(text_at(asked.items[i], {"answers", "0"}) == question.answers[0]);
  }
  CHECK(text_at(reply, {"value", "profile_constants", "horizon_scale_years"}) == "5");
  CHECK(at(reply, {"value", "profile_constants"}).members.size() == 7);
}

}  // namespace
}  // namespace ballast
