// The numbers that results are judged with: more digits than doubles have, where there are any. Emscripten's have more,
// but its library divides them wrongly (3.1.69: 1 / (1 - 2^-113) = 2).
#pragma once

namespace ballast::test {

#if defined(__EMSCRIPTEN__)
using Real = double;
#else
using Real = long double;
#endif

[[nodiscard]] inline Real real(double x) { return static_cast<Real>(x); }

}  // namespace ballast::test
