// How large input may be. The doors in JavaScript check the byte limits before they copy; the core checks all of them.
#pragma once

#include <cstddef>

namespace ballast::limits {

inline constexpr std::size_t kDocumentBytes = std::size_t{16} << 20U;
inline constexpr std::size_t kRequestBytes = std::size_t{1} << 20U;
inline constexpr std::size_t kNesting = 32;
inline constexpr std::size_t kValues = 1'000'000;  ///< in one JSON text, so that no text can exhaust the memory
inline constexpr std::size_t kAssets = 10'000;
inline constexpr std::size_t kAccounts = 1'000;
inline constexpr std::size_t kHoldings = 100'000;
inline constexpr std::size_t kPairs = 1'000'000;     ///< assets times accounts: what a plan looks at
inline constexpr std::size_t kTextCharacters = 200;  ///< ids, symbols, names, titles, in bytes of UTF-8
inline constexpr std::size_t kProblems = 1'000;      ///< reported at once; more would help nobody

}  // namespace ballast::limits
