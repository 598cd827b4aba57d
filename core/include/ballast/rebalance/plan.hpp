// A plan: trades that can be carried out as they stand, what they lead to, and why each is or is not there.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ballast/base/parameters.hpp"
#include "ballast/base/reason_code.hpp"
#include "ballast/model/portfolio.hpp"
#include "ballast/policy/drift.hpp"
#include "ballast/rebalance/request.hpp"
#include "ballast/tax/sold_lots.hpp"
#include "ballast/tax/tax_estimate.hpp"

namespace ballast {

struct Reason {
  ReasonCode code = ReasonCode::kOnTarget;
  Parameters parameters;
};

enum class Side : std::uint8_t { kSell, kBuy };

struct Trade {
  AccountIndex account = 0;
  AssetIndex asset = 0;
  Side side = Side::kBuy;
  Decimal quantity;  ///< > 0, a multiple of the asset's step
  Decimal price;     ///< at which it is carried out, in the account's currency: plus or minus half the spread
  Decimal value;     ///< quantity * price, half-even to minor units
  Decimal fee;       ///< of the account's schedule, rounded up to minor units
  Reason reason;
  LotSale sold = {};                     ///< of a sale: what of which lots goes
  std::vector<Reason> lot_reasons = {};  ///< why each of those lots
};

struct SkippedAsset {
  AssetIndex asset = 0;
  Reason reason;
};

/// cash_before + deposits + received + sells - buys - fees - sent - withdrawals = cash_after, exactly, in the account's
/// currency. The sum over accounts is in the base currency; the same holds there, but for the last of 18 decimals where
/// amounts were converted.
struct CashLedger {
  Decimal cash_before;
  Decimal deposits;
  Decimal withdrawals;
  Decimal received;  ///< from other accounts
  Decimal sent;      ///< to other accounts
  Decimal sells;
  Decimal buys;
  Decimal fees;
  Decimal cash_after;
};

/// One asset, or (last) cash.
struct PositionChange {
  Decimal quantity_before;
  Decimal quantity_after;
  Decimal value_before;  ///< before deposits and withdrawals
  Decimal value_after;
  Decimal weight_before;
  Decimal target;
  Decimal weight_after;
  std::optional<BandEdges> band;
  bool outside_before = false;
  bool outside_after = false;
};

/// What leaves one asset and goes into another: a sale and a purchase that belong together.
struct Switch {
  AccountIndex from_account = 0;
  AssetIndex from = 0;
  AccountIndex to_account = 0;
  AssetIndex to = 0;
  Decimal value;  ///< > 0
};

struct LeftOver {
  AccountIndex account = 0;
  Decimal cash;
  Reason reason;
};

struct Shortfall {
  std::optional<AccountIndex> account;  ///< none: of those that share cash together
  Reason reason;
};

enum class PlanStatus : std::uint8_t { kOptimal, kWithinGap, kInfeasible };

/// Chi-square distance of the weights after from the goals of the request (its targets; where only bands decide: the
/// weights the bands ask for), a proven lower bound of it over all plans that pay at most `cost_limit` in
/// spreads and fees, and the difference.
struct Proof {
  Decimal objective;
  Decimal lower_bound;
  Decimal gap;
  Decimal cost_limit;
};

/// Where costs decide: tax (with the goal least_tax), spreads and fees, and what no plan that brings everything inside
/// its bands can go below, whole steps, fixed fees and minimums aside and before amounts are rounded; 0 where that is
/// not known. In minor units.
struct CostProof {
  Decimal amount;
  Decimal lower_bound;
};

/// What a plan with so many trades comes to.
struct CurvePoint {
  std::size_t trades = 0;
  Decimal objective;        ///< as in Proof
  Decimal misplaced_share;  ///< from the targets
  Decimal turnover;         ///< what is bought and sold, together
  Decimal costs;            ///< fees, and half the spread of every trade
  Decimal tax;
};

/// What sales realise.
struct RealisedGains {
  Decimal gains;    ///< of all lots, taxed or not
  Decimal losses;   ///< >= 0
  Decimal unknown;  ///< proceeds of what has no lot: nobody knows what it cost
  /// What a budget counts: gains less losses that count, where the rate is above 0, and what of unknown cost brings
  /// where anything is taxed.
  Decimal taxed;
  Decimal tax;                        ///< of all rules together
  std::vector<TaxEstimate> by_rules;  ///< one per set of tax rules
};

/// A holding that is sold because its loss saves tax.
struct HarvestedSale {
  AccountIndex account = 0;
  AssetIndex asset = 0;
  Decimal quantity;  ///< at least so much is sold, and nothing of the asset bought anywhere
  Decimal saved;     ///< of the losses of that quantity, at the rates of their periods; minor units
};

struct Plan {
  Proof proof;
  std::optional<CostProof> costs;
  std::vector<Shortfall> shortfalls;    ///< not empty exactly if infeasible; then there are no trades
  std::vector<CashFlow> cash_flows;     ///< all that are made, by account; those that were placed too
  std::vector<CashTransfer> transfers;  ///< after the sales, before the purchases they pay for
  std::vector<Switch> switches;         ///< with Directions::kSwitchOnly: which sale pays for which purchase
  std::vector<Trade> trades;            ///< by account, sells first, then by asset
  std::vector<SkippedAsset> skipped;    ///< every asset without a trade
  std::vector<CashLedger> ledgers;      ///< one per account
  CashLedger total_ledger;              ///< their sums
  std::vector<PositionChange> changes;  ///< assets in order, then cash
  Decimal value_before;
  Decimal value_after;
  Drift drift_before;
  Drift drift_after;
  std::vector<LeftOver> left_over;  ///< accounts with cash after
  RealisedGains realised;
  std::optional<std::vector<HarvestedSale>> harvested;  ///< if asked for; by account, then asset
  std::vector<CurvePoint> curve;  ///< if asked for: ever fewer trades, from the plan without a limit of trades on
  PlanStatus status = PlanStatus::kOptimal;
  bool kept_budget = false;  ///< whether more would be sold if gains had no budget
  bool limited = false;      ///< whether trades were left out because the request wants no more
};

}  // namespace ballast
