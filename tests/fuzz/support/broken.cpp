#include "support/broken.hpp"

#include <cstdlib>
#include <iostream>

namespace ballast::fuzz {

void broken(std::string_view promise, const std::string& detail) {
  std::cerr << "BROKEN PROMISE: " << promise << (detail.empty() ? "" : ": ") << detail << '\n';
  std::abort();
}

}  // namespace ballast::fuzz
