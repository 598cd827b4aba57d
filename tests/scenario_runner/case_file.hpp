// One case: a command, its input, and what it must answer. Read from tests/scenarios/ and tests/errors/, or generated.
//
//   {"name": "…", "why": "…", "command": "plan", "document": {…}, "request": {…}, "reply": {…}}     tests/scenarios/
//   {"name": "…", "command": "validate", "document_text": "{", "errors": […]}                       tests/errors/
//
// `document_text` and `request_text` stand for the text itself, where that is what is wrong.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace ballast {

using Json = nlohmann::ordered_json;

struct CaseFile {
  std::string name;  ///< of the file, without ".json"
  Json content;
};

/// All of a folder by name, read once: Catch2 begins a test case anew for each of its sections. A file that is no JSON
/// fails the test.
[[nodiscard]] const std::vector<CaseFile>& case_files(const std::string& folder);

/// What the command answers to the case's input.
[[nodiscard]] std::string run_case(const Json& content);

/// The first ```json block of a text.
[[nodiscard]] Json first_json_block(const std::string& markdown);

[[nodiscard]] std::string file_text(const std::string& path);

}  // namespace ballast
