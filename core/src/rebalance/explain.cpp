#include "explain.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "ballast/model/exchange.hpp"
#include "ballast/policy/band.hpp"
#include "ballast/policy/class_band.hpp"
#include "harvest.hpp"
#include "trade_terms.hpp"

namespace ballast {
namespace {

constexpr int kPercentDigits = 2;

// A withdrawal may leave less than a holding is worth.
std::string percent(Decimal share) {
  if (share > Decimal::from_integer(1)) return "more than 100 %";
  return multiply(share, Decimal::from_integer(100), Rounding::kHalfEven).text(kPercentDigits) + " %";
}

std::string money(const Situation& s, Decimal amount) {
  return amount.text(s.portfolio.base_currency.minor_unit_digits);
}

// With its name where it is not the base currency.
std::string money(const Situation& s, const Account& account, Decimal amount) {
  const Currency& currency = currency_of(s.portfolio, account.currency);
  return amount.text(currency.minor_unit_digits) + (account.currency ? " " + currency.code : "");
}

Decimal weight_of(const Situation& s, std::size_t position) {
  if (s.opening.total.sign() <= 0) return {};
  return divide(s.opening.values[position], s.opening.total, Rounding::kHalfEven);
}

std::optional<BandEdges> edges_of(const Situation& s, std::size_t position) {
  const Target& target = s.policy.targets[position];
  return band_edges(target.band, target.weight);
}

bool only_bands_decide(const Situation& s) { return s.request.trigger == PlanRequest::Trigger::kOutsideBands; }

Parameters band_parameters(const Situation& s, AssetIndex i, const BandEdges& edges) {
  return {{"symbol", s.portfolio.assets[i].symbol},
          {"weight", percent(weight_of(s, i))},
          {"low", percent(edges.low)},
          {"high", percent(edges.high)}};
}

// The class out of its band that a trade of asset i brings back.
std::optional<Reason> class_reason(const Situation& s, AssetIndex i, Side side) {
  if (!only_bands_decide(s) || s.opening.total.sign() <= 0) return std::nullopt;
  for (const ClassBand& band : s.policy.class_bands) {
    const bool member = std::any_of(band.members.begin(), band.members.end(),
                                    [&](const PositionShare& share) { return share.position == i; });
    const std::optional<BandEdges> edges = class_band_edges(band, s.policy);
    const Decimal value = class_amount(band, s.opening.values);
    if (!member || !edges || !is_outside(edges, value, s.opening.total)) continue;
    const Decimal weight = divide(value, s.opening.total, Rounding::kHalfEven);
    const bool above = weight > class_target(band, s.policy);
    if (above != (side == Side::kSell)) continue;
    return Reason{above ? ReasonCode::kSellClassBackIntoBand : ReasonCode::kBuyClassBackIntoBand,
                  {{"symbol", s.portfolio.assets[i].symbol},
                   {"class", band.name},
                   {"weight", percent(weight)},
                   {"low", percent(edges->low)},
                   {"high", percent(edges->high)}}};
  }
  return std::nullopt;
}

std::string name_of(const Account& account) { return account.name.empty() ? account.id : account.name; }

const Holding* holding_in(const Account& account, AssetIndex i) {
  const auto at = std::find_if(account.holdings.begin(), account.holdings.end(),
                               [&](const Holding& holding) { return holding.asset == i; });
  return at == account.holdings.end() ? nullptr : &*at;
}

// Where every venue that trades the asset refuses a trade of this value: what the most lenient of them asks for.
std::optional<Reason> below_venue_minimum(const Situation& s, AssetIndex i, Decimal value) {
  std::optional<Reason> lenient;
  Decimal least;
  for (AccountIndex a = 0; a < s.portfolio.accounts.size(); ++a) {
    const Account& account = s.portfolio.accounts[a];
    const Holding* holding = holding_in(account, i);
    if (holding == nullptr && !s.places[a * s.portfolio.assets.size() + i]) continue;
    const Decimal quantity = holding == nullptr ? Decimal() : holding->minimum_quantity;
    const Decimal by_quantity = multiply(quantity, s.portfolio.assets[i].price, Rounding::kHalfEven);
    const Decimal minimum = in_base_currency(s.portfolio, account.currency, account.minimum_trade_value);
    const Decimal here = std::max(minimum, by_quantity);
    if (value >= here) return std::nullopt;
    if (lenient && here >= least) continue;
    least = here;
    lenient =
        minimum >= by_quantity
            ? Reason{ReasonCode::kBelowVenueMinimum,
                     {{"account", name_of(account)}, {"minimum", money(s, account, account.minimum_trade_value)}}}
            : Reason{ReasonCode::kBelowVenueQuantity, {{"account", name_of(account)}, {"minimum", quantity.text()}}};
  }
  return lenient;
}

// What stands against a trade that is too small to be made; nothing if it is large enough.
std::optional<Reason> too_small(const Situation& s, AssetIndex i, Decimal value) {
  const Asset& asset = s.portfolio.assets[i];
  const Decimal step_value = multiply(asset.quantity_step, asset.price, Rounding::kHalfEven);
  if (value + value < step_value) {
    return Reason{ReasonCode::kBelowQuantityStep, {{"step", asset.quantity_step.text()}}};
  }
  if (value < s.request.minimum_trade_value) {
    return Reason{ReasonCode::kBelowMinimumTrade,
                  {{"value", money(s, value)}, {"minimum", money(s, s.request.minimum_trade_value)}}};
  }
  if (std::optional<Reason> refused = below_venue_minimum(s, i, value)) return refused;
  bool worth_anywhere = false;
  for (AccountIndex a = 0; a < s.portfolio.accounts.size(); ++a) {
    const Decimal here = from_base_currency(s.portfolio, s.portfolio.accounts[a].currency, value, Rounding::kHalfEven);
    worth_anywhere = worth_anywhere || here > trade_fee(s.portfolio, a, here);
  }
  if (!worth_anywhere) return Reason{ReasonCode::kBelowFee, {{"value", money(s, value)}}};
  return std::nullopt;
}

bool has_place(const Situation& s, AssetIndex i) {
  const std::size_t n = s.portfolio.assets.size();
  for (std::size_t pair = i; pair < s.places.size(); pair += n) {
    if (s.places[pair]) return true;
  }
  return false;
}

Reason others_come_first(const Situation& s, const Plan& plan) {
  if (!plan.limited) return {ReasonCode::kOthersNeedItMore, {}};
  return {ReasonCode::kLimitOfTrades, {{"most", std::to_string(s.request.most_trades.value_or(0))}}};
}

Reason explain_no_buy(const Situation& s, const Plan& plan, AssetIndex i, Decimal wanted) {
  const Asset& asset = s.portfolio.assets[i];
  if (!asset.may_buy || !has_place(s, i)) return {ReasonCode::kMayNotBuy, {}};
  if (s.request.directions == PlanRequest::Directions::kSellOnly) return {ReasonCode::kBuysNotAllowed, {}};
  if (std::optional<Reason> small = too_small(s, i, wanted)) return *small;
  const Decimal step_value = multiply(asset.quantity_step, asset.price, Rounding::kUp);
  const Decimal least = std::max({step_value, s.request.minimum_trade_value, s.portfolio.base_currency.minor_unit()});
  bool affordable = false;
  for (AccountIndex a = 0; a < plan.ledgers.size(); ++a) {
    const bool here = s.places[a * s.portfolio.assets.size() + i];
    const CashLedger& ledger = plan.ledgers[a];
    const Decimal at_hand =
        ledger.cash_before + ledger.deposits + ledger.received + ledger.sells - ledger.sent - ledger.withdrawals;
    const Decimal worth = in_base_currency(s.portfolio, s.portfolio.accounts[a].currency, at_hand);
    affordable = affordable || (here && worth >= least);
  }
  return affordable || plan.limited ? others_come_first(s, plan) : Reason{ReasonCode::kNoCashForIt, {}};
}

bool gains_are_taxed(const Situation& s, AssetIndex i) {
  for (const Account& account : s.portfolio.accounts) {
    const Holding* holding = holding_in(account, i);
    if (holding == nullptr || holding->quantity.is_zero() || !account.tax_rules) continue;
    if (is_taxed(s.portfolio.tax_rules[*account.tax_rules])) return true;
  }
  return false;
}

Reason explain_no_sale(const Situation& s, const Plan& plan, AssetIndex i, Decimal wanted) {
  const Asset& asset = s.portfolio.assets[i];
  if (!asset.may_sell) return {ReasonCode::kMayNotSell, {}};
  if (s.request.directions == PlanRequest::Directions::kBuyOnly) return {ReasonCode::kSellsNotAllowed, {}};
  bool any_allowed = false;
  bool any_free = false;
  bool any_sellable = false;
  bool any_step = false;
  std::optional<Date> first_free;
  for (AccountIndex a = 0; a < s.portfolio.accounts.size(); ++a) {
    const Holding* holding = holding_in(s.portfolio.accounts[a], i);
    if (holding == nullptr || holding->quantity.is_zero()) continue;
    any_allowed = any_allowed || holding->may_sell;
    const Decimal free = holding->quantity - quantity_locked(*holding, s.request);
    any_free = any_free || free.sign() > 0;
    any_step = any_step || free >= asset.quantity_step;
    any_sellable = any_sellable || sellable_quantity(s.portfolio, s.request, a, *holding).sign() > 0;
    for (const Lock& lock : holding->locks) {
      const bool passed = s.request.date && *s.request.date >= lock.until;
      if (holding->may_sell && !passed) first_free = std::min(first_free.value_or(lock.until), lock.until);
    }
  }
  if (!any_allowed) return {ReasonCode::kMayNotSell, {}};
  if (!any_free && first_free) return {ReasonCode::kLockedUntil, {{"date", date_text(*first_free)}}};
  if (!any_free) return {ReasonCode::kLocked, {}};
  if (!any_sellable && any_step && s.request.gains == PlanRequest::Gains::kNone) return {ReasonCode::kOnlyAtAGain, {}};
  if (!any_sellable) return {ReasonCode::kLessThanAStep, {{"step", asset.quantity_step.text()}}};
  if (std::optional<Reason> small = too_small(s, i, wanted)) return *small;
  if (plan.kept_budget && gains_are_taxed(s, i)) {
    return {ReasonCode::kBeyondGainBudget, {{"budget", money(s, s.request.gain_budget.value_or(Decimal()))}}};
  }
  return others_come_first(s, plan);
}

// The harvested sale of an asset, in one account or in any.
const HarvestedSale* harvested_in(const Plan& plan, AssetIndex asset, std::optional<AccountIndex> account) {
  if (!plan.harvested) return nullptr;
  for (const HarvestedSale& sale : *plan.harvested) {
    if (sale.asset == asset && sale.account == account.value_or(sale.account)) return &sale;
  }
  return nullptr;
}

// `later`: where its loss does not count yet.
Reason explain_asset(const Situation& s, const Plan& plan, AssetIndex i, const std::optional<LossLater>& later) {
  if (plan.status == PlanStatus::kInfeasible) return {ReasonCode::kCannotBeMet, {}};
  const Asset& asset = s.portfolio.assets[i];
  const bool held_or_wanted = s.opening.values[i].sign() > 0 || s.policy.targets[i].weight.sign() > 0;
  if (asset.price.is_zero() && !held_or_wanted) return {ReasonCode::kNoPrice, {}};
  if (later) {
    return {ReasonCode::kLossNotYet, {{"date", date_text(later->from)}, {"days", std::to_string(later->days)}}};
  }
  const std::optional<BandEdges> edges = edges_of(s, i);
  if (only_bands_decide(s) && !is_outside(edges, s.opening.values[i], s.opening.total)) {
    if (!edges) return {ReasonCode::kNoBand, {}};
    return {ReasonCode::kInsideBand, band_parameters(s, i, *edges)};
  }
  const Decimal goal = s.goals.empty() ? s.policy.targets[i].weight : s.goals[i];
  const Decimal wanted =
      multiply(goal, std::max(s.opening.total, Decimal()), Rounding::kHalfEven) - s.opening.values[i];
  const Decimal minor = s.portfolio.base_currency.minor_unit();
  // Where all there is is worth less than a minor unit, being off by less says nothing.
  if (goal.sign() > 0 && s.opening.total < minor) return {ReasonCode::kNoCashForIt, {}};
  if (absolute(wanted) < minor) return {ReasonCode::kOnTarget, {}};
  return wanted.sign() > 0 ? explain_no_buy(s, plan, i, wanted) : explain_no_sale(s, plan, i, -wanted);
}

// The least cash with which this account could still buy something, or nothing where it may buy nothing. More of what
// it buys anyway costs no further fixed fee.
std::optional<Decimal> cheapest_step(const Situation& s, const Plan& plan, AccountIndex account) {
  std::optional<Decimal> cheapest;
  const std::size_t n = s.portfolio.assets.size();
  for (AssetIndex i = 0; i < s.portfolio.assets.size(); ++i) {
    const Asset& asset = s.portfolio.assets[i];
    const bool wanted = s.policy.targets[i].weight.sign() > 0 && s.places[account * n + i];
    if (!asset.may_buy || asset.price.is_zero() || !wanted || harvested_in(plan, i, {}) != nullptr ||
        !has_price(s.portfolio, account, i)) {
      continue;
    }
    const Decimal price = execution_price(s.portfolio, account, i, Side::kBuy);
    const Decimal value = std::max(multiply(asset.quantity_step, price, Rounding::kUp),
                                   currency_of(s.portfolio, s.portfolio.accounts[account].currency).minor_unit());
    const FeeSchedule& fees = s.portfolio.accounts[account].fees;
    Decimal bought;
    for (const Trade& trade : plan.trades) {
      if (trade.account == account && trade.asset == i && trade.side == Side::kBuy) bought = trade.value;
    }
    const Decimal paid = bought.is_zero() ? Decimal() : unrounded_fee(fees, bought);
    const Decimal cost = value + unrounded_fee(fees, bought + value) - paid;
    cheapest = cheapest ? std::min(*cheapest, cost) : cost;
  }
  return cheapest;
}

// What is below target, could be bought here and is not, because its loss was taken.
std::optional<Reason> loss_was_taken(const Situation& s, const Plan& plan, AccountIndex account) {
  for (AssetIndex i = 0; i < s.portfolio.assets.size() && plan.harvested; ++i) {
    const Asset& asset = s.portfolio.assets[i];
    const PositionChange& change = plan.changes[i];
    const bool is_missed = change.weight_after < change.target && asset.may_buy &&
                           s.places[account * s.portfolio.assets.size() + i] &&
                           s.request.directions != PlanRequest::Directions::kSellOnly;
    if (is_missed && harvested_in(plan, i, {}) != nullptr)
      return Reason{ReasonCode::kCashLossTaken, {{"symbol", asset.symbol}}};
  }
  return std::nullopt;
}

Reason explain_cash(const Situation& s, const Plan& plan, AccountIndex account) {
  const Decimal cash = plan.ledgers[account].cash_after;
  if (plan.status == PlanStatus::kInfeasible) return {ReasonCode::kCannotBeMet, {}};
  if (only_bands_decide(s) && !plan.changes.back().outside_after) return {ReasonCode::kCashInsideBands, {}};
  if (s.request.directions == PlanRequest::Directions::kSwitchOnly) return {ReasonCode::kCashNotSwitched, {}};
  const Decimal asked = multiply(s.policy.cash().weight, plan.value_after, Rounding::kUp);
  const Decimal rounding = s.portfolio.base_currency.minor_unit();
  if (s.policy.cash().weight.sign() > 0 && plan.total_ledger.cash_after <= asked + rounding) {
    return {ReasonCode::kCashTarget, {}};
  }
  if (std::optional<Reason> taken = loss_was_taken(s, plan, account)) return *taken;
  const std::optional<Decimal> cheapest = cheapest_step(s, plan, account);
  if (!cheapest || s.request.directions == PlanRequest::Directions::kSellOnly) {
    return {ReasonCode::kCashNothingToBuy, {}};
  }
  if (cash < *cheapest) return {ReasonCode::kCashBelowStep, {}};
  const Decimal minimum = minimum_value(s.portfolio, s.request, account);
  if (cash < minimum)
    return {ReasonCode::kCashBelowMinimumTrade, {{"minimum", money(s, s.portfolio.accounts[account], minimum)}}};
  return {ReasonCode::kCashInThisAccount, {}};
}

ReasonCode code_of(TaxRules::Order order) {
  switch (order) {
    case TaxRules::Order::kFirstIn:
      return ReasonCode::kLotFirstIn;
    case TaxRules::Order::kLastIn:
      return ReasonCode::kLotLastIn;
    case TaxRules::Order::kHighestCost:
      return ReasonCode::kLotHighestCost;
    case TaxRules::Order::kLowestTax:
      return ReasonCode::kLotLowestTax;
    case TaxRules::Order::kSpecified:
      break;
  }
  return ReasonCode::kLotSpecified;
}

}  // namespace

Reason explain_trade(const Situation& s, const Plan& plan, const Trade& trade) {
  const AssetIndex i = trade.asset;
  if (const HarvestedSale* sale = harvested_in(plan, i, trade.account)) {
    return {ReasonCode::kSellTakesLoss, {{"symbol", s.portfolio.assets[i].symbol}, {"saved", money(s, sale->saved)}}};
  }
  const Decimal target = s.policy.targets[i].weight;
  const std::optional<BandEdges> edges = edges_of(s, i);
  const bool outside = edges && only_bands_decide(s) && is_outside(edges, s.opening.values[i], s.opening.total);
  const int order =
      compare_products(s.opening.values[i], Decimal::from_integer(1), target, s.opening.total) < 0 ? -1 : 1;
  const Parameters where = {
      {"symbol", s.portfolio.assets[i].symbol}, {"weight", percent(weight_of(s, i))}, {"target", percent(target)}};
  if (trade.side == Side::kBuy) {
    if (outside && order < 0) return {ReasonCode::kBuyBackIntoBand, band_parameters(s, i, *edges)};
    if (const auto of_class = class_reason(s, i, trade.side)) return *of_class;
    return {order < 0 ? ReasonCode::kBuyBelowTarget : ReasonCode::kBuyPlacesCash, where};
  }
  if (s.opening.total.is_zero()) return {ReasonCode::kSellRaisesCash, where};  // everything leaves
  if (target.is_zero()) return {ReasonCode::kSellNoTarget, where};
  if (outside && order > 0) return {ReasonCode::kSellBackIntoBand, band_parameters(s, i, *edges)};
  if (const auto of_class = class_reason(s, i, trade.side)) return *of_class;
  return {order > 0 ? ReasonCode::kSellAboveTarget : ReasonCode::kSellRaisesCash, where};
}

std::vector<Reason> explain_lots(const Situation& s, const Trade& trade) {
  std::vector<Reason> out;
  const Holding* holding = holding_in(s.portfolio.accounts[trade.account], trade.asset);
  const TaxRules* rules = lot_sale_terms(s.portfolio, s.request, trade.account, trade.asset).rules;
  for (const SoldLot& sold : trade.sold.lots) {
    const Decimal rate = sold.period ? rules->periods[*sold.period].rate : Decimal();
    out.push_back({code_of(rules == nullptr ? TaxRules::Order::kFirstIn : rules->order),
                   {{"date", date_text(holding->lots[sold.lot].acquired)}, {"rate", percent(rate)}}});
  }
  return out;
}

std::vector<SkippedAsset> explain_skipped(const Situation& s, const Plan& plan) {
  std::vector<bool> traded(s.portfolio.assets.size());
  for (const Trade& trade : plan.trades) traded[trade.asset] = true;
  const std::vector<std::optional<LossLater>> later = losses_that_count_later(s.portfolio, s.request);
  std::vector<SkippedAsset> out;
  for (AssetIndex i = 0; i < traded.size(); ++i) {
    if (!traded[i]) out.push_back({i, explain_asset(s, plan, i, later[i])});
  }
  return out;
}

std::vector<LeftOver> explain_left_over(const Situation& s, const Plan& plan) {
  std::vector<LeftOver> out;
  for (AccountIndex a = 0; a < plan.ledgers.size(); ++a) {
    if (plan.ledgers[a].cash_after.sign() > 0) out.push_back({a, plan.ledgers[a].cash_after, explain_cash(s, plan, a)});
  }
  return out;
}

}  // namespace ballast
