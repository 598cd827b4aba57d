#include "ballast/io/intake.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <vector>

#include "../money/decimal_literals.hpp"
#include "ballast/base/limits.hpp"
#include "problem_texts.hpp"

namespace ballast {
namespace {

using Lines = std::vector<std::string>;

JsonValue json(std::string_view text) {
  Result<JsonValue> parsed = parse_json(text, Source::kDocument, limits::kDocumentBytes);
  REQUIRE(parsed.ok());
  return std::move(parsed).value();
}

// One object, the fields taken from it, and what was reported.
struct Trial {
  explicit Trial(std::string_view text) : value(json(text)), fields(intake, value, place) {}

  Lines reported() { return texts_of(intake.take()); }

  JsonValue value;
  Intake intake{Source::kRequest};
  Place top;
  Place place{top, "here"};
  Fields fields;
};

TEST_CASE("what is asked for and right is given without a word", "[io][intake]") {
  Trial t(R"({"t":"text","b":true,"d":"-1.5","w":12,"k":"two","l":[1,2,3]})");
  CHECK(t.fields.usable());
  CHECK(t.fields.text("t", true) == "text");
  CHECK(t.fields.boolean("b", false));
  CHECK(t.fields.decimal("d", true, Range::kAny) == "-1.5"_d);
  CHECK(t.fields.whole("w", true, 1, 12) == 12);
  CHECK(t.fields.word("k", true, {"one", "two"}) == 1);
  CHECK(t.fields.list("l", true, 3, "things").size() == 3);
  CHECK(t.fields.has("l"));
  CHECK_FALSE(t.fields.has("x"));
  t.fields.finish();
  CHECK(t.intake.ok());
}

TEST_CASE("what is absent and not required gives its default without a word", "[io][intake]") {
  Trial t("{}");
  CHECK(t.fields.text("t", false).empty());
  CHECK(t.fields.boolean("b", true));
  CHECK(t.fields.decimal("d", false, Range::kNotNegative, "7"_d) == "7"_d);
  CHECK_FALSE(t.fields.whole("w", false, 1, 2).has_value());
  CHECK_FALSE(t.fields.word("k", false, {"one"}).has_value());
  CHECK(t.fields.list("l", false, 3, "things").empty());
  t.fields.finish();
  CHECK(t.intake.ok());
}

TEST_CASE("each required field that is missing is named at its object", "[io][intake]") {
  Trial t("{}");
  (void)t.fields.member("m", true);
  (void)t.fields.text("t", true);
  (void)t.fields.decimal("d", true, Range::kAny);
  (void)t.fields.whole("w", true, 1, 2);
  (void)t.fields.word("k", true, {"one"});
  (void)t.fields.list("l", true, 3, "things");
  CHECK(t.reported() == Lines{"document/missing_field /here field=m", "document/missing_field /here field=t",
                              "document/missing_field /here field=d", "document/missing_field /here field=w",
                              "document/missing_field /here field=k", "document/missing_field /here field=l"});
}

TEST_CASE("what is no object is reported once, and its fields not at all", "[io][intake]") {
  for (const char* text : {"[]", "\"x\"", "7", "null", "true"}) {
    Trial t(text);
    CHECK_FALSE(t.fields.usable());
    CHECK(t.fields.text("t", true).empty());
    CHECK(t.fields.decimal("d", true, Range::kNotNegative, "3"_d) == "3"_d);
    CHECK(t.fields.list("l", true, 1, "things").empty());
    t.fields.finish();
    const std::string found(kind_name(t.value.kind));
    CHECK(t.reported() == Lines{"document/wrong_type /here expected=an object found=" + found});
  }
}

TEST_CASE("fields that nobody asked for are reported, in order", "[io][intake]") {
  Trial t(R"({"zeta":1,"t":"x","a/b":2,"__proto__":{},"constructor":null})");
  (void)t.fields.text("t", true);
  t.fields.finish();
  CHECK(t.reported() == Lines{"document/unknown_field /here/zeta field=zeta",
                              "document/unknown_field /here/a~1b field=a/b",
                              "document/unknown_field /here/__proto__ field=__proto__",
                              "document/unknown_field /here/constructor field=constructor"});
}

TEST_CASE("fields of the wrong type", "[io][intake]") {
  Trial t(R"({"t":7,"b":"yes","d":[],"w":"12","k":null,"l":{}})");
  CHECK(t.fields.text("t", true).empty());
  CHECK(t.fields.boolean("b", true));
  CHECK(t.fields.decimal("d", true, Range::kAny, "3"_d) == "3"_d);
  CHECK_FALSE(t.fields.whole("w", true, 1, 99).has_value());
  CHECK_FALSE(t.fields.word("k", true, {"one"}).has_value());
  CHECK(t.fields.list("l", true, 3, "things").empty());
  t.fields.finish();
  CHECK(t.reported() == Lines{"document/wrong_type /here/t expected=a text found=a number",
                              "document/wrong_type /here/b expected=true or false found=a text",
                              "document/wrong_type /here/d expected=a number in quotes found=a list",
                              "document/wrong_type /here/w expected=a whole number found=a text",
                              "document/wrong_type /here/k expected=a text found=null",
                              "document/wrong_type /here/l expected=a list found=an object"});
}

TEST_CASE("texts have a length", "[io][intake]") {
  Trial t(R"({"fits":")" + std::string(limits::kTextCharacters, 'x') + R"(","long":")" +
          std::string(limits::kTextCharacters + 1, 'x') + R"(","empty":"","empty_too":""})");
  CHECK(t.fields.text("fits", true).size() == limits::kTextCharacters);
  CHECK(t.fields.text("long", false).empty());  // so that nothing else is said about it
  CHECK(t.fields.text("empty", true).empty());
  CHECK(t.fields.text("empty_too", false).empty());
  CHECK(t.reported() ==
        Lines{"document/string_too_long /here/long bytes=201 limit=200", "document/string_empty /here/empty"});
}

