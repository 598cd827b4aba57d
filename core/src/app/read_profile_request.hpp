// A profile request: answers to the questionnaire, a horizon, and constants that differ from the usual ones.
#pragma once

#include <string_view>
#include <vector>

#include "ballast/base/result.hpp"
#include "ballast/policy/risk_profile.hpp"

namespace ballast {

struct ProfileRequest {
  std::vector<int> answers;  ///< one for each question of the questionnaire, in its order and range
  Decimal horizon_years;     ///< 0 … 100
  ProfileConstants constants;
};

/// Every question must be answered: there is no usual answer. Constants that contradict each other are refused where
/// they stand.
[[nodiscard]] Result<ProfileRequest> read_profile_request(std::string_view text);

}  // namespace ballast
