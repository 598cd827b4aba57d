#include "ballast/base/message_table.hpp"

#include <array>

namespace ballast {
namespace {

using E = ErrorCode;
using R = ReasonCode;

constexpr std::array kErrors = {
    ErrorMessage{E::kTextTooLong, "text/too_long", "This text has {bytes} bytes; at most {limit} are read."},
    ErrorMessage{E::kTextNotUtf8, "text/not_utf8", "This text is not UTF-8 from byte {byte} on."},
    ErrorMessage{E::kTextNotJson, "text/not_json", "This is not JSON: {detail} (line {line}, column {column})."},
    ErrorMessage{E::kTextTooDeep, "text/too_deep", "This JSON is nested deeper than {limit} levels."},
    ErrorMessage{E::kTextDuplicateKey, "text/duplicate_key", "The key “{key}” stands twice in one object."},
    ErrorMessage{E::kMissingField, "document/missing_field", "“{field}” is missing here."},
    ErrorMessage{E::kUnknownField, "document/unknown_field", "“{field}” is not a field of this object."},
    ErrorMessage{E::kWrongType, "document/wrong_type", "This should be {expected}, not {found}."},
    ErrorMessage{E::kUnknownValue, "document/unknown_value", "“{value}” is not one of: {expected}."},
    ErrorMessage{E::kTooMany, "document/too_many", "There are {count} {what}; at most {limit} are allowed."},
    ErrorMessage{E::kStringTooLong, "document/string_too_long",
                 "This text has {bytes} bytes; at most {limit} are allowed."},
    ErrorMessage{E::kStringEmpty, "document/string_empty", "This must not be empty."},
    ErrorMessage{E::kUnknownFormat, "document/unknown_format",
                 "This is not a Ballast document: “format” must be “ballast”."},
    ErrorMessage{E::kUnknownVersion, "document/unknown_version",
                 "This document is of version {version}; versions up to {supported} can be read."},
    ErrorMessage{E::kNumberNotText, "number/not_text",
                 "Write this number as text, in quotes, so that no digit is lost: \"{example}\"."},
    ErrorMessage{E::kNumberMalformed, "number/malformed", "“{text}” is not a plain decimal number such as 1234.56."},
    ErrorMessage{E::kNumberTooPrecise, "number/too_precise",
                 "“{text}” has {digits} decimals; at most {limit} are kept."},
    ErrorMessage{E::kNumberTooLarge, "number/too_large", "“{text}” is larger than {limit}."},
    ErrorMessage{E::kNumberOutOfRange, "number/out_of_range", "{value} is outside the allowed range: {range}."},
    ErrorMessage{E::kTotalTooLarge, "number/total_too_large",
                 "All values together would be larger than {limit}; amounts this large are not calculated."},
    ErrorMessage{E::kDuplicateId, "document/duplicate_id", "The id “{id}” is used twice; it is first used at {first}."},
    ErrorMessage{E::kUnknownAsset, "document/unknown_asset", "No asset has the id “{id}”."},
    ErrorMessage{E::kUnknownAccount, "document/unknown_account", "No account has the id “{id}”."},
    ErrorMessage{E::kUnknownGroup, "document/unknown_group", "No group has the id “{id}”."},
    ErrorMessage{E::kEmptyGroup, "document/empty_group", "A group is made of at least one account."},
    ErrorMessage{E::kUnknownClassification, "document/unknown_classification", "No classification has the id “{id}”."},
    ErrorMessage{E::kUnknownCurrency, "document/unknown_currency",
                 "The currency “{code}” is not known; give its minor unit digits: "
                 "{\"code\":\"{code}\",\"minor_unit_digits\":2}."},
    ErrorMessage{E::kCurrencyNotListed, "document/currency_not_listed",
                 "The currency “{code}” is neither the base currency nor one of the document's “currencies”."},
    ErrorMessage{E::kDuplicateEntry, "document/duplicate_entry", "“{id}” stands twice in this list; keep one entry."},
    ErrorMessage{E::kLockedAboveQuantity, "document/locked_above_quantity",
                 "{locked} are locked, but only {quantity} are held."},
    ErrorMessage{E::kNotADate, "document/not_a_date", "“{text}” is not a day such as 2027-01-31."},
    ErrorMessage{E::kTiersNotRising, "document/tiers_not_rising",
                 "This tier begins at {from}, not above the one before it, which begins at {before}."},
    ErrorMessage{E::kMaximumBelowMinimum, "document/maximum_below_minimum",
                 "The maximum, {maximum}, is below the minimum, {minimum}."},
    ErrorMessage{E::kUnknownTaxRules, "document/unknown_tax_rules", "No tax rules have the id “{id}”."},
    ErrorMessage{E::kPeriodsNotRising, "document/periods_not_rising",
                 "“after_months” is {months} here; it is 0 in the first period and more in each than in the one before "
                 "it."},
    ErrorMessage{E::kLotsAboveQuantity, "document/lots_above_quantity",
                 "The lots sum to {lots}, but only {quantity} are held."},
    ErrorMessage{E::kDateNeeded, "request/date_needed",
                 "Say on which day the trades are made: tax depends on how long lots were held."},
    ErrorMessage{E::kSoldMoreThanHeld, "request/sold_more_than_held",
                 "{sold} of {symbol} cannot have been sold: only {held} were there."},
    ErrorMessage{E::kOverdrawn, "request/overdrawn",
                 "More was spent in “{account}” than there was: {missing} are missing."},
    ErrorMessage{E::kCurrenciesDiffer, "request/currencies_differ",
                 "Cash moves between accounts of one currency only: “{account}” has {currency}, not {expected}."},
    ErrorMessage{E::kNoAccountForFlow, "request/no_account_for_flow",
                 "What belongs to no account is in {currency}, and no account is: name the account."},
    ErrorMessage{E::kTargetsSum, "policy/targets_sum",
                 "The target weights sum to {sum}, not to 1: the difference is {difference}."},
    ErrorMessage{E::kTargetWithoutPrice, "policy/target_without_price",
                 "“{id}” has a target but its price is 0, so it cannot be bought."},
    ErrorMessage{E::kUnknownClass, "document/unknown_class",
                 "The classification “{classification}” has no class with the id “{id}”."},
    ErrorMessage{E::kSharesAboveOne, "classification/shares_above_one",
                 "The shares of {asset} in the classes of “{classification}” sum to {sum}, which is more than 1."},
    ErrorMessage{E::kTwoKindsOfTargets, "policy/two_kinds_of_targets",
                 "A policy has either “targets” or “rules”; this one has both."},
    ErrorMessage{E::kRuleSubject, "policy/rule_subject",
                 "A rule is about one thing: an asset (or cash, null), or a class of a classification."},
    ErrorMessage{E::kRuleWithoutNumber, "policy/rule_without_number",
                 "This rule says no number: give “exact”, “least” or “most”."},
    ErrorMessage{E::kRuleWithTwoNumbers, "policy/rule_with_two_numbers",
                 "A rule is either exact or a range; this one has “exact” and “{other}”."},
    ErrorMessage{E::kRuleRangeReversed, "policy/rule_range_reversed",
                 "The least, {least}, is more than the most, {most}."},
    ErrorMessage{E::kNotBelow, "policy/not_below", "The class “{class}” does not lie below “{of}”."},
    ErrorMessage{E::kRulesConflict, "policy/rules_conflict", "The rules cannot all be kept: {rules}."},
    ErrorMessage{E::kNotMinorUnits, "number/not_minor_units",
                 "{value} is not a whole number of {currency} minor units ({digits} decimals)."},
    ErrorMessage{E::kVerificationFailed, "engine/verification_failed",
                 "The plan failed its own check ({check}) and is not shown."},
    ErrorMessage{E::kInternal, "engine/internal", "The engine failed: {detail}."},
};

constexpr std::array kReasons = {
    ReasonMessage{R::kBuyBelowTarget, "trade/buy_below_target",
                  "{symbol} is at {weight}, below its target of {target}."},
    ReasonMessage{R::kBuyPlacesCash, "trade/buy_places_cash",
                  "Places cash: of what can be bought here, {symbol} brings the whole nearest to its targets."},
    ReasonMessage{R::kSellAboveTarget, "trade/sell_above_target",
                  "{symbol} is at {weight}, above its target of {target}."},
    ReasonMessage{R::kSellNoTarget, "trade/sell_no_target", "{symbol} has no target, so it is sold."},
    ReasonMessage{R::kSellRaisesCash, "trade/sell_raises_cash",
                  "Raises cash: of what can be sold here, {symbol} is missed least."},
    ReasonMessage{R::kSellTakesLoss, "trade/sell_takes_loss",
                  "{symbol} is sold at a loss: that saves about {saved} of tax. It is not bought with this plan."},
    ReasonMessage{R::kBuyBackIntoBand, "trade/buy_back_into_band",
                  "{symbol} is at {weight}, below its band from {low} to {high}."},
    ReasonMessage{R::kSellBackIntoBand, "trade/sell_back_into_band",
                  "{symbol} is at {weight}, above its band from {low} to {high}."},
    ReasonMessage{R::kBuyClassBackIntoBand, "trade/buy_class_back_into_band",
                  "{class} is at {weight}, below its band from {low} to {high}; {symbol} belongs to it."},
    ReasonMessage{R::kSellClassBackIntoBand, "trade/sell_class_back_into_band",
                  "{class} is at {weight}, above its band from {low} to {high}; {symbol} belongs to it."},
    ReasonMessage{
        R::kLossNotYet, "skipped/loss_not_yet",
        "Its loss is not taken before {date}: too much was bought in the {days} days before, and it would not "
        "count."},
    ReasonMessage{R::kOnTarget, "skipped/on_target", "On target."},
    ReasonMessage{R::kInsideBand, "skipped/inside_band", "Inside its band from {low} to {high}."},
    ReasonMessage{R::kNoBand, "skipped/no_band", "It has no band, so no band asks for a trade."},
    ReasonMessage{R::kBelowMinimumTrade, "skipped/below_minimum_trade",
                  "The trade would be worth {value}, below the minimum of {minimum}."},
    ReasonMessage{R::kBelowVenueMinimum, "skipped/below_venue_minimum",
                  "The trade would be too small: {account} takes none below {minimum}."},
    ReasonMessage{R::kBelowVenueQuantity, "skipped/below_venue_quantity",
                  "The trade would be too small: {account} takes no quantity below {minimum}."},
    ReasonMessage{R::kBelowFee, "skipped/below_fee", "The trade would be worth {value}, no more than its fee."},
    ReasonMessage{R::kBelowQuantityStep, "skipped/below_quantity_step",
                  "The trade would be smaller than half a step of {step}, so trading would not bring it closer."},
    ReasonMessage{R::kMayNotBuy, "skipped/may_not_buy", "Below target, but marked as not to be bought."},
    ReasonMessage{R::kMayNotSell, "skipped/may_not_sell", "Above target, but marked as not to be sold."},
    ReasonMessage{R::kLocked, "skipped/locked", "Above target, but all of it is locked."},
    ReasonMessage{R::kLockedUntil, "skipped/locked_until", "Above target, but all of it is locked until {date}."},
    ReasonMessage{R::kLessThanAStep, "skipped/less_than_a_step",
                  "Above target, but less than a step of {step} is there to be sold."},
    ReasonMessage{R::kOnlyAtAGain, "skipped/only_at_a_gain",
                  "Above target, but it could only be sold at a gain that is taxed."},
    ReasonMessage{R::kBeyondGainBudget, "skipped/beyond_gain_budget",
                  "Above target, but the budget of {budget} for gains that are taxed does more elsewhere."},
    ReasonMessage{R::kBuysNotAllowed, "skipped/buys_not_allowed", "Below target, but this plan buys nothing."},
    ReasonMessage{R::kSellsNotAllowed, "skipped/sells_not_allowed", "Above target, but this plan sells nothing."},
    ReasonMessage{R::kNoCashForIt, "skipped/no_cash_for_it",
                  "Below target, but there is no cash for it where it may be bought."},
    ReasonMessage{R::kOthersNeedItMore, "skipped/others_need_it_more",
                  "Off target, but trading others brings the whole closer."},
    ReasonMessage{R::kLimitOfTrades, "skipped/limit_of_trades",
                  "Off target, but the number of trades is limited to {most}, and others bring the whole closer."},
    ReasonMessage{R::kNoPrice, "skipped/no_price", "Its price is 0, so it cannot be traded."},
    ReasonMessage{R::kCannotBeMet, "skipped/cannot_be_met", "Nothing is traded, because a withdrawal cannot be met."},
    ReasonMessage{R::kCashTarget, "left_over/cash_target", "Kept as the target for cash asks."},
    ReasonMessage{R::kCashBelowStep, "left_over/below_step", "Too little for another step of what could be bought."},
    ReasonMessage{R::kCashBelowMinimumTrade, "left_over/below_minimum_trade",
                  "Not enough for a trade of at least {minimum}."},
    ReasonMessage{R::kCashNothingToBuy, "left_over/nothing_to_buy", "Nothing may be bought with it."},
    ReasonMessage{R::kCashInsideBands, "left_over/inside_bands", "Kept: no band asks for a trade with it."},
    ReasonMessage{R::kCashNotSwitched, "cash/not_switched", "Only switches are made: cash stays as it is."},
    ReasonMessage{R::kCashLossTaken, "left_over/loss_taken",
                  "Kept: a loss was taken on {symbol}, so it is not bought with this plan."},
    ReasonMessage{R::kCashInThisAccount, "left_over/in_this_account",
                  "Kept: spending it would move the whole further from its targets."},
    ReasonMessage{R::kLotFirstIn, "lot/first_in",
                  "Bought on {date}: the oldest lots go first. Gains on it are taxed at {rate}."},
    ReasonMessage{R::kLotLastIn, "lot/last_in",
                  "Bought on {date}: the newest lots go first. Gains on it are taxed at {rate}."},
    ReasonMessage{R::kLotHighestCost, "lot/highest_cost",
                  "Bought on {date}: the lots that cost most go first. Gains on it are taxed at {rate}."},
    ReasonMessage{R::kLotLowestTax, "lot/lowest_tax",
                  "Bought on {date}: the lots with the least tax go first. Gains on it are taxed at {rate}."},
    ReasonMessage{R::kLotSpecified, "lot/specified",
                  "Bought on {date}: lots go in the order given. Gains on it are taxed at {rate}."},
    ReasonMessage{R::kWithdrawalTooLarge, "infeasible/withdrawal_too_large",
                  "{needed} must leave “{account}”, but at most {available} can be raised there."},
    ReasonMessage{R::kWithdrawalsTooLarge, "infeasible/withdrawals_too_large",
                  "{needed} must leave the accounts, but at most {available} can be raised in them."},
    ReasonMessage{
        R::kWithdrawalsTakeGain, "infeasible/withdrawals_take_a_gain",
        "{needed} must leave the accounts, but without a gain that is taxed at most {available} can be raised "
        "in them."},
    ReasonMessage{R::kWithdrawalTakesGain, "infeasible/withdrawal_takes_a_gain",
                  "{needed} must leave “{account}”, but without a gain that is taxed at most {available} can be raised "
                  "there."},
    ReasonMessage{
        R::kGainBudgetTooSmall, "infeasible/gain_budget_too_small",
        "As far as could be found, what must leave the accounts takes gains of {gains} that are taxed; the budget is "
        "{budget}."},
    ReasonMessage{R::kHeldWithoutTarget, "notice/held_without_target",
                  "{symbol} is held but has no target, so a full plan sells it."},
    ReasonMessage{R::kHeldWithoutPrice, "notice/held_without_price",
                  "{symbol} has the price 0 and counts as worthless."},
    ReasonMessage{R::kNothingHeld, "notice/nothing_held", "There is nothing of value yet."},
    ReasonMessage{R::kNoTargets, "notice/no_targets", "No asset has a target, so all of it is meant to be cash."},
    ReasonMessage{R::kNoMarketCap, "notice/no_market_cap",
                  "{symbol} has no market cap, so it gets weight only where rules cannot be kept without it."},
    ReasonMessage{R::kNoVolatility, "notice/no_volatility",
                  "{symbol} has no volatility, so it gets weight only where rules cannot be kept without it."},
    ReasonMessage{R::kEmptyPrior, "notice/empty_prior",
                  "The starting point gives no asset any weight, so all assets with a price start equal."},
    ReasonMessage{R::kRuleOfNothing, "notice/rule_of_nothing",
                  "“{rule}” is kept only because nothing is to lie in the class it is a share of."},
    ReasonMessage{R::kRulesRelaxed, "notice/rules_relaxed",
                  "The rules cannot all be kept, so the targets are those of the smallest relaxation: {rules}."},
    ReasonMessage{R::kHeavyAsset, "finding/heavy_asset", "{weight} lies in one asset: {symbol}."},
    ReasonMessage{R::kFewEffectiveAssets, "finding/few_effective_assets",
                  "The assets are as concentrated as {number} of equal weight."},
    ReasonMessage{R::kHeavyStablecoins, "finding/heavy_stablecoins",
                  "{weight} lies in stablecoins; what they are worth rests on what backs them."},
    ReasonMessage{R::kOneStablecoinIssuer, "finding/one_stablecoin_issuer",
                  "All stablecoins ({weight}) are by one issuer: {issuer}."},
    ReasonMessage{R::kSecuritiesInStrict, "finding/securities_in_strict",
                  "All security tokens ({weight}) lie in one class, {classification}: {class}."},
    ReasonMessage{R::kHeavyClass, "finding/heavy_class", "{weight} lies in one class, {classification}: {class}."},
    ReasonMessage{R::kAllInOneClass, "finding/all_in_one_class",
                  "All assets ({weight}) lie in one class, {classification}: {class}."},
    ReasonMessage{R::kMuchUnclassified, "finding/much_unclassified",
                  "{weight} is unclassified in {classification}: that much is in none of its classes."},
    ReasonMessage{R::kClassNotHeld, "finding/class_not_held",
                  "{classification}: {class} has a target of {target}, but none of it is held."},
    ReasonMessage{R::kCryptoFallsTogether, "finding/crypto_falls_together",
                  "{weight} lies in crypto assets; what they lose when all of them fall together is not removed by "
                  "holding many."},
};

// A row out of place would answer with the wrong words: the tables are checked against the enumerations when compiled.
template <typename Table>
consteval bool aligned(const Table& table) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (static_cast<std::size_t>(table[i].code) != i) return false;
  }
  return true;
}
static_assert(kErrors.size() == static_cast<std::size_t>(E::kCount) && aligned(kErrors));
static_assert(kReasons.size() == static_cast<std::size_t>(R::kCount) && aligned(kReasons));

