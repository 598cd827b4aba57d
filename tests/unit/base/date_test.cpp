#include "ballast/base/date.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace ballast;

TEST_CASE("Days are read and written", "[base][date]") {
  const std::string text = GENERATE("1900-01-01", "2026-11-23", "2028-02-29", "2199-12-31");
  const std::optional<Date> date = parse_date(text);
  REQUIRE(date.has_value());
  CHECK(date_text(*date) == text);
}

TEST_CASE("Days follow each other", "[base][date]") {
  CHECK(*parse_date("2027-03-01") - *parse_date("2027-02-28") == std::chrono::days(1));
  CHECK(*parse_date("2028-03-01") - *parse_date("2028-02-28") == std::chrono::days(2));
  CHECK(*parse_date("2027-01-01") > *parse_date("2026-12-31"));
}

TEST_CASE("What is no day is refused", "[base][date]") {
  const std::string text =
      GENERATE("", "2027-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-01", "26-04-01", "2026/04/01",
               "2026-04-01T00:00", " 2026-04-01", "2026-04-1a", "+026-04-01", "1899-12-31", "2200-01-01", "20260401");
  CHECK_FALSE(parse_date(text).has_value());
}
