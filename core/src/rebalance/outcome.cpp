#include "outcome.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "ballast/model/exchange.hpp"
#include "ballast/model/valuation.hpp"
#include "ballast/policy/class_band.hpp"
#include "realise_gains.hpp"

namespace ballast {
namespace {

constexpr std::array kLedgerFields = {&CashLedger::cash_before, &CashLedger::deposits, &CashLedger::withdrawals,
                                      &CashLedger::received,    &CashLedger::sent,     &CashLedger::sells,
                                      &CashLedger::buys,        &CashLedger::fees,     &CashLedger::cash_after};

std::vector<CashLedger> write_ledgers(const Portfolio& portfolio, const Plan& plan) {
  std::vector<CashLedger> ledgers(portfolio.accounts.size());
  for (AccountIndex a = 0; a < ledgers.size(); ++a) ledgers[a].cash_before = portfolio.accounts[a].cash;
  for (const CashFlow& flow : plan.cash_flows) {
    CashLedger& ledger = ledgers[flow.account];
    (flow.amount.sign() > 0 ? ledger.deposits : ledger.withdrawals) += absolute(flow.amount);
  }
  for (const CashTransfer& transfer : plan.transfers) {
    ledgers[transfer.from].sent += transfer.amount;
    ledgers[transfer.to].received += transfer.amount;
  }
  for (const Trade& trade : plan.trades) {
    CashLedger& ledger = ledgers[trade.account];
    (trade.side == Side::kSell ? ledger.sells : ledger.buys) += trade.value;
    ledger.fees += trade.fee;
  }
  for (CashLedger& l : ledgers) {
    l.cash_after = l.cash_before + l.deposits + l.received + l.sells - l.buys - l.fees - l.sent - l.withdrawals;
  }
  return ledgers;
}

CashLedger sum_of(const Portfolio& portfolio, const std::vector<CashLedger>& ledgers) {
  CashLedger sum;
  for (AccountIndex a = 0; a < ledgers.size(); ++a) {
    for (const auto field : kLedgerFields) {
      sum.*field += in_base_currency(portfolio, portfolio.accounts[a].currency, ledgers[a].*field);
    }
  }
  return sum;
}

Portfolio carried_out(Portfolio portfolio, const Plan& plan) {
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) portfolio.accounts[a].cash = plan.ledgers[a].cash_after;
  for (const Trade& trade : plan.trades) {
    std::vector<Holding>& holdings = portfolio.accounts[trade.account].holdings;
    auto at = std::find_if(holdings.begin(), holdings.end(), [&](const Holding& h) { return h.asset == trade.asset; });
    if (at == holdings.end()) at = holdings.insert(holdings.end(), Holding{trade.asset, {}, {}});
    at->quantity += trade.side == Side::kBuy ? trade.quantity : -trade.quantity;
  }
  return portfolio;
}

}  // namespace

void describe_outcome(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request, Plan& plan) {
  take_lots(portfolio, request, plan.trades);
  plan.realised = realise_gains(portfolio, request, plan.trades);
  plan.ledgers = write_ledgers(portfolio, plan);
  plan.total_ledger = sum_of(portfolio, plan.ledgers);
  plan.changes.clear();
  plan.value_before = Decimal();
  plan.value_after = Decimal();
  const Portfolio after = carried_out(portfolio, plan);
  std::vector<Decimal> quantities_before = asset_quantities(portfolio);
  std::vector<Decimal> quantities_after = asset_quantities(after);
  quantities_before.push_back(plan.total_ledger.cash_before);
  quantities_after.push_back(plan.total_ledger.cash_after);
  const std::vector<Decimal> before_values = asset_and_cash_values(portfolio);
  const std::vector<Decimal> after_values = asset_and_cash_values(after);
  for (const Decimal value : before_values) plan.value_before += value;
  for (const Decimal value : after_values) plan.value_after += value;
  const std::vector<Decimal> weights_before = shown_weights(before_values);
  const std::vector<Decimal> weights_after = shown_weights(after_values);
  for (std::size_t i = 0; i < before_values.size(); ++i) {
    const Target& target = policy.targets[i];
    const std::optional<BandEdges> band = band_edges(target.band, target.weight);
    plan.changes.push_back({quantities_before[i], quantities_after[i], before_values[i], after_values[i],
                            weights_before[i], target.weight, weights_after[i], band,
                            is_outside(band, before_values[i], plan.value_before),
                            is_outside(band, after_values[i], plan.value_after)});
  }
  plan.drift_before = measure_drift(before_values, policy);
  plan.drift_after = measure_drift(after_values, policy);
}

std::size_t count_outside(const Policy& policy, const Plan& plan) {
  std::vector<Decimal> values;
  std::size_t count = 0;
  for (const PositionChange& change : plan.changes) {
    values.push_back(change.value_after);
    if (change.outside_after) ++count;
  }
  for (const ClassBand& band : policy.class_bands) {
    if (is_outside(class_band_edges(band, policy), class_amount(band, values), plan.value_after)) ++count;
  }
  return count;
}

}  // namespace ballast
