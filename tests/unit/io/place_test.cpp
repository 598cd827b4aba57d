#include "ballast/io/place.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace ballast {
namespace {

TEST_CASE("a place is an RFC 6901 pointer", "[io][place]") {
  const Place top;
  CHECK(top.pointer().empty());
  const Place accounts(top, "accounts");
  const Place second(accounts, std::size_t{1});
  const Place holdings(second, "holdings");
  const Place first(holdings, std::size_t{0});
  CHECK(Place(first, "quantity").pointer() == "/accounts/1/holdings/0/quantity");
}

TEST_CASE("the examples of RFC 6901, section 5", "[io][place]") {
  const Place top;
  CHECK(Place(top, "").pointer() == "/");
  CHECK(Place(top, "a/b").pointer() == "/a~1b");
  CHECK(Place(top, "c%d").pointer() == "/c%d");
  CHECK(Place(top, "e^f").pointer() == "/e^f");
  CHECK(Place(top, "g|h").pointer() == "/g|h");
  CHECK(Place(top, "i\\j").pointer() == "/i\\j");
  CHECK(Place(top, "k\"l").pointer() == "/k\"l");
  CHECK(Place(top, " ").pointer() == "/ ");
  CHECK(Place(top, "m~n").pointer() == "/m~0n");
}

TEST_CASE("escapes do not run into each other", "[io][place]") {
  CHECK(escape_pointer("~1") == "~01");
  CHECK(escape_pointer("~0") == "~00");
  CHECK(escape_pointer("~/") == "~0~1");
  CHECK(escape_pointer("//~~") == "~1~1~0~0");
  CHECK(escape_pointer("") == "");
  CHECK(escape_pointer("Zürich") == "Zürich");
}

TEST_CASE("an index is not a name, though they look the same", "[io][place]") {
  const Place top;
  CHECK(Place(top, std::size_t{7}).pointer() == Place(top, "7").pointer());
  CHECK(Place(top, std::size_t{100'000}).pointer() == "/100000");
}

}  // namespace
}  // namespace ballast
