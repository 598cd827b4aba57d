// Which bytes a JSON text may consist of.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "json_reading.hpp"

namespace ballast {
namespace {

using std::string_literals::operator""s;

TEST_CASE("bytes that are not UTF-8 are named by their place", "[io][json_value]") {
  const auto [bytes, place] = GENERATE(table<std::string, std::size_t>({
      {"\x80", 0},  // continuation without a lead
      {"\xbf", 0},
      {"\xc0\x80", 0},      // overlong NUL
      {"\xc1\xbf", 0},      // overlong in two bytes
      {"\xc3", 0},          // lead at the end
      {"\xc3\"", 0},        // lead without continuation
      {"\xe0\x80\x80", 0},  // overlong in three bytes
      {"\xe0\x9f\xbf", 0},
      {"\xe2\x82", 0},          // cut in the middle
      {"\xe2\x28\xa1", 0},      // second byte is none
      {"\xe2\x82\x28", 0},      // third byte is none
      {"\xed\xa0\x80", 0},      // U+D800, a half character
      {"\xed\xbf\xbf", 0},      // U+DFFF
      {"\xf0\x80\x80\x80", 0},  // overlong in four bytes
      {"\xf0\x8f\xbf\xbf", 0},
      {"\xf0\x9f\x98", 0},  // cut before the last
      {"\xf0\x9f\x98\x28", 0},
      {"\xf4\x90\x80\x80", 0},  // U+110000
      {"\xf5\x80\x80\x80", 0},
      {"\xf8\x88\x80\x80\x80", 0},  // five and six bytes, as UTF-8 once had
      {"\xfc\x84\x80\x80\x80\x80", 0},
      {"\xfe", 0},
      {"\xff\xfe{\0}\0"s, 0},  // UTF-16 with its BOM
      {"é\xe9", 2},            // Latin-1 after UTF-8
      {"\U0001f600ab\xff", 6},
      {"€\xe2\x82", 3},
  }));
  CAPTURE(place);
  const std::string text = "{\"title\":\"" + bytes;
  const Problem problem = problem_of(text);
  CHECK(problem.code == ErrorCode::kTextNotUtf8);
  CHECK(parameter(problem, "byte") == std::to_string(10 + place));
}

TEST_CASE("every corner of UTF-8 is read", "[io][json_value]") {
  for (const std::string character : {"\u0080", "\u07ff", "\u0800", "\ud7ff", "\ue000", "\ufeff", "\ufffd", "\uffff",
                                      "\U00010000", "\U0010ffff", "\u202e", "\u0661"}) {
    const Result<JsonValue> parsed = parse("\"" + character + "\"");
    REQUIRE(parsed.ok());
    CHECK(parsed.value().text == character);
  }
}

}  // namespace
}  // namespace ballast
