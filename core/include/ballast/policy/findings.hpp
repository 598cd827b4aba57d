// What stands out in a set of weights: facts with a figure, in a fixed order, and no word on what to do about them. The
// thresholds are Ballast's own (docs/math/composition.md says why); the English stands in the message table.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ballast/base/parameters.hpp"
#include "ballast/base/reason_code.hpp"
#include "ballast/taxonomy/classification.hpp"

namespace ballast {

struct Finding {
  ReasonCode code;
  Parameters parameters;
};

/// Shares of the whole, cash included, unless said otherwise.
namespace finding_thresholds {
inline constexpr Decimal kHeavyAsset = Decimal::from_units(250'000'000'000'000'000);    ///< more than a quarter
inline constexpr Decimal kHeavyClass = Decimal::from_units(500'000'000'000'000'000);    ///< a half or more
inline constexpr Decimal kUnclassified = Decimal::from_units(100'000'000'000'000'000);  ///< more than a tenth
inline constexpr Decimal kStablecoins = Decimal::from_units(500'000'000'000'000'000);   ///< more than a half
inline constexpr Decimal kCrypto = Decimal::from_units(800'000'000'000'000'000);        ///< more than four fifths
inline constexpr Decimal kFewAssets = Decimal::from_integer(5);  ///< effective number of assets: fewer
}  // namespace finding_thresholds

/// Ids of classifications and classes that mean something to a finding. A document without them has none of these.
namespace known_ids {
inline constexpr std::string_view kType = "type";
inline constexpr std::string_view kJurisdiction = "jurisdiction";
inline constexpr std::string_view kIssuer = "issuer";
inline constexpr std::string_view kStablecoin = "stablecoin";  ///< of type, with all classes below it
inline constexpr std::string_view kSecurity = "security";      ///< of type, with all classes below it
inline constexpr std::string_view kStrict = "strict";          ///< of jurisdiction, with all classes below it
/// Of type: assets whose prices move with the crypto market, with all classes below them except the two above.
inline constexpr std::string_view kCrypto[] = {"crypto", "currency", "utility"};
/// Of any classification: what lies in such a class has nothing in common but what it lacks, so that much of it there
/// is no concentration.
inline constexpr std::string_view kNothingShared[] = {"none",      "no_issuer",       "own_chain", "several_chains",
                                                      "off_chain", "other_consensus", "other"};
}  // namespace known_ids

/// Every finding about the assets, then about stablecoins and security tokens, then about each classification in
/// document order, then about the whole. None where nothing has value.
///
/// `amounts`: values or weights of the assets in order, then cash; >= 0. `targets`: the weights meant, in the same
/// order, for classes of which nothing is held; empty where the amounts are the targets themselves.
[[nodiscard]] std::vector<Finding> find_findings(const Portfolio& portfolio,
                                                 std::span<const Classification> classifications,
                                                 std::span<const Decimal> amounts, std::span<const Decimal> targets);

}  // namespace ballast
