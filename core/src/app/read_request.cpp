#include "read_request.hpp"

#include <algorithm>

#include "ballast/base/limits.hpp"
#include "ballast/io/intake.hpp"
#include "ballast/model/exchange.hpp"
#include "ballast/model/valuation.hpp"
#include "read_cash.hpp"

namespace ballast {

bool has_taxed_lots(const Portfolio& portfolio) {
  return std::any_of(portfolio.accounts.begin(), portfolio.accounts.end(), [](const Account& account) {
    return account.tax_rules && std::any_of(account.holdings.begin(), account.holdings.end(),
                                            [](const Holding& holding) { return !holding.lots.empty(); });
  });
}

namespace {

// Neither what the portfolio is worth with all deposits made nor the sum of the withdrawals may leave the range in
// which sums are formed.
bool totals_are_in_range(const Document& document, const PlanRequest& request) {
  Decimal total;
  Decimal withdrawn;
  const Portfolio& portfolio = document.portfolio;
  for (const Decimal value : asset_and_cash_values(portfolio)) total += value;
  const auto adds_up = [&](CurrencyChoice currency, Decimal flow) {
    // Both its own amount and what that is worth.
    const Decimal amount = std::max(absolute(flow), in_base_currency(portfolio, currency, absolute(flow)));
    Decimal& sum = flow.sign() > 0 ? total : withdrawn;
    if (amount > kMaximum - sum) return false;
    sum += amount;
    return true;
  };
  try {
    return adds_up(currency_of_shared_cash(portfolio, request), request.free_flow) &&
           std::all_of(request.cash_flows.begin(), request.cash_flows.end(), [&](const CashFlow& flow) {
             return adds_up(portfolio.accounts[flow.account].currency, flow.amount);
           });
  } catch (const ArithmeticOverflow&) {
    return false;
  }
}

}  // namespace

PlanRequest read_plan_request(Intake& intake, const JsonValue& value, const Place& place, const Document& document) {
  PlanRequest request;
  const std::size_t reported = intake.reported();
  Fields fields(intake, value, place);
  if (const auto word = fields.word("directions", false, {"both", "buy_only", "sell_only", "switch_only"})) {
    request.directions = static_cast<PlanRequest::Directions>(*word);
  }
  if (const auto word = fields.word("trigger", false, {"always", "outside_bands"})) {
    request.trigger = static_cast<PlanRequest::Trigger>(*word);
  }
  if (const auto word = fields.word("destination", false, {"target", "half_way", "band_edge"})) {
    request.destination = static_cast<PlanRequest::Destination>(*word);
  }
  if (const auto word = fields.word("goal", false, {"to_target", "fewest_trades", "least_tax", "least_cost"})) {
    request.goal = static_cast<PlanRequest::Goal>(*word);
  }
  request.minimum_trade_value = fields.decimal("minimum_trade_value", false, Range::kNotNegative);
  if (fields.has("most_trades")) {
    const std::optional<int> most = fields.whole("most_trades", false, 0, limits::kMostTrades);
    if (most) request.most_trades = static_cast<std::size_t>(*most);
  }
  request.curve = fields.boolean("curve", false);
  if (const auto word = fields.word("gains", false, {"any", "none"})) {
    request.gains = static_cast<PlanRequest::Gains>(*word);
  }
  if (fields.has("gain_budget")) {
    request.gain_budget = fields.decimal("gain_budget", false, Range::kNotNegative);
  }
  request.harvest_losses = fields.boolean("harvest_losses", false);
  const std::size_t before_date = intake.reported();
  request.date = fields.date("date", false);
  if (!request.date && intake.reported() == before_date && has_taxed_lots(document.portfolio)) {
    intake.report(ErrorCode::kDateNeeded, place, {});
  }
  read_cash_wishes(fields, intake, document, request);
  fields.finish();
  if (intake.reported() == reported && !totals_are_in_range(document, request)) {
    fields.report("cash_flows", ErrorCode::kTotalTooLarge, {{"limit", kMaximum.text()}});
  }
  return request;
}

Result<PlanRequest> read_request(std::string_view text, const Document& document) {
  if (text.empty()) text = "{}";
  Result<JsonValue> json = parse_json(text, Source::kRequest, limits::kRequestBytes);
  if (!json.ok()) return json.problems();

  Intake intake(Source::kRequest);
  PlanRequest request = read_plan_request(intake, json.value(), Place(), document);
  if (!intake.ok()) return intake.take();
  return request;
}

}  // namespace ballast
