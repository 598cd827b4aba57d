#include "read_execution.hpp"

#include "ballast/base/limits.hpp"
#include "ballast/io/intake.hpp"
#include "ballast/model/exchange.hpp"
#include "ballast/model/valuation.hpp"
#include "read_cash.hpp"
#include "read_request.hpp"

namespace ballast {
namespace {

std::optional<std::size_t> find_asset(const Portfolio& portfolio, const std::string& id) {
  for (AssetIndex i = 0; i < portfolio.assets.size(); ++i) {
    if (portfolio.assets[i].id == id) return i;
  }
  return std::nullopt;
}

void read_trades(Fields& fields, Intake& intake, const Document& document, Execution& execution) {
  const Place list = fields.at("trades");
  std::size_t index = 0;
  for (const JsonValue& value : fields.list("trades", false, limits::kHoldings, "trades")) {
    const Place place(list, index++);
    Fields trade(intake, value, place);
    DoneTrade done;
    const std::string account_id = trade.text("account", true);
    const std::string asset_id = trade.text("asset", true);
    if (const auto side = trade.word("side", true, {"sell", "buy"})) done.side = static_cast<Side>(*side);
    done.quantity = trade.decimal("quantity", true, Range::kPositive, Decimal::from_integer(1));
    done.price = trade.decimal("price", true, Range::kNotNegative);
    done.fee = trade.decimal("fee", false, Range::kNotNegative);
    trade.finish();
    const auto account = document.account_ids.find(account_id);
    const auto asset = find_asset(document.portfolio, asset_id);
    if (!account && !account_id.empty()) {
      trade.report("account", ErrorCode::kUnknownAccount, {{"id", account_id}});
    }
    if (!asset && !asset_id.empty()) trade.report("asset", ErrorCode::kUnknownAsset, {{"id", asset_id}});
    if (!account || !asset) continue;
    done.account = *account;
    done.asset = *asset;
    execution.trades.push_back(done);
  }
}

// What is traded, beside all that is there: no sum that is formed of them may leave the range.
bool sums_are_in_range(const Portfolio& portfolio, const Execution& execution) {
  try {
    Decimal money;
    // Both its own amount and what that is worth.
    const auto add = [&](AccountIndex account, Decimal amount) {
      money += std::max(amount, in_base_currency(portfolio, portfolio.accounts[account].currency, amount));
      return money <= kMaximum;
    };
    for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
      if (!add(a, portfolio.accounts[a].cash)) return false;
    }
    for (const CashFlow& flow : execution.cash_flows) {
      if (!add(flow.account, absolute(flow.amount))) return false;
    }
    for (const CashTransfer& transfer : execution.transfers) {
      if (!add(transfer.from, transfer.amount)) return false;
    }
    std::vector<Decimal> quantities = asset_quantities(portfolio);
    for (const DoneTrade& trade : execution.trades) {
      quantities[trade.asset] += trade.quantity;
      if (!add(trade.account, multiply(trade.quantity, trade.price, Rounding::kUp) + trade.fee)) return false;
      if (quantities[trade.asset] > kMaximum) return false;
    }
    return true;
  } catch (const ArithmeticOverflow&) {
    return false;
  }
}

}  // namespace

Result<Execution> read_execution(std::string_view text, const Document& document) {
  if (text.empty()) return Execution{};
  Result<JsonValue> json = parse_json(text, Source::kRequest, limits::kRequestBytes);
  if (!json.ok()) return json.problems();
  Intake intake(Source::kRequest);
  const Place top;
  Fields fields(intake, json.value(), top);
  Execution execution;
  read_trades(fields, intake, document, execution);
  execution.cash_flows = read_cash_flows(fields, intake, document);
  execution.transfers = read_transfers(fields, intake, document);
  execution.date = fields.date("date", false);
  execution.switches = fields.boolean("switches", false);
  fields.finish();
  if (intake.ok() && !execution.date && has_taxed_lots(document.portfolio)) {
    intake.report(ErrorCode::kDateNeeded, top, {});
  }
  if (intake.ok() && !sums_are_in_range(document.portfolio, execution)) {
    intake.report(ErrorCode::kTotalTooLarge, top, {{"limit", kMaximum.text()}});
  }
  if (!intake.ok()) return intake.take();
  return execution;
}

}  // namespace ballast
