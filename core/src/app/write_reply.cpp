#include "write_reply.hpp"

#include "ballast/base/message_table.hpp"

namespace ballast {
namespace {

Json write_parameters(const Parameters& parameters) {
  Json out = Json::object();
  for (const auto& [name, value] : parameters) out[name] = value;
  return out;
}

Json write_reason(ReasonCode code, const Parameters& parameters) {
  return {{"code", reason_text(code)}, {"parameters", write_parameters(parameters)}, {"text", english(code, parameters)}};
}

Json write_reason(const Reason& reason) { return write_reason(reason.code, reason.parameters); }

std::string_view source_name(Source source) {
  switch (source) {
    case Source::kDocument:
      return "document";
    case Source::kRequest:
      return "request";
    case Source::kEngine:
      break;
  }
  return "engine";
}

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

void write_ledger(Json& out, const CashLedger& ledger) {
  out["cash_before"] = ledger.cash_before.text();
  out["deposits"] = ledger.deposits.text();
  out["withdrawals"] = ledger.withdrawals.text();
  out["sells"] = ledger.sells.text();
  out["buys"] = ledger.buys.text();
  out["fees"] = ledger.fees.text();
  out["cash_after"] = ledger.cash_after.text();
}

Json write_trades(const Portfolio& portfolio, const std::vector<Trade>& trades) {
  Json out = Json::array();
  for (const Trade& trade : trades) {
    out.push_back({{"account", portfolio.accounts[trade.account].id},
                   {"side", trade.side == Side::kBuy ? "buy" : "sell"},
                   {"asset", portfolio.assets[trade.asset].id},
                   {"quantity", trade.quantity.text()},
                   {"price", trade.price.text()},
                   {"value", trade.value.text()},
                   {"fee", trade.fee.text()},
                   {"reason", write_reason(trade.reason)}});
  }
  return out;
}

Json write_changes(const Portfolio& portfolio, const std::vector<PositionChange>& changes) {
  Json out = Json::array();
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const PositionChange& change = changes[i];
    out.push_back({{"asset", i < portfolio.assets.size() ? Json(portfolio.assets[i].id) : Json(nullptr)},
                   {"quantity_before", change.quantity_before.text()},
                   {"quantity_after", change.quantity_after.text()},
                   {"value_before", change.value_before.text()},
                   {"value_after", change.value_after.text()},
                   {"before", change.weight_before.text()},
                   {"target", change.target.text()},
                   {"after", change.weight_after.text()},
                   {"band", write_band(change.band)},
                   {"outside_before", change.outside_before},
                   {"outside_after", change.outside_after}});
  }
  return out;
}

}  // namespace

std::string success(Json value) {
  Json out;
  out["ok"] = true;
  out["value"] = std::move(value);
  return out.dump();
}

std::string failure(const Problems& problems) {
  Json errors = Json::array();
  for (const Problem& problem : problems) {
    errors.push_back({{"code", error_text(problem.code)},
                      {"source", source_name(problem.source)},
                      {"pointer", problem.pointer},
                      {"parameters", write_parameters(problem.parameters)},
                      {"message", english(problem.code, problem.parameters)}});
  }
  Json out;
  out["ok"] = false;
  out["errors"] = std::move(errors);
  // What was wrong with a text may be quoted in it: a broken character must not break the reply.
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json write_currency(const Currency& currency) {
  return {{"code", currency.code}, {"minor_unit_digits", currency.minor_unit_digits}};
}

Json write_notices(const std::vector<Notice>& notices) {
  Json out = Json::array();
  for (const Notice& notice : notices) {
    Json entry = write_reason(notice.code, notice.parameters);
    entry["pointer"] = notice.pointer;
    out.push_back(std::move(entry));
  }
  return out;
}

Json write_band(const std::optional<BandEdges>& band) {
  if (!band) return nullptr;
  return {{"low", band->low.text()}, {"high", band->high.text()}};
}

Json write_drift(const Drift& drift) {
  return {{"misplaced_share", drift.misplaced_share.text()}, {"chi_square", drift.chi_square.text()}};
}

Json write_plan(const Document& document, const Plan& plan, const std::vector<Notice>& notices) {
  const Portfolio& portfolio = document.portfolio;
  Json out;
  out["base_currency"] = write_currency(portfolio.base_currency);
  out["status"] = status_name(plan.status);
  out["objective"] = plan.proof.objective.text();
  out["lower_bound"] = plan.proof.lower_bound.text();
  out["gap"] = plan.proof.gap.text();
  out["fee_limit"] = portfolio.base_currency.round(plan.proof.fee_limit, Rounding::kDown).text();
  out["infeasible"] = Json::array();
  for (const Shortfall& shortfall : plan.shortfalls) {
    Json entry = write_reason(shortfall.reason);
    entry["account"] = portfolio.accounts[shortfall.account].id;
    out["infeasible"].push_back(std::move(entry));
  }
  out["trades"] = write_trades(portfolio, plan.trades);
  out["skipped"] = Json::array();
  for (const SkippedAsset& skipped : plan.skipped) {
    out["skipped"].push_back({{"asset", portfolio.assets[skipped.asset].id}, {"reason", write_reason(skipped.reason)}});
  }
  out["accounts"] = Json::array();
  for (std::size_t a = 0; a < plan.ledgers.size(); ++a) {
    Json entry;
    entry["account"] = portfolio.accounts[a].id;
    write_ledger(entry, plan.ledgers[a]);
    out["accounts"].push_back(std::move(entry));
  }
  Json totals;
  totals["value_before"] = plan.value_before.text();
  write_ledger(totals, plan.total_ledger);
  totals["value_after"] = plan.value_after.text();
  out["totals"] = std::move(totals);
  out["weights"] = write_changes(portfolio, plan.changes);
  out["drift"] = {{"before", write_drift(plan.drift_before)}, {"after", write_drift(plan.drift_after)}};
  out["left_over"] = Json::array();
  for (const LeftOver& left : plan.left_over) {
    out["left_over"].push_back({{"account", portfolio.accounts[left.account].id},
                                {"cash", left.cash.text()},
                                {"reason", write_reason(left.reason)}});
  }
  out["notices"] = write_notices(notices);
  return out;
}

}  // namespace ballast
