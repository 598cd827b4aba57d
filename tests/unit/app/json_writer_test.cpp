// The writer of replies, read back by the reader of documents.
#include "../../../core/src/app/json_writer.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <limits>
#include <string>

#include "replies.hpp"

namespace ballast {
namespace {

using std::string_literals::operator""s;

TEST_CASE("objects and lists, empty and nested, with commas only between", "[app][json_writer]") {
  JsonWriter json;
  json.begin_object();
  json.field("text", "a");
  json.key("empty");
  json.begin_list();
  json.end_list();
  json.key("list");
  json.begin_list();
  json.value(true);
  json.value(nullptr);
  json.begin_object();
  json.end_object();
  json.begin_object();
  json.field("no", false);
  json.end_object();
  json.value("last");
  json.end_list();
  json.field("number", 7);
  json.end_object();
  CHECK(json.take() == R"({"text":"a","empty":[],"list":[true,null,{},{"no":false},"last"],"number":7})");
}

TEST_CASE("numbers of every width", "[app][json_writer]") {
  JsonWriter json;
  json.begin_list();
  json.value(0);
  json.value(-1);
  json.value(std::numeric_limits<std::int64_t>::min());
  json.value(std::numeric_limits<std::uint64_t>::max());
  json.end_list();
  CHECK(json.take() == "[0,-1,-9223372036854775808,18446744073709551615]");
}

TEST_CASE("every character comes back as it was", "[app][json_writer]") {
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  all += "é€🙂\u2028\u202e\ufeff";
  JsonWriter json;
  json.begin_object();
  json.field(all, all);
  json.end_object();
  const JsonValue data = reply_data(json.take());
  REQUIRE(data.members.size() == 1);
  CHECK(data.members[0].name == all);
  CHECK(data.members[0].value.text == all);
}

TEST_CASE("characters are escaped as RFC 8259 names them", "[app][json_writer]") {
  JsonWriter json;
  json.value("\"\\\b\f\n\r\t\0\x1f/\x7f"s);
  CHECK(json.take() == R"("\"\\\b\f\n\r\t\u0000\u001f/)"s + "\x7f\"");
}

}  // namespace
}  // namespace ballast
