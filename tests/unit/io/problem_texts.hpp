// Problems as one line each, so that tests can list them: "document/missing_field /assets/0 field=price".
#pragma once

#include <string>
#include <vector>

#include "ballast/base/error_code.hpp"
#include "ballast/base/result.hpp"

namespace ballast {

inline std::vector<std::string> texts_of(const Problems& problems) {
  std::vector<std::string> out;
  for (const Problem& problem : problems) {
    std::string line = std::string(error_text(problem.code)) + " " + problem.pointer;
    for (const auto& [name, value] : problem.parameters) line += " " + name + "=" + value;
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace ballast