std::string filled(std::string_view english, const Parameters& parameters) {
  std::string out;
  out.reserve(english.size() + 32);
  std::size_t at = 0;
  while (at < english.size()) {
    const std::size_t open = english.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : english.find_first_of("{}", open + 1);
    if (close == std::string_view::npos || english[close] == '{') {
      const std::size_t stop = close == std::string_view::npos ? english.size() : close;
      out.append(english.substr(at, stop - at));
      at = stop;
      continue;
    }
    const std::string_view name = english.substr(open + 1, close - open - 1);
    out.append(english.substr(at, open - at));
    const std::string* text = nullptr;
    for (const auto& [key, value] : parameters) {
      if (key == name) text = &value;
    }
    out.append(text != nullptr ? std::string_view(*text) : english.substr(open, close - open + 1));
    at = close + 1;
  }
  return out;
}

}  // namespace

std::span<const ErrorMessage> error_messages() { return kErrors; }
std::span<const ReasonMessage> reason_messages() { return kReasons; }

std::string_view error_text(ErrorCode code) { return kErrors[static_cast<std::size_t>(code)].text; }
std::string_view reason_text(ReasonCode code) { return kReasons[static_cast<std::size_t>(code)].text; }

std::string english(ErrorCode code, const Parameters& parameters) {
  return filled(kErrors[static_cast<std::size_t>(code)].english, parameters);
}
std::string english(ReasonCode code, const Parameters& parameters) {
  return filled(kReasons[static_cast<std::size_t>(code)].english, parameters);
}

}  // namespace ballast
