// What is not wrong, but worth saying before a plan is made.
#pragma once

#include <string>
#include <vector>

#include "ballast/base/parameters.hpp"
#include "ballast/base/reason_code.hpp"
#include "ballast/model/portfolio.hpp"
#include "ballast/policy/policy.hpp"

namespace ballast {

struct Notice {
  ReasonCode code;
  Parameters parameters;
  std::string pointer;  ///< into the document
};

[[nodiscard]] std::vector<Notice> find_notices(const Portfolio& portfolio, const Policy& policy);

}  // namespace ballast
