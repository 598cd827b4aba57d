#include "ballast/io/json_value.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "ballast/base/limits.hpp"
#include "json_reading.hpp"

namespace ballast {
namespace {

using std::string_literals::operator""s;

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

TEST_CASE("JSON of every kind becomes data", "[io][json_value]") {
  const Result<JsonValue> parsed = parse(R"( {"n":null,"b":[true,false],"i":-12,"d":1.50,"t":"a\u00e9\n","o":{}} )");
  REQUIRE(parsed.ok());
  const JsonValue& root = parsed.value();
  REQUIRE(root.kind == JsonValue::Kind::kObject);
  REQUIRE(root.members.size() == 6);
  CHECK(root.members[0].name == "n");
  CHECK(root.members[5].name == "o");
  CHECK(root.find("n")->kind == JsonValue::Kind::kNull);
  REQUIRE(root.find("b")->items.size() == 2);
  CHECK(root.find("b")->items[0].kind == JsonValue::Kind::kBoolean);
  CHECK(root.find("b")->items[0].boolean);
  CHECK_FALSE(root.find("b")->items[1].boolean);
  CHECK(root.find("i")->kind == JsonValue::Kind::kNumber);
  CHECK(root.find("i")->text == "-12");
  CHECK(root.find("d")->text == "1.50");
  CHECK(root.find("t")->kind == JsonValue::Kind::kText);
  CHECK(root.find("t")->text == "aé\n");
  CHECK(root.find("o")->kind == JsonValue::Kind::kObject);
  CHECK(root.find("x") == nullptr);
}

TEST_CASE("a value of any kind may be the whole text", "[io][json_value]") {
  CHECK(parse("null").value().kind == JsonValue::Kind::kNull);
  CHECK(parse("\"\"").value().text.empty());
  CHECK(parse("[]").value().kind == JsonValue::Kind::kList);
  CHECK(parse("\t\r\n 7 ").value().text == "7");
}

TEST_CASE("numbers keep their digits", "[io][json_value]") {
  CHECK(parse("0.1000").value().text == "0.1000");
  CHECK(parse("1e3").value().text == "1e3");
  CHECK(parse("18446744073709551615").value().text == "18446744073709551615");
  CHECK(parse("18446744073709551616").value().text == "18446744073709551616");
  CHECK(parse("-9223372036854775808").value().text == "-9223372036854775808");
  CHECK(parse("123456789012345678901234567890.5").value().text == "123456789012345678901234567890.5");
}

TEST_CASE("what is not JSON is said to be none", "[io][json_value]") {
  const std::string text = GENERATE(values<std::string>({
      "",
      " ",
      "{",
      "}",
      "[",
      "]",
      "[1",
      "[1,",
      "[1,]",
      "{\"a\"",
      "{\"a\":",
      "{\"a\":1",
      "{\"a\":1,}",
      "{a:1}",
      "{'a':1}",
      "{\"a\" 1}",
      "{\"a\":1 \"b\":2}",
      "[1 2]",
      "\"",
      "\"a",
      "'a'",
      "tru",
      "truee",
      "True",
      "nul",
      "undefined",
      // Something after the end.
      "{}x",
      "{} {}",
      "[]]",
      "1 2",
      "null,",
      "{}\0"s,
      "{};",
      // Literals of other languages.
      "NaN",
      "-NaN",
      "Infinity",
      "-Infinity",
      "[NaN]",
      "{\"price\":Infinity}",
      "inf",
      // Numbers that JSON does not have.
      "01",
      "-01",
      "+1",
      ".5",
      "1.",
      "1.e5",
      "1e",
      "1e+",
      "-",
      "0x1",
      "1_000",
      "1,5",
      "--1",
      // Comments.
      "// a\n1",
      "/* a */1",
      "# a\n1",
      // Characters that must be escaped, escapes that are none.
      "\"a\nb\"",
      "\"a\tb\"",
      "\"\0\""s,
      "\"\x1f\"",
      "\"\\x41\"",
      "\"\\u12\"",
      "\"\\u12g4\"",
      "\"\\\"",
      // Half characters, escaped.
      "\"\\ud800\"",
      "\"\\udc00\"",
      "\"\\ud800x\"",
      "\"\\ud800\\ud800\"",
      "\"\\udc00\\ud800\"",
      "\"\\udbff\\u0041\"",
      "{\"\\ud800\":1}",
      // A BOM where none belongs.
      "{\ufeff}",
      "\ufeff\ufeff{}",
      "{}\ufeff",
  }));
  CAPTURE(text);
  const Problem problem = problem_of(text);
  CHECK(problem.code == ErrorCode::kTextNotJson);
  CHECK(problem.source == Source::kDocument);
  CHECK(problem.pointer.empty());
  // The words are a person's, without the parser's name for the fault.
  CHECK_FALSE(parameter(problem, "detail").empty());
  CHECK(parameter(problem, "detail").find("json.exception") == std::string::npos);
}

TEST_CASE("one byte order mark at the beginning is skipped", "[io][json_value]") {
  CHECK(parse("\ufeff{\"a\":1}").ok());
}

TEST_CASE("an escaped pair of surrogates is one character", "[io][json_value]") {
  CHECK(parse(R"("\ud83d\ude00")").value().text == "\U0001f600");
  CHECK(parse(R"("\u0000")").value().text == "\0"s);
}

TEST_CASE("line and column say where reading stopped", "[io][json_value]") {
  const auto [text, line, column] = GENERATE(table<std::string, std::string, std::string>({
      {"", "1", "1"},
      {"x", "1", "1"},
      {"{\"a\":1,}", "1", "8"},
      {"{\"a\":1", "1", "7"},
      {"[1,\n2,\n]", "3", "1"},
      {"[1,\r\n  }", "2", "3"},
      {"[\n\n\n", "4", "1"},
      {"{}\n\n  !", "3", "3"},
      {"{\"a\": NaN}", "1", "7"},
      // Columns count characters, as an editor shows them, not bytes.
      {"{\"é\":1,}", "1", "8"},
      {"[\"\U0001f600\" ?]", "1", "6"},
      {"\ufeff[?]", "1", "2"},
  }));
  CAPTURE(text);
  const Problem problem = problem_of(text);
  REQUIRE(problem.code == ErrorCode::kTextNotJson);
  CHECK(parameter(problem, "line") == line);
  CHECK(parameter(problem, "column") == column);
}

TEST_CASE("a number beyond all doubles is refused, not made infinite", "[io][json_value]") {
  for (const char* text : {"1e400", "-1e400", "[1e999999999]"}) {
    CAPTURE(text);
    const Problem problem = problem_of(text);
    CHECK(problem.code == ErrorCode::kTextNotJson);
    CHECK(parameter(problem, "detail").find("json.exception") == std::string::npos);
  }
  CHECK(parse("1e308").value().text == "1e308");
  CHECK(parse("4.9e-324").value().text == "4.9e-324");
  CHECK(parse("1e-400").value().text == "1e-400");
}

TEST_CASE("what a message quotes stays short", "[io][json_value]") {
  // An unclosed quote near the beginning would otherwise quote the whole text.
  CHECK(parameter(problem_of("[\"" + std::string(1'000'000, 'a')), "detail").size() < 300);
  CHECK(parameter(problem_of("[" + std::string(1'000'000, '9') + "]"), "detail").size() < 300);
  CHECK(parameter(problem_of("{\"" + repeated("é", 100'000) + "\" 1}"), "detail").size() < 300);
}

TEST_CASE("a text longer than its limit is not looked at", "[io][json_value]") {
  CHECK(parse_json("[1]", Source::kRequest, 3).ok());
  const Result<JsonValue> parsed = parse_json("[\xff\xff", Source::kRequest, 2);
  REQUIRE_FALSE(parsed.ok());
  REQUIRE(parsed.problems().size() == 1);
  const Problem& problem = parsed.problems().front();
  CHECK(problem.code == ErrorCode::kTextTooLong);
  CHECK(problem.source == Source::kRequest);
  CHECK(problem.parameters == Parameters{{"bytes", "3"}, {"limit", "2"}});
}

TEST_CASE("32 levels are read, the 33rd is too deep", "[io][json_value]") {
  CHECK(parse(repeated("[", limits::kNesting) + repeated("]", limits::kNesting)).ok());
  CHECK(parse(repeated("{\"a\":", limits::kNesting - 1) + "{}" + repeated("}", limits::kNesting - 1)).ok());
  const Problem lists = problem_of(repeated("[", limits::kNesting + 1) + repeated("]", limits::kNesting + 1));
  CHECK(lists.code == ErrorCode::kTextTooDeep);
  CHECK(lists.pointer == repeated("/0", limits::kNesting - 1));
  CHECK(problem_of(repeated("{\"a\":", limits::kNesting + 1)).pointer == repeated("/a", limits::kNesting - 1));
  // Side by side is not deep.
  CHECK(parse("[" + repeated("[],", 100'000) + "{}]").ok());
}

TEST_CASE("a million values are read, one more is too many", "[io][json_value]") {
  // The list is a value too.
  CHECK(parse("[" + repeated("0,", limits::kValues - 2) + "0]").ok());
  const Problem lists = problem_of("[" + repeated("0,", limits::kValues - 1) + "[]]");
  CHECK(lists.code == ErrorCode::kTooMany);
  CHECK(lists.parameters == Parameters{{"count", "more than 1000000"}, {"what", "values"}, {"limit", "1000000"}});
  CHECK(problem_of("[" + repeated("0,", limits::kValues) + "0]").code == ErrorCode::kTooMany);
}

TEST_CASE("a hundred thousand levels are refused like one too many", "[io][json_value]") {
  for (const std::string step : {"[", "{\"a\":", "[{\"a\":"}) {
    CHECK(problem_of(repeated(step, 100'000)).code == ErrorCode::kTextTooDeep);
  }
}

TEST_CASE("a key may stand once in an object", "[io][json_value]") {
  const auto [text, key, pointer] = GENERATE(table<std::string, std::string, std::string>({
      {R"({"a":1,"a":2})", "a", ""},
      {R"({"a":1,"b":2,"a":1})", "a", ""},
      {R"({"a":1,"\u0061":2})", "a", ""},
      {R"({"\u0061":1,"a":2})", "a", ""},
      {R"({"é":1,"\u00e9":2})", "é", ""},
      {R"({"":1,"":2})", "", ""},
      {R"({"__proto__":1,"__proto__":2})", "__proto__", ""},
      {R"({"x":[0,{"k":1,"k":2}]})", "k", "/x/1"},
      {R"({"a/b":{"~":[{"k":{},"k":2}]}})", "k", "/a~1b/~0/0"},
  }));
  CAPTURE(text);
  const Problem problem = problem_of(text);
  CHECK(problem.code == ErrorCode::kTextDuplicateKey);
  CHECK(problem.parameters == Parameters{{"key", key}});
  CHECK(problem.pointer == pointer);
}

TEST_CASE("the same key in different objects is no duplicate", "[io][json_value]") {
  CHECK(parse(R"({"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}],"A":3})").ok());
}

TEST_CASE("an object with very many keys is read in no time", "[io][json_value]") {
  std::string text = "{";
  for (int i = 0; i < 100'000; ++i) text += "\"k" + std::to_string(i) + "\":0,";
  CHECK(parse(text + "\"last\":0}").value().members.size() == 100'001);
  CHECK(problem_of(text + "\"k99999\":0}").code == ErrorCode::kTextDuplicateKey);
}

TEST_CASE("kinds have names for messages", "[io][json_value]") {
  CHECK(kind_name(JsonValue::Kind::kNull) == "null");
  CHECK(kind_name(JsonValue::Kind::kBoolean) == "true or false");
  CHECK(kind_name(JsonValue::Kind::kNumber) == "a number");
  CHECK(kind_name(JsonValue::Kind::kText) == "a text");
  CHECK(kind_name(JsonValue::Kind::kList) == "a list");
  CHECK(kind_name(JsonValue::Kind::kObject) == "an object");
}

}  // namespace
}  // namespace ballast
