// The one place where codes become English.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ballast/base/error_code.hpp"
#include "ballast/base/parameters.hpp"
#include "ballast/base/reason_code.hpp"

namespace ballast {

struct ErrorMessage {
  ErrorCode code;
  std::string_view text;     ///< the stable code
  std::string_view english;  ///< with {parameter} gaps
};

struct ReasonMessage {
  ReasonCode code;
  std::string_view text;
  std::string_view english;
};

/// All rows, in the order of the enumerations.
[[nodiscard]] std::span<const ErrorMessage> error_messages();
[[nodiscard]] std::span<const ReasonMessage> reason_messages();

/// The English of a code with its {gaps} filled; a gap without a parameter stays as it stands.
[[nodiscard]] std::string english(ErrorCode code, const Parameters& parameters);
[[nodiscard]] std::string english(ReasonCode code, const Parameters& parameters);

}  // namespace ballast
