#include "ballast/io/place.hpp"

namespace ballast {

std::string escape_pointer(std::string_view step) {
  std::string out;
  out.reserve(step.size());
  for (const char c : step) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string Place::pointer() const {
  if (parent_ == nullptr) return "";
  return parent_->pointer() + "/" + (is_index_ ? std::to_string(index_) : escape_pointer(member_));
}

}  // namespace ballast