TEST_CASE("lengths are bytes of UTF-8", "[io][intake]") {
  std::string hundred;
  for (int i = 0; i < 100; ++i) hundred += "é";
  Trial t(R"({"fits":")" + hundred + R"(","long":")" + hundred + R"(é"})");
  CHECK(t.fields.text("fits", true) == hundred);
  (void)t.fields.text("long", true);
  CHECK(t.reported() == Lines{"document/string_too_long /here/long bytes=202 limit=200"});
}

TEST_CASE("faults of numbers", "[io][intake]") {
  const auto [value, line] = GENERATE(table<std::string, std::string>({
      {"1.5", "number/not_text /here/d example=1.5"},
      {"-0.10", "number/not_text /here/d example=-0.10"},
      {"1e308", "number/not_text /here/d example=1e308"},
      {"\"\"", "number/malformed /here/d text="},
      {"\"1,5\"", "number/malformed /here/d text=1,5"},
      {"\"1e5\"", "number/malformed /here/d text=1e5"},
      {"\"NaN\"", "number/malformed /here/d text=NaN"},
      {"\"\u22121\"", "number/malformed /here/d text=\u22121"},
      {"\"0.1234567890123456789\"", "number/too_precise /here/d text=0.1234567890123456789 digits=19 limit=18"},
      {"\"100000000000000000001\"", "number/too_large /here/d text=100000000000000000001 limit=100000000000000000000"},
      {"\"-100000000000000000001\"",
       "number/too_large /here/d text=-100000000000000000001 limit=100000000000000000000"},
      {"\"-0.000000000000000001\"", "number/out_of_range /here/d value=-0.000000000000000001 range=0 or more"},
  }));
  Trial t("{\"d\":" + value + "}");
  CHECK(t.fields.decimal("d", true, Range::kNotNegative, "42"_d) == "42"_d);
  CHECK(t.reported() == Lines{line});
}

TEST_CASE("a number of many decimals says how many", "[io][intake]") {
  Trial t("{\"d\":\"0." + std::string(5'000, '1') + "\"}");
  (void)t.fields.decimal("d", true, Range::kAny);
  const Lines lines = t.reported();
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].ends_with("… digits=5000 limit=18"));
}

TEST_CASE("ranges and their ends", "[io][intake]") {
  struct Row {
    Range range;
    std::vector<const char*> inside;
    std::vector<const char*> outside;
    const char* words;
  };
  const std::vector<Row> rows = {
      {Range::kAny, {"-100000000000000000000", "0", "100000000000000000000"}, {}, ""},
      {Range::kNotNegative, {"0", "-0", "0.000000000000000001"}, {"-0.000000000000000001", "-5"}, "0 or more"},
      {Range::kShare, {"0", "0.5", "1", "1.000"}, {"-0.1", "1.000000000000000001", "33.33"}, "from 0 to 1"},
      {Range::kBelowOne, {"0", "0.999999999999999999"}, {"1", "1.5", "-0.1"}, "from 0 to below 1"},
  };
  for (const Row& row : rows) {
    for (const char* text : row.inside) {
      Trial t("{\"d\":\"" + std::string(text) + "\"}");
      CHECK(t.fields.decimal("d", true, row.range, "42"_d) == decimal(text));
      CHECK(t.intake.ok());
    }
    for (const char* text : row.outside) {
      Trial t("{\"d\":\"" + std::string(text) + "\"}");
      CHECK(t.fields.decimal("d", true, row.range, "42"_d) == "42"_d);
      CHECK(t.reported() == Lines{std::string("number/out_of_range /here/d value=") + text + " range=" + row.words});
    }
  }
}

