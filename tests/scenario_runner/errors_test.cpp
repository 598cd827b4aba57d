// Every file of tests/errors/ and every generated bad input: exactly the expected errors, and every code that input can
// cause is among them.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "ballast/app/commands.hpp"
#include "ballast/base/message_table.hpp"
#include "case_file.hpp"
#include "generated_errors.hpp"

namespace ballast {
namespace {

std::string expected_reply(const Json& errors) {
  Json reply;
  reply["ok"] = false;
  reply["errors"] = errors;
  return reply.dump();
}

// "number/too_precise" of "number__too_precise-in-cash".
std::string code_of(const std::string& name) {
  std::string code = name.substr(0, name.find('-'));
  const std::size_t bar = code.find("__");
  REQUIRE(bar != std::string::npos);
  return code.replace(bar, 2, "/");
}

bool names_code(const Json& errors, const std::string& code) {
  return std::any_of(errors.begin(), errors.end(), [&](const Json& error) { return error.at("code") == code; });
}

std::string answer(const GeneratedError& error) {
  if (error.command == "analyze") return analyze_command(error.document, error.request);
  if (error.command == "carry_out") return carry_out_command(error.document, error.request);
  if (error.command == "plan") return plan_command(error.document, error.request);
  return error.command == "summarize" ? summarize_command(error.document) : validate_command(error.document);
}

// These say that the engine itself failed: no input is known to cause them, and one that does is a defect.
const std::set<std::string> kNotCausedByInput = {"engine/verification_failed", "engine/internal"};

TEST_CASE("bad input is answered with all its errors, byte for byte", "[errors]") {
  for (const CaseFile& file : case_files(BALLAST_ERRORS_DIR)) {
    DYNAMIC_SECTION(file.name) {
      const std::string reply = run_case(file.content);
      const Json data = Json::parse(reply, nullptr, false);
      REQUIRE_FALSE(data.is_discarded());
      CHECK(data.value("errors", Json()).dump(1) == file.content.at("errors").dump(1));
      CHECK(reply == expected_reply(file.content.at("errors")));
    }
  }
}

TEST_CASE("bad input that no file holds is answered the same way", "[errors]") {
  for (const GeneratedError& error : generated_errors()) {
    DYNAMIC_SECTION(error.name) {
      const std::string reply = answer(error);
      // Not more of a reply than a message can show, whatever the input was.
      CHECK(reply.substr(0, 20'000) == expected_reply(error.errors));
    }
  }
}

TEST_CASE("a file is named after the error that it causes", "[errors]") {
  for (const CaseFile& file : case_files(BALLAST_ERRORS_DIR)) {
    CAPTURE(file.name);
    CHECK(names_code(file.content.at("errors"), code_of(file.name)));
    CHECK_FALSE(file.content.at("name").get<std::string>().empty());
  }
  for (const GeneratedError& error : generated_errors()) {
    CAPTURE(error.name);
    CHECK(names_code(error.errors, code_of(error.name)));
  }
}

TEST_CASE("every error that input can cause is reproduced", "[errors]") {
  std::set<std::string> reproduced;
  for (const CaseFile& file : case_files(BALLAST_ERRORS_DIR)) reproduced.insert(code_of(file.name));
  for (const GeneratedError& error : generated_errors()) reproduced.insert(code_of(error.name));
  for (const ErrorMessage& row : error_messages()) {
    CAPTURE(row.text);
    const std::string code(row.text);
    CHECK(reproduced.count(code) + kNotCausedByInput.count(code) == 1);
  }
}

}  // namespace
}  // namespace ballast
