// Every way in which input can be refused. A code's text ("document/missing_field") is stable and for programs; its
// English stands in the message table and nowhere else. Each code has a reproducing file under tests/errors/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ballast {

enum class ErrorCode : std::uint8_t {
  // The text itself.
  kTextTooLong,
  kTextNotUtf8,
  kTextNotJson,
  kTextTooDeep,
  kTextDuplicateKey,
  // Its shape.
  kMissingField,
  kUnknownField,
  kWrongType,
  kUnknownValue,
  kTooMany,
  kStringTooLong,
  kStringEmpty,
  kUnknownFormat,
  kUnknownVersion,
  // Numbers.
  kNumberNotText,
  kNumberMalformed,
  kNumberTooPrecise,
  kNumberTooLarge,
  kNumberOutOfRange,
  kTotalTooLarge,
  // References and rules between fields.
  kDuplicateId,
  kUnknownAsset,
  kUnknownAccount,
  kUnknownGroup,
  kEmptyGroup,
  kUnknownClassification,
  kUnknownCurrency,
  kCurrencyNotListed,
  kDuplicateEntry,
  kLockedAboveQuantity,
  kNotADate,
  kTiersNotRising,
  kMaximumBelowMinimum,
  kUnknownTaxRules,
  kPeriodsNotRising,
  kLotsAboveQuantity,
  kDateNeeded,
  kSoldMoreThanHeld,
  kOverdrawn,
  kCurrenciesDiffer,
  kNoAccountForFlow,
  kTargetsSum,
  kTargetWithoutPrice,
  kUnknownClass,
  kSharesAboveOne,
  kTwoKindsOfTargets,
  kRuleSubject,
  kRuleWithoutNumber,
  kRuleWithTwoNumbers,
  kRuleRangeReversed,
  kNotBelow,
  kRulesConflict,
  kNotMinorUnits,
  // The engine.
  kVerificationFailed,
  kInternal,
  kCount,
};

/// The stable text of a code, such as "document/missing_field".
[[nodiscard]] std::string_view error_text(ErrorCode code);

}  // namespace ballast
