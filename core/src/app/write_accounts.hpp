// What accounts hold, as documents say it.
#pragma once

#include <string>

#include "ballast/model/portfolio.hpp"

namespace ballast {

/// The reply to `carry_out`.
[[nodiscard]] std::string write_accounts(const Portfolio& portfolio);

}  // namespace ballast
