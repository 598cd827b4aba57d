// Where in a JSON text one is. A chain of steps on the stack, which becomes a pointer only when a problem needs one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ballast {

/// A step of an RFC 6901 pointer: "~" becomes "~0" and "/" becomes "~1".
[[nodiscard]] std::string escape_pointer(std::string_view step);

class Place {
 public:
  Place() = default;
  Place(const Place& parent, std::string_view member) : parent_(&parent), member_(member) {}
  Place(const Place& parent, std::size_t index) : parent_(&parent), index_(index), is_index_(true) {}

  /// RFC 6901; "" is the whole text. The parents must still be alive.
  [[nodiscard]] std::string pointer() const;

 private:
  const Place* parent_ = nullptr;
  std::string_view member_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

}  // namespace ballast
