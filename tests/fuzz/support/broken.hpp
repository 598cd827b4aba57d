// How a broken promise ends a fuzzer: said in one line, then as a crash, which keeps the input that broke it.
#pragma once

#include <string>
#include <string_view>

namespace ballast::fuzz {

[[noreturn]] void broken(std::string_view promise, const std::string& detail = "");

inline void must(bool holds, std::string_view promise) {
  if (!holds) broken(promise);
}

}  // namespace ballast::fuzz
