// Every direction of rounding, and what a row of a table gives for each.
#pragma once

#include <array>

#include "ballast/money/rounding.hpp"

namespace ballast {

inline constexpr std::array kDirections = {Rounding::kHalfEven, Rounding::kDown, Rounding::kUp, Rounding::kTowardZero};

// In the order of kDirections.
using Rounded = std::array<const char*, 4>;

}  // namespace ballast
