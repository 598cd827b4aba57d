// The version of Ballast; CMake's project version is checked against it.
#pragma once

#include <string_view>

namespace ballast {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace ballast
