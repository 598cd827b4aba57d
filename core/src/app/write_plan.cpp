#include "ballast/base/message_table.hpp"
#include "class_rows.hpp"
#include "write_parts.hpp"
#include "write_realised.hpp"
#include "write_reply.hpp"

namespace ballast {
namespace {

std::string_view status_name(PlanStatus status) {
  switch (status) {
    case PlanStatus::kOptimal:
      return "optimal";
    case PlanStatus::kWithinGap:
      return "within_gap";
    case PlanStatus::kInfeasible:
      break;
  }
  return "infeasible";
}

void write_reason(JsonWriter& json, const Reason& reason) {
  json.key("reason");
  json.begin_object();
  write_reason_fields(json, reason.code, reason.parameters);
  json.end_object();
}

void write_ledger_fields(JsonWriter& json, const CashLedger& ledger) {
  write_field(json, "cash_before", ledger.cash_before);
  write_field(json, "deposits", ledger.deposits);
  write_field(json, "withdrawals", ledger.withdrawals);
  write_field(json, "received", ledger.received);
  write_field(json, "sent", ledger.sent);
  write_field(json, "sells", ledger.sells);
  write_field(json, "buys", ledger.buys);
  write_field(json, "fees", ledger.fees);
  write_field(json, "cash_after", ledger.cash_after);
}

void write_costs(JsonWriter& json, const Plan& plan) {
  if (!plan.costs) return;
  json.key("costs");
  json.begin_object();
  write_field(json, "amount", plan.costs->amount);
  write_field(json, "lower_bound", plan.costs->lower_bound);
  write_field(json, "gap", plan.costs->amount - plan.costs->lower_bound);
  json.end_object();
}

void write_shortfalls(JsonWriter& json, const Portfolio& portfolio, const Plan& plan) {
  json.key("infeasible");
  json.begin_list();
  for (const Shortfall& shortfall : plan.shortfalls) {
    json.begin_object();
    write_reason_fields(json, shortfall.reason.code, shortfall.reason.parameters);
    if (shortfall.account) {
      json.field("account", portfolio.accounts[*shortfall.account].id);
    } else {
      json.field("account", nullptr);
    }
    json.end_object();
  }
  json.end_list();
}

void write_trades(JsonWriter& json, const Portfolio& portfolio, const Plan& plan) {
  json.key("trades");
  json.begin_list();
  for (const Trade& trade : plan.trades) {
    json.begin_object();
    json.field("account", portfolio.accounts[trade.account].id);
    json.field("side", trade.side == Side::kBuy ? "buy" : "sell");
    json.field("asset", portfolio.assets[trade.asset].id);
    write_field(json, "quantity", trade.quantity);
    write_field(json, "price", trade.price);
    write_field(json, "value", trade.value);
    write_field(json, "fee", trade.fee);
    write_sold_lots(json, portfolio, trade);
    write_reason(json, trade.reason);
    json.end_object();
  }
  json.end_list();
  json.key("skipped");
  json.begin_list();
  for (const SkippedAsset& skipped : plan.skipped) {
    json.begin_object();
    json.field("asset", portfolio.assets[skipped.asset].id);
    write_reason(json, skipped.reason);
    json.end_object();
  }
  json.end_list();
}

void write_moves(JsonWriter& json, const Portfolio& portfolio, const Plan& plan) {
  json.key("cash_flows");
  json.begin_list();
  for (const CashFlow& flow : plan.cash_flows) {
    json.begin_object();
    json.field("account", portfolio.accounts[flow.account].id);
    write_field(json, "amount", flow.amount);
    json.end_object();
  }
  json.end_list();
  json.key("transfers");
  json.begin_list();
  for (const CashTransfer& transfer : plan.transfers) {
    json.begin_object();
    json.field("from", portfolio.accounts[transfer.from].id);
    json.field("to", portfolio.accounts[transfer.to].id);
    write_field(json, "amount", transfer.amount);
    json.end_object();
  }
  json.end_list();
}

void write_switches(JsonWriter& json, const Portfolio& portfolio, const Plan& plan) {
  if (plan.switches.empty()) return;
  json.key("switches");
  json.begin_list();
  for (const Switch& pair : plan.switches) {
    json.begin_object();
    json.field("from_account", portfolio.accounts[pair.from_account].id);
    json.field("from", portfolio.assets[pair.from].id);
    json.field("to_account", portfolio.accounts[pair.to_account].id);
    json.field("to", portfolio.assets[pair.to].id);
    write_field(json, "value", pair.value);
    json.end_object();
  }
  json.end_list();
}

void write_ledgers(JsonWriter& json, const Portfolio& portfolio, const Plan& plan) {
  json.key("accounts");
  json.begin_list();
  for (std::size_t a = 0; a < plan.ledgers.size(); ++a) {
    json.begin_object();
    write_account_id(json, portfolio, portfolio.accounts[a]);
    write_ledger_fields(json, plan.ledgers[a]);
    json.end_object();
  }
  json.end_list();
  json.key("totals");
  json.begin_object();
  write_field(json, "value_before", plan.value_before);
  write_ledger_fields(json, plan.total_ledger);
  write_field(json, "value_after", plan.value_after);
  json.end_object();
}

void write_changes(JsonWriter& json, const Portfolio& portfolio, const Plan& plan) {
  json.key("weights");
  json.begin_list();
  for (std::size_t i = 0; i < plan.changes.size(); ++i) {
    const PositionChange& change = plan.changes[i];
    json.begin_object();
    write_position_id(json, portfolio, i);
    write_field(json, "quantity_before", change.quantity_before);
    write_field(json, "quantity_after", change.quantity_after);
    write_field(json, "value_before", change.value_before);
    write_field(json, "value_after", change.value_after);
    write_field(json, "before", change.weight_before);
    write_field(json, "target", change.target);
    write_field(json, "after", change.weight_after);
    write_band(json, change.band);
    json.field("outside_before", change.outside_before);
    json.field("outside_after", change.outside_after);
    json.end_object();
  }
  json.end_list();
}

void write_classes(JsonWriter& json, const Document& document, const Plan& plan) {
  std::vector<Decimal> before;
  std::vector<Decimal> after;
  for (const PositionChange& change : plan.changes) {
    before.push_back(change.value_before);
    after.push_back(change.value_after);
  }
  write_class_changes(json, document.classifications, document.policy, before, after);
}

void write_curve(JsonWriter& json, const Plan& plan) {
  if (plan.curve.empty()) return;
  json.key("curve");
  json.begin_list();
  for (const CurvePoint& point : plan.curve) {
    json.begin_object();
    json.field("trades", point.trades);
    write_field(json, "objective", point.objective);
    write_field(json, "misplaced_share", point.misplaced_share);
    write_field(json, "turnover", point.turnover);
    write_field(json, "costs", point.costs);
    write_field(json, "tax", point.tax);
    json.end_object();
  }
  json.end_list();
}

}  // namespace

std::string write_plan(const SettledDocument& settled, const Plan& plan) {
  const Document& document = settled.document;
  const Portfolio& portfolio = document.portfolio;
  const Currency& currency = portfolio.base_currency;
  JsonWriter json;
  json.begin_object();
  json.field("ok", true);
  json.key("value");
  json.begin_object();
  write_base_currency(json, portfolio);
  json.field("status", status_name(plan.status));
  write_field(json, "objective", plan.proof.objective);
  write_field(json, "lower_bound", plan.proof.lower_bound);
  write_field(json, "gap", plan.proof.gap);
  write_field(json, "cost_limit", currency.round(plan.proof.cost_limit, Rounding::kDown));
  write_costs(json, plan);
  write_shortfalls(json, portfolio, plan);
  write_moves(json, portfolio, plan);
  write_trades(json, portfolio, plan);
  write_switches(json, portfolio, plan);
  write_ledgers(json, portfolio, plan);
  write_realised(json, portfolio, plan);
  write_changes(json, portfolio, plan);
  write_classes(json, document, plan);
  json.key("drift");
  json.begin_object();
  json.key("before");
  write_drift(json, plan.drift_before);
  json.key("after");
  write_drift(json, plan.drift_after);
  json.end_object();
  write_curve(json, plan);
  json.key("left_over");
  json.begin_list();
  for (const LeftOver& left : plan.left_over) {
    json.begin_object();
    json.field("account", portfolio.accounts[left.account].id);
    write_field(json, "cash", left.cash);
    write_reason(json, left.reason);
    json.end_object();
  }
  json.end_list();
  write_notices(json, notices_of(settled));
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace ballast
