// The directions in which an exact quotient or product can be brought onto a grid.
#pragma once

#include <cstdint>

namespace ballast {

enum class Rounding : std::uint8_t {
  kHalfEven,    ///< to the nearest; a tie goes to the even neighbour (bankers' rounding)
  kDown,        ///< toward negative infinity
  kUp,          ///< toward positive infinity
  kTowardZero,  ///< magnitude never grows
};

}  // namespace ballast
