#include "ballast/app/commands.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "ballast/app/version.hpp"
#include "ballast/base/limits.hpp"
#include "ballast/base/message_table.hpp"
#include "ballast/money/currency.hpp"
#include "replies.hpp"

namespace ballast {
namespace {

using Lines = std::vector<std::string>;

std::string file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream.good());
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string sample() { return file(BALLAST_TESTS_DIR "/../public/samples/starter.ballast.json"); }

TEST_CASE("describe gives the tables as they are", "[app][commands]") {
  const JsonValue reply = reply_data(describe_command());
  REQUIRE(at(reply, {"ok"}).boolean);
  const JsonValue& value = at(reply, {"value"});
  CHECK(text_at(value, {"name"}) == "ballast");
  CHECK(text_at(value, {"version"}) == kVersion);
  CHECK(text_at(value, {"document_version"}) == "1");
  CHECK(at(value, {"currencies"}).items.size() == known_currencies().size());
  CHECK(at(value, {"error_codes"}).items.size() == error_messages().size());
  CHECK(at(value, {"reason_codes"}).items.size() == reason_messages().size());
  for (std::size_t i = 0; i < error_messages().size(); ++i) {
    CHECK(text_at(value, {"error_codes", std::to_string(i), "code"}) == error_messages()[i].text);
    CHECK(text_at(value, {"error_codes", std::to_string(i), "message"}) == error_messages()[i].english);
  }
  CHECK(text_at(value, {"limits", "document_bytes"}) == std::to_string(limits::kDocumentBytes));
  CHECK(text_at(value, {"limits", "request_bytes"}) == std::to_string(limits::kRequestBytes));
  CHECK(text_at(value, {"limits", "values"}) == std::to_string(limits::kValues));
  CHECK(text_at(value, {"limits", "pairs"}) == std::to_string(limits::kPairs));
}

TEST_CASE("the sample portfolio passes all commands", "[app][commands]") {
  CHECK(validate_command(sample()) == R"({"ok":true,"value":{"valid":true,"notices":[]}})");
  CHECK(errors_in(plan_command(sample(), "")).empty());
}

TEST_CASE("equal input gives equal bytes", "[app][commands]") {
  CHECK(plan_command(sample(), "") == plan_command(sample(), ""));
  CHECK(summarize_command(sample()) == summarize_command(sample()));
  CHECK(describe_command() == describe_command());
}

TEST_CASE("texts that are no document are refused by every command", "[app][commands]") {
  const std::string text = GENERATE(values<std::string>({
      "",
      "null",
      "{}",
      "[]",
      "0",
      "\"ballast\"",
      "{\"format\":\"ballast\"}",
      "\xff",
      std::string(1, '\0'),
      std::string(100'000, '['),
      std::string(100'000, '{'),
      "NaN",
      "<html></html>",
      "PK\x03\x04",
  }));
  CHECK_FALSE(errors_in(validate_command(text)).empty());
  CHECK(errors_in(summarize_command(text)) == errors_in(validate_command(text)));
  CHECK(errors_in(plan_command(text, "")) == errors_in(validate_command(text)));
}

TEST_CASE("what a message quotes cannot break the reply", "[app][commands]") {
  for (const char* title : {"\"", "\\", "</script>", "\\u0000", "\\n", "\u2028", "{value}"}) {
    const std::string text =
        std::string(R"({"format":"ballast","version":1,"k)") + title + R"(":1,"base_currency":"{code}"})";
    CHECK_FALSE(errors_in(validate_command(text)).empty());
  }
}

TEST_CASE("replies are UTF-8, wherever in a character the text broke off", "[app][commands]") {
  for (const char* text : {"tr\u00e9", "1\u00e9", "[1,\u20ac]", "\"\\\U0001f600\"", "nul\U0001f600", "{\u00e9:1}"}) {
    CAPTURE(text);
    CHECK(errors_in(validate_command(text)).front().starts_with("document text/not_json "));
  }
}

TEST_CASE("a document damaged anywhere is answered", "[app][commands]") {
  const std::string whole = sample();
  std::vector<Lines> answers;
  // Cut off at every byte: never a document.
  for (std::size_t size = 0; size < whole.size() - 2; size += 7) {
    if (errors_in(validate_command(std::string_view(whole).substr(0, size))).empty()) FAIL("cut at " << size);
  }
  // One byte replaced: whatever comes of it, no fault of the engine's.
  std::uint64_t state = 7;
  for (std::size_t i = 0; i < whole.size(); i += 3) {
    std::string damaged = whole;
    state = state * 48'271 % 2'147'483'647;
    damaged[i] = static_cast<char>(state % 256);
    for (const std::string& line : errors_in(plan_command(damaged, ""))) {
      if (line.starts_with("engine ")) FAIL(line << " at byte " << i);
    }
  }
  SUCCEED();
}

TEST_CASE("what is in range but leads out of it is refused as too large", "[app][commands]") {
  // A billion at 1e-12 each would be 1e21 units.
  const std::string text = R"({"format":"ballast","version":1,"base_currency":"USD",
      "assets":[{"id":"a","symbol":"A","price":"0.000000000001"}],
      "accounts":[{"id":"x","cash":"1000000000","holdings":[]}],"policy":{"targets":[{"asset":"a","weight":"1"}]}})";
  CHECK(errors_in(validate_command(text)).empty());
  CHECK(errors_in(plan_command(text, "")) == Lines{"document number/total_too_large  limit=100000000000000000000"});
}

// The largest and smallest numbers that a document may hold, in every combination.
TEST_CASE("numbers at the ends of their ranges are no fault of the engine's", "[app][commands]") {
  const std::vector<std::string> ends = {"0", "0.000000000000000001", "1", "100000000000000000000"};
  const auto document = [](const std::string& price, const std::string& step, const std::string& quantity,
                           const std::string& cash, const std::string& rate, const std::string& fixed) {
    return R"({"format":"ballast","version":1,"base_currency":"USD","assets":[{"id":"a","symbol":"A","price":")" +
           price + R"(","quantity_step":")" + step + R"("},{"id":"b","symbol":"B","price":"1"}],
           "accounts":[{"id":"x","cash":")" +
           cash + R"(","fees":{"proportional":")" + rate + R"(","fixed":")" + fixed +
           R"("},"holdings":[{"asset":"a","quantity":")" + quantity + R"("},{"asset":"b","quantity":"0.5"}]}],
           "policy":{"targets":[{"asset":"b","weight":"0.000000000000000001"})" +
           (price == "0" ? "" : R"(,{"asset":"a","weight":"0.5"})") + "]}}";
  };
  Lines faults;
  std::size_t planned = 0;
  for (const std::string& price : ends) {
    for (const std::string& step : ends) {
      for (const std::string& quantity : ends) {
        for (const std::string cash : {"0", "1", "100000000000000000000"}) {
          for (const std::string rate : {"0", "0.999999999999999999"}) {
            for (const std::string fixed : {"0", "100000000000000000000"}) {
              const std::string text = document(price, step, quantity, cash, rate, fixed);
              const Lines errors = errors_in(plan_command(text, R"({"minimum_trade_value":"0.01"})"));
              if (errors.empty()) ++planned;
              if (errors.empty() || !errors.front().starts_with("engine ")) continue;
              faults.push_back("price " + price + ", step " + step + ", quantity " + quantity + ", cash " + cash +
                               ", rate " + rate + ", fixed " + fixed + ": " + errors.front());
            }
          }
        }
      }
    }
  }
  CHECK(planned > 200);
  for (std::size_t i = 0; i < faults.size() && i < 5; ++i) UNSCOPED_INFO(faults[i]);
  CHECK(faults.empty());
}

}  // namespace
}  // namespace ballast