TEST_CASE("whole numbers and their ends", "[io][intake]") {
  const auto [value, line] = GENERATE(table<std::string, std::string>({
      {"0", "number/out_of_range /here/w value=0 range=from 1 to 18"},
      {"19", "number/out_of_range /here/w value=19 range=from 1 to 18"},
      {"-1", "number/out_of_range /here/w value=-1 range=from 1 to 18"},
      {"4294967297", "number/out_of_range /here/w value=4294967297 range=from 1 to 18"},
      {"99999999999999999999999", "number/out_of_range /here/w value=99999999999999999999999 range=from 1 to 18"},
      {"1.5", "document/wrong_type /here/w expected=a whole number found=a number"},
      {"1e1", "document/wrong_type /here/w expected=a whole number found=a number"},
      {"true", "document/wrong_type /here/w expected=a whole number found=true or false"},
      {"\"2\"", "document/wrong_type /here/w expected=a whole number found=a text"},
  }));
  Trial t("{\"w\":" + value + "}");
  CHECK_FALSE(t.fields.whole("w", true, 1, 18).has_value());
  CHECK(t.reported() == Lines{line});
  Trial ends(R"({"a":1,"b":18})");
  CHECK(ends.fields.whole("a", true, 1, 18) == 1);
  CHECK(ends.fields.whole("b", true, 1, 18) == 18);
}

TEST_CASE("words that are not in the list", "[io][intake]") {
  Trial t(R"({"k":"Both","l":"","m":"constructor"})");
  for (const char* name : {"k", "l", "m"}) CHECK_FALSE(t.fields.word(name, true, {"both", "none"}).has_value());
  CHECK(t.reported() == Lines{"document/unknown_value /here/k value=Both expected=both, none",
                              "document/unknown_value /here/l value= expected=both, none",
                              "document/unknown_value /here/m value=constructor expected=both, none"});
}

TEST_CASE("lists have a length, and one too long is not looked into", "[io][intake]") {
  Trial t(R"({"l":[1,2,3]})");
  CHECK(t.fields.list("l", true, 2, "things").empty());
  CHECK(t.reported() == Lines{"document/too_many /here/l count=3 what=things limit=2"});
}

TEST_CASE("what is quoted is cut between characters", "[io][intake]") {
  // 60 bytes are shown: here that would be in the middle of the 30th "é".
  std::string text = "x";
  for (int i = 0; i < 50; ++i) text += "é";
  Trial t("{\"" + text + "\":1,\"k\":\"" + text + "\"}");
  (void)t.fields.word("k", true, {"a"});
  t.fields.finish();
  const std::string shown = text.substr(0, 59) + "…";
  CHECK(t.reported() == Lines{"document/unknown_value /here/k value=" + shown + " expected=a",
                              "document/unknown_field /here/" + text + " field=" + shown});
}

TEST_CASE("after a thousand problems no more are kept", "[io][intake]") {
  Intake intake(Source::kDocument);
  const Place top;
  for (std::size_t i = 0; i < limits::kProblems + 500; ++i) intake.report(ErrorCode::kStringEmpty, Place(top, i), {});
  CHECK_FALSE(intake.ok());
  const Problems problems = intake.take();
  CHECK(problems.size() == limits::kProblems);
  CHECK(problems.back().pointer == "/999");
  CHECK(problems.back().source == Source::kDocument);
}

TEST_CASE("ids are known by their first place", "[io][intake]") {
  Intake intake(Source::kDocument);
  const Place top;
  IdIndex ids;
  ids.add(intake, "btc", 0, Place(top, "first"));
  ids.add(intake, "", 1, Place(top, "empty"));  // reported where it was read
  ids.add(intake, "BTC", 2, Place(top, "other"));
  CHECK(intake.ok());
  ids.add(intake, "btc", 3, Place(top, "second"));
  ids.add(intake, "btc", 4, Place(top, "third"));
  CHECK(ids.find("btc") == 0);
  CHECK(ids.find("BTC") == 2);
  CHECK_FALSE(ids.find("").has_value());
  CHECK_FALSE(ids.find("eth").has_value());
  CHECK(texts_of(intake.take()) ==
        Lines{"document/duplicate_id /second id=btc first=/first", "document/duplicate_id /third id=btc first=/first"});
}

}  // namespace
}  // namespace ballast
