#include "ballast/base/message_table.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ballast {
namespace {

// The {gaps} of a sentence; braces that enclose anything but a name are not gaps.
std::vector<std::string> gaps(std::string_view english) {
  std::vector<std::string> out;
  for (std::size_t open = english.find('{'); open != std::string_view::npos; open = english.find('{', open + 1)) {
    const std::size_t close = english.find_first_of("{}", open + 1);
    if (close == std::string_view::npos || english[close] == '{') continue;
    out.emplace_back(english.substr(open + 1, close - open - 1));
  }
  return out;
}

bool is_name(std::string_view text) {
  const auto belongs = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), belongs);
}

// "room/name", lower case.
bool is_code(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && is_name(text.substr(0, slash)) && is_name(text.substr(slash + 1));
}

template <typename Table>
void check_table(const Table& table, std::size_t count) {
  CHECK(table.size() == count);
  std::set<std::string_view> codes;
  std::set<std::string_view> sentences;
  for (const auto& row : table) {
    CAPTURE(row.text);
    CHECK(is_code(row.text));
    CHECK(codes.insert(row.text).second);
    CHECK_FALSE(row.english.empty());
    CHECK(sentences.insert(row.english).second);
    CHECK(row.english.back() == '.');
    for (const std::string& gap : gaps(row.english)) {
      CAPTURE(gap);
      CHECK(is_name(gap));
    }
    // Every brace belongs to a gap, or is one of a balanced pair that stands for itself.
    CHECK(std::count(row.english.begin(), row.english.end(), '{') ==
          std::count(row.english.begin(), row.english.end(), '}'));
  }
}

TEST_CASE("every error code has its own text and a well-formed sentence", "[base][message_table]") {
  check_table(error_messages(), static_cast<std::size_t>(ErrorCode::kCount));
}

TEST_CASE("every reason code has its own text and a well-formed sentence", "[base][message_table]") {
  check_table(reason_messages(), static_cast<std::size_t>(ReasonCode::kCount));
}

TEST_CASE("rows stand where their code says", "[base][message_table]") {
  for (std::size_t i = 0; i < error_messages().size(); ++i) {
    const auto code = static_cast<ErrorCode>(i);
    CHECK(error_messages()[i].code == code);
    CHECK(error_text(code) == error_messages()[i].text);
  }
  for (std::size_t i = 0; i < reason_messages().size(); ++i) {
    const auto code = static_cast<ReasonCode>(i);
    CHECK(reason_messages()[i].code == code);
    CHECK(reason_text(code) == reason_messages()[i].text);
  }
}

TEST_CASE("no sentence gives advice", "[base][message_table]") {
  const auto gives_advice = [](std::string_view english) {
    for (const std::string_view word : {"recommend", "advise", "best", "should buy", "should sell", "optimal"}) {
      if (english.find(word) != std::string_view::npos) return true;
    }
    return false;
  };
  for (const ErrorMessage& row : error_messages()) CHECK_FALSE(gives_advice(row.english));
  for (const ReasonMessage& row : reason_messages()) CHECK_FALSE(gives_advice(row.english));
}

TEST_CASE("gaps are filled by name", "[base][message_table]") {
  CHECK(english(ErrorCode::kTargetsSum, {{"difference", "-0.01"}, {"sum", "0.99"}}) ==
        "The target weights sum to 0.99, not to 1: the difference is -0.01.");
  // A parameter that no gap asks for is no harm.
  CHECK(english(ErrorCode::kStringEmpty, {{"sum", "0.99"}}) == "This must not be empty.");
}

TEST_CASE("a gap without a parameter stays as it stands", "[base][message_table]") {
  CHECK(english(ErrorCode::kTargetsSum, {{"sum", "0.99"}}) ==
        "The target weights sum to 0.99, not to 1: the difference is {difference}.");
}

TEST_CASE("what fills a gap is not looked at again", "[base][message_table]") {
  CHECK(english(ErrorCode::kTargetsSum, {{"sum", "{difference}"}, {"difference", "{sum}"}}) ==
        "The target weights sum to {difference}, not to 1: the difference is {sum}.");
  CHECK(english(ErrorCode::kUnknownAsset, {{"id", "{"}}) == "No asset has the id “{”.");
}

TEST_CASE("braces that are part of an example stay", "[base][message_table]") {
  CHECK(english(ErrorCode::kUnknownCurrency, {{"code", "XAU"}}) ==
        "The currency “XAU” is not known; give its minor unit digits: {\"code\":\"XAU\",\"minor_unit_digits\":2}.");
}

TEST_CASE("all gaps of all sentences can be filled", "[base][message_table]") {
  const auto has_gap = [](std::string_view sentence) {
    const std::vector<std::string> all = gaps(sentence);
    return std::any_of(all.begin(), all.end(), is_name);
  };
  const auto filled_with_x = [](std::string_view sentence) {
    Parameters parameters;
    for (const std::string& gap : gaps(sentence)) parameters.emplace_back(gap, "x");
    return parameters;
  };
  for (const ErrorMessage& row : error_messages()) {
    CHECK_FALSE(has_gap(english(row.code, filled_with_x(row.english))));
  }
  for (const ReasonMessage& row : reason_messages()) {
    CHECK_FALSE(has_gap(english(row.code, filled_with_x(row.english))));
  }
}

}  // namespace
}  // namespace ballast
