// Every reason a reply can give: why a trade, why none, why cash stays, what is worth noticing. The English stands in
// the message table and nowhere else.
#pragma once

#include <cstdint>
#include <string_view>

namespace ballast {

enum class ReasonCode : std::uint8_t {
  // Trades.
  kBuyBelowTarget,
  kBuyPlacesCash,
  kSellAboveTarget,
  kSellNoTarget,
  kSellRaisesCash,
  kSellTakesLoss,
  kBuyBackIntoBand,
  kSellBackIntoBand,
  kBuyClassBackIntoBand,
  kSellClassBackIntoBand,
  // Assets without a trade.
  kLossNotYet,
  kOnTarget,
  kInsideBand,
  kNoBand,
  kBelowMinimumTrade,
  kBelowVenueMinimum,
  kBelowVenueQuantity,
  kBelowFee,
  kBelowQuantityStep,
  kMayNotBuy,
  kMayNotSell,
  kLocked,
  kLockedUntil,
  kLessThanAStep,
  kOnlyAtAGain,
  kBeyondGainBudget,
  kBuysNotAllowed,
  kSellsNotAllowed,
  kNoCashForIt,
  kOthersNeedItMore,
  kLimitOfTrades,
  kNoPrice,
  kCannotBeMet,
  // Cash that stays.
  kCashTarget,
  kCashBelowStep,
  kCashBelowMinimumTrade,
  kCashNothingToBuy,
  kCashInsideBands,
  kCashNotSwitched,
  kCashLossTaken,
  kCashInThisAccount,
  // Lots that a sale takes.
  kLotFirstIn,
  kLotLastIn,
  kLotHighestCost,
  kLotLowestTax,
  kLotSpecified,
  // A withdrawal that cannot be met.
  kWithdrawalTooLarge,
  kWithdrawalsTooLarge,
  kWithdrawalsTakeGain,
  kWithdrawalTakesGain,
  kGainBudgetTooSmall,
  // Notices.
  kHeldWithoutTarget,
  kHeldWithoutPrice,
  kNothingHeld,
  kNoTargets,
  kNoMarketCap,
  kNoVolatility,
  kEmptyPrior,
  kRuleOfNothing,
  kRulesRelaxed,
  // Findings: what stands out in a set of weights.
  kHeavyAsset,
  kFewEffectiveAssets,
  kHeavyStablecoins,
  kOneStablecoinIssuer,
  kSecuritiesInStrict,
  kHeavyClass,
  kAllInOneClass,
  kMuchUnclassified,
  kClassNotHeld,
  kCryptoFallsTogether,
  kCount,
};

/// The stable text of a code, such as "trade/buy_below_target".
[[nodiscard]] std::string_view reason_text(ReasonCode code);

}  // namespace ballast
