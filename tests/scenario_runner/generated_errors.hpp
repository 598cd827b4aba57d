// Bad inputs that a JSON file cannot hold, or not sensibly: bytes that are no text, and what is far too large. Named
// like the files of tests/errors/.
#pragma once

#include <string>
#include <vector>

#include "case_file.hpp"

namespace ballast {

struct GeneratedError {
  std::string name;  ///< "text__not_utf8-in-request"
  std::string command;
  std::string document;
  std::string request;
  Json errors;
};

/// Made once: some are of many megabytes.
[[nodiscard]] const std::vector<GeneratedError>& generated_errors();

}  // namespace ballast
