// Random portfolios with requests, from a seed: small ones, odd ones, and every feature mixed.
#pragma once

#include <cstdint>
#include <string>

#include "ballast/policy/policy.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast::test {

struct RandomCase {
  Portfolio portfolio;
  Policy policy;
  PlanRequest request;
};

struct CaseShape {
  int most_assets = 6;
  int most_accounts = 3;
  bool fees = true;
  bool limits = true;    ///< locks, may not buy, may not sell, minimum trades
  bool requests = true;  ///< directions, bands, deposits, withdrawals; otherwise a full rebalance
  bool terms = true;     ///< spreads, fee schedules, minimums of venues, locks until a day, lists of what not to trade
  bool lots = true;      ///< lots, tax rules, and now and then no gains
  bool budgets = true;   ///< where there are lots: now and then a budget for gains
  bool harvest = true;   ///< where there are lots: now and then losses are taken
  bool sharing = true;   ///< now and then a flow of no account, or accounts among which money may move
  bool switches = true;  ///< now and then only switches
  bool currencies = false;      ///< now and then other currencies for accounts and assets
  bool small_integers = false;  ///< whole shares at small whole prices, for brute force
};

/// The same case for the same seed and shape on every platform.
[[nodiscard]] RandomCase random_case(std::uint64_t seed, const CaseShape& shape);

/// As a document and a request in JSON, to look at a case that failed.
[[nodiscard]] std::string case_text(const RandomCase& random);

/// How many cases a property is tried on where nothing else is said. Sanitizers cost a factor of ten, WebAssembly's
/// checks as much.
struct CaseCount {
  std::uint64_t native = 0;
  std::uint64_t sanitized = 0;
  std::uint64_t wasm = 0;

  [[nodiscard]] constexpr std::uint64_t here() const {
#if defined(__EMSCRIPTEN__)
    return wasm;
#elif defined(__SANITIZE_ADDRESS__)
    return sanitized;
#else
    return native;
#endif
  }
};

/// BALLAST_CASES from the environment, or `otherwise`: how many cases a property is tried on.
[[nodiscard]] std::uint64_t case_count(std::uint64_t otherwise);

}  // namespace ballast::test
