// A value or the problems that stand in its way: all of them, each with its place.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ballast/base/error_code.hpp"
#include "ballast/base/parameters.hpp"

namespace ballast {

/// Which text a problem is about.
enum class Source : std::uint8_t { kDocument, kRequest, kEngine };

struct Problem {
  ErrorCode code;
  Source source = Source::kDocument;
  std::string pointer;  ///< RFC 6901, "" is the whole text
  Parameters parameters;
};

using Problems = std::vector<Problem>;

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}               // NOLINT(google-explicit-constructor): reads as a return
  Result(Problems problems) : state_(std::move(problems)) {}  // NOLINT(google-explicit-constructor)
  Result(Problem problem) : state_(Problems{std::move(problem)}) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(state_)); }
  [[nodiscard]] const Problems& problems() const { return std::get<Problems>(state_); }

 private:
  std::variant<T, Problems> state_;
};

}  // namespace ballast
