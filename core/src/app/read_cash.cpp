#include "read_cash.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "ballast/base/limits.hpp"

namespace ballast {
namespace {

std::optional<AccountIndex> find_account(const std::string& id, const Place& place, Intake& intake,
                                         const Document& document) {
  if (id.empty()) return std::nullopt;
  const std::optional<std::size_t> account = document.account_ids.find(id);
  if (!account) intake.report(ErrorCode::kUnknownAccount, place, {{"id", id}});
  return account;
}

Decimal read_amount(Fields& fields, const Currency& currency, Range range) {
  const Decimal amount = fields.decimal("amount", true, range, currency.minor_unit());
  if (amount.is_zero()) {
    fields.report("amount", ErrorCode::kNumberOutOfRange, {{"value", "0"}, {"range", "more or less than 0"}});
  } else if (currency.round(amount, Rounding::kTowardZero) != amount) {
    fields.report("amount", ErrorCode::kNotMinorUnits,
                  {{"value", amount.text()},
                   {"currency", currency.code},
                   {"digits", std::to_string(currency.minor_unit_digits)}});
  }
  return amount;
}

}  // namespace

std::vector<CashFlow> read_cash_flows(Fields& fields, Intake& intake, const Document& document, Decimal* free_flow) {
  std::vector<CashFlow> out;
  bool has_free_flow = false;
  const Place list = fields.at("cash_flows");
  std::size_t index = 0;
  for (const JsonValue& value : fields.list("cash_flows", false, limits::kAccounts, "cash flows")) {
    const Place place(list, index++);
    Fields flow(intake, value, place);
    const bool is_free = free_flow != nullptr && flow.usable() && !flow.has("account");
    const std::string id = is_free ? std::string() : flow.text("account", true);
    const Decimal amount = read_amount(flow, document.portfolio.base_currency, Range::kAny);
    flow.finish();
    if (is_free) {
      if (has_free_flow) intake.report(ErrorCode::kDuplicateEntry, place, {{"id", "no account"}});
      has_free_flow = true;
      *free_flow = amount;
      continue;
    }
    const std::optional<AccountIndex> account = find_account(id, flow.at("account"), intake, document);
    if (!account) continue;
    const bool twice =
        std::any_of(out.begin(), out.end(), [&](const CashFlow& other) { return other.account == *account; });
    if (twice) flow.report("account", ErrorCode::kDuplicateEntry, {{"id", id}});
    out.push_back({*account, amount});
  }
  return out;
}

std::vector<AccountIndex> read_sharing_accounts(Fields& fields, Intake& intake, const Document& document) {
  std::vector<AccountIndex> out;
  const Place list = fields.at("transfers_between");
  std::size_t index = 0;
  for (const JsonValue& value : fields.list("transfers_between", false, limits::kAccounts, "accounts")) {
    const Place place(list, index++);
    const std::string id = read_text(intake, value, place, false);
    const std::optional<AccountIndex> account = find_account(id, place, intake, document);
    if (!account) continue;
    if (std::find(out.begin(), out.end(), *account) != out.end()) {
      intake.report(ErrorCode::kDuplicateEntry, place, {{"id", id}});
      continue;
    }
    out.push_back(*account);
  }
  return out;
}

std::vector<CashTransfer> read_transfers(Fields& fields, Intake& intake, const Document& document) {
  std::vector<CashTransfer> out;
  const Place list = fields.at("transfers");
  std::size_t index = 0;
  for (const JsonValue& value : fields.list("transfers", false, limits::kAccounts, "transfers")) {
    const Place place(list, index++);
    Fields transfer(intake, value, place);
    const std::string from = transfer.text("from", true);
    const std::string to = transfer.text("to", true);
    const Decimal amount = read_amount(transfer, document.portfolio.base_currency, Range::kPositive);
    transfer.finish();
    const std::optional<AccountIndex> giver = find_account(from, transfer.at("from"), intake, document);
    const std::optional<AccountIndex> taker = find_account(to, transfer.at("to"), intake, document);
    if (!giver || !taker) continue;
    if (*giver == *taker) transfer.report("to", ErrorCode::kDuplicateEntry, {{"id", to}});
    out.push_back({*giver, *taker, amount});
  }
  return out;
}

}  // namespace ballast
