// What a fuzzer is given: a document, and where the command takes one a request, with a line "%%" between them, so
// that a corpus can be read and written by hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ballast::fuzz {

inline constexpr std::string_view kDivider = "\n%%\n";

struct Input {
  std::string document;
  std::string request;
};

[[nodiscard]] inline std::string_view text_of(const std::uint8_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

/// Without the divider all of it is the document, and the request is empty.
[[nodiscard]] inline Input split_input(std::string_view text) {
  const std::size_t at = text.find(kDivider);
  if (at == std::string_view::npos) return {std::string(text), ""};
  return {std::string(text.substr(0, at)), std::string(text.substr(at + kDivider.size()))};
}

}  // namespace ballast::fuzz
