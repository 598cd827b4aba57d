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
inline constexpr std::size_t kGroups = 20;
inline constexpr std::size_t kCurrencies = 100;  ///< beside the base currency
inline constexpr std::size_t kHoldings = 100'000;
inline constexpr std::size_t kPairs = 1'000'000;  ///< assets times accounts: what a plan looks at
inline constexpr std::size_t kLocks = 1'000;      ///< of one holding
inline constexpr int kMostTrades = 1'000'000;     ///< that a request may ask for
inline constexpr std::size_t kFeeTiers = 20;      ///< of one account
inline constexpr std::size_t kLots = 100'000;     ///< in all accounts together
inline constexpr std::size_t kTaxRules = 100;
inline constexpr std::size_t kTaxPeriods = 20;  ///< of one set of rules
inline constexpr int kMonths = 1'200;           ///< after which a tax period may begin
inline constexpr std::size_t kClassifications = 20;
inline constexpr std::size_t kClasses = 1'000;    ///< in one classification
inline constexpr std::size_t kMembers = 100'000;  ///< in all classifications together
inline constexpr std::size_t kRules = 500;
inline constexpr std::size_t kTextCharacters = 200;  ///< ids, symbols, names, titles, in bytes of UTF-8
inline constexpr std::size_t kCrossTables = 20;      ///< in one request
inline constexpr std::size_t kCells = 100'000;       ///< of all cross tables of a request together
inline constexpr std::size_t kParts = 120'000;       ///< of a request; what one classification has always fits
inline constexpr std::size_t kProblems = 1'000;      ///< reported at once; more would help nobody

}  // namespace ballast::limits
