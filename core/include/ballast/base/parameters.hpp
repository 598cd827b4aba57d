// Named texts that fill the gaps of a message, in the order they were given.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ballast {

using Parameters = std::vector<std::pair<std::string, std::string>>;

}  // namespace ballast
