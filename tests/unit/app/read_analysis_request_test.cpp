// How an analysis request is read, seen through the command that reads it.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "ballast/app/commands.hpp"
#include "replies.hpp"

namespace ballast {
namespace {

using Lines = std::vector<std::string>;

std::string classification(const std::string& id, int classes) {
  std::string list;
  for (int c = 0; c < classes; ++c) {
    const std::string name = std::to_string(c);
    list += (c == 0 ? "" : ",");
    list += R"({"id":")" + name + R"(","name":")" + name + R"("})";
  }
  return R"({"id":")" + id + R"(","name":"X","classes":[)" + list + "]}";
}

std::string document(int classes = 2) {
  return R"({"format":"ballast","version":1,"base_currency":"USD","assets":[{"id":"a","symbol":"A","price":"1"}],
      "accounts":[{"id":"x","cash":"100","holdings":[]}],"classifications":[)" +
         classification("one", classes) + "," + classification("two", classes) +
         R"(],"policy":{"targets":[{"asset":"a","weight":"1"}]}})";
}

Lines analysis_errors(const std::string& request) { return errors_in(analyze_command(document(), request)); }

std::string pairs(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += std::string(i == 0 ? "" : ",") + R"({"rows":"one","columns":"two"})";
  return R"({"cross_tables":[)" + out + "]}";
}

TEST_CASE("an empty analysis request asks for no tables and no plan", "[app][analysis]") {
  CHECK(analysis_errors("").empty());
  CHECK(analyze_command(document(), "") == analyze_command(document(), "{}"));
  const JsonValue reply = reply_data(analyze_command(document(), ""));
  CHECK(at(reply, {"value", "current", "cross_tables"}).items.empty());
  CHECK(at(reply, {"value", "current", "classifications"}).items.size() == 2);
  CHECK(at(reply, {"value", "after"}).kind == JsonValue::Kind::kNull);
}

TEST_CASE("an empty object is a plan with all defaults", "[app][analysis]") {
  const JsonValue reply = reply_data(analyze_command(document(), R"({"plan":{}})"));
  CHECK(text_at(reply, {"value", "after", "largest", "asset"}) == "a");
  CHECK(text_at(reply, {"value", "after", "largest", "weight"}) == "1");
}

TEST_CASE("all problems of an analysis request at once", "[app][analysis]") {
  CHECK(analysis_errors(R"({"cross_tables":[{"rows":"One","columns":"two"},7,{"rows":"","columns":5,"note":1}],
                      "plan":{"trigger":"later","minimum_trade_value":"-1","extra":0,
                              "cash_flows":[{"account":"y","amount":"1"}]},"plans":[]})") ==
        Lines{"request document/unknown_classification /cross_tables/0/rows id=One",
              "request document/wrong_type /cross_tables/1 expected=an object found=a number",
              "request document/string_empty /cross_tables/2/rows",
              "request document/wrong_type /cross_tables/2/columns expected=a text found=a number",
              "request document/unknown_field /cross_tables/2/note field=note",
              "request document/unknown_value /plan/trigger value=later expected=always, outside_bands",
              "request number/out_of_range /plan/minimum_trade_value value=-1 range=0 or more",
              "request document/unknown_account /plan/cash_flows/0/account id=y",
              "request document/unknown_field /plan/extra field=extra",
              "request document/unknown_field /plans field=plans"});
  CHECK(analysis_errors(R"({"plan":null})") ==
        Lines{"request document/wrong_type /plan expected=an object found=null"});
  CHECK(analysis_errors("[]") == Lines{"request document/wrong_type  expected=an object found=a list"});
}

TEST_CASE("a deposit of a plan within an analysis must leave the total in range", "[app][analysis]") {
  // Also where something else in the request is wrong.
  const std::string plan = R"("plan":{"cash_flows":[{"account":"x","amount":"100000000000000000000"}]}})";
  const std::string too_large = "request number/total_too_large /plan/cash_flows limit=100000000000000000000";
  CHECK(analysis_errors("{" + plan) == Lines{too_large});
  CHECK(analysis_errors(R"({"cross_tables":0,)" + plan) ==
        Lines{"request document/wrong_type /cross_tables expected=a list found=a number", too_large});
}

TEST_CASE("so many tables, and so many cells", "[app][analysis]") {
  CHECK(analysis_errors(pairs(20)).empty());
  CHECK(analysis_errors(pairs(21)) ==
        Lines{"request document/too_many /cross_tables count=21 what=cross tables limit=20"});
  // 315 classes and what is unclassified, squared: 99,856 cells. One class more: 317 * 317 = 100,489.
  CHECK(errors_in(analyze_command(document(315), pairs(1))).empty());
  CHECK(errors_in(analyze_command(document(316), pairs(1))) ==
        Lines{"request document/too_many /cross_tables count=100489 what=cells of cross tables limit=100000"});
  CHECK(errors_in(analyze_command(document(315), pairs(2))) ==
        Lines{"request document/too_many /cross_tables count=199712 what=cells of cross tables limit=100000"});
}

TEST_CASE("the document comes first", "[app][analysis]") {
  CHECK(errors_in(analyze_command("{}", "{")) == errors_in(validate_command("{}")));
}

}  // namespace
}  // namespace ballast
