// What was done, as JSON text.
#pragma once

#include <string_view>

#include "ballast/base/result.hpp"
#include "ballast/io/document.hpp"
#include "ballast/rebalance/carry_out.hpp"

namespace ballast {

/// An empty text says that nothing was done.
[[nodiscard]] Result<Execution> read_execution(std::string_view text, const Document& document);

}  // namespace ballast
