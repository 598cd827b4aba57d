#include "read_cash.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "ballast/base/limits.hpp"
#include "ballast/model/exchange.hpp"

namespace ballast {
namespace {

std::optional<AccountIndex> find_account(const std::string& id, const Place& place, Intake& intake,
                                         const Document& document) {
  if (id.empty()) return std::nullopt;
  const std::optional<std::size_t> account = document.account_ids.find(id);
  if (!account) intake.report(ErrorCode::kUnknownAccount, place, {{"id", id}});
  return account;
}

const Account& account_at(const Document& document, AccountIndex account) {
  return document.portfolio.accounts[account];
}

// The currency of the account that has this id; the base currency where none has it, which is reported elsewhere.
CurrencyChoice currency_named(const Document& document, const std::string& id) {
  const std::optional<AccountIndex> account = document.account_ids.find(id);
  return account ? account_at(document, *account).currency : std::nullopt;
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

// Cash that moves is not changed into another currency on its way.
void check_currencies(const Document& document, AccountIndex here, AccountIndex there, Intake& intake,
                      const Place& place) {
  const Account& account = account_at(document, there);
  const CurrencyChoice expected = account_at(document, here).currency;
  if (account.currency == expected) return;
  intake.report(ErrorCode::kCurrenciesDiffer, place,
                {{"account", account.name.empty() ? account.id : account.name},
                 {"currency", currency_of(document.portfolio, account.currency).code},
                 {"expected", currency_of(document.portfolio, expected).code}});
}

class FlowsReader {
 public:
  FlowsReader(Intake& intake, const Document& document) : intake_(intake), document_(document) {}

  /// Where flows without an account are allowed: those that may be placed go to accounts of this currency.
  void allow_free_flow(CurrencyChoice currency) {
    may_be_free_ = true;
    free_currency_ = currency;
  }

  void read(Fields& request) {
    const Place list = request.at("cash_flows");
    std::size_t index = 0;
    for (const JsonValue& value : request.list("cash_flows", false, limits::kAccounts, "cash flows")) {
      const Place place(list, index++);
      Fields flow(intake_, value, place);
      if (may_be_free_ && flow.usable() && !flow.has("account")) {
        read_free(flow, place);
      } else {
        read_bound(flow);
      }
    }
  }

  std::vector<CashFlow> flows;
  Decimal free_flow;

 private:
  void read_free(Fields& flow, const Place& place) {
    const Currency& currency = currency_of(document_.portfolio, free_currency_);
    const Decimal amount = read_amount(flow, currency, Range::kAny);
    flow.finish();
    if (has_free_flow_) intake_.report(ErrorCode::kDuplicateEntry, place, {{"id", "no account"}});
    has_free_flow_ = true;
    free_flow = amount;
    const std::vector<Account>& accounts = document_.portfolio.accounts;
    const bool has_place =
        std::any_of(accounts.begin(), accounts.end(), [&](const Account& a) { return a.currency == free_currency_; });
    if (!has_place) intake_.report(ErrorCode::kNoAccountForFlow, place, {{"currency", currency.code}});
  }

  void read_bound(Fields& flow) {
    const std::string id = flow.text("account", true);
    const Currency& currency = currency_of(document_.portfolio, currency_named(document_, id));
    const Decimal amount = read_amount(flow, currency, Range::kAny);
    flow.finish();
    const std::optional<AccountIndex> account = find_account(id, flow.at("account"), intake_, document_);
    if (!account) return;
    const bool twice =
        std::any_of(flows.begin(), flows.end(), [&](const CashFlow& other) { return other.account == *account; });
    if (twice) flow.report("account", ErrorCode::kDuplicateEntry, {{"id", id}});
    flows.push_back({*account, amount});
  }

  Intake& intake_;
  const Document& document_;
  bool may_be_free_ = false;
  bool has_free_flow_ = false;
  CurrencyChoice free_currency_;
};

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
    check_currencies(document, out.front(), *account, intake, place);
  }
  return out;
}

}  // namespace

std::vector<CashFlow> read_cash_flows(Fields& fields, Intake& intake, const Document& document) {
  FlowsReader reader(intake, document);
  reader.read(fields);
  return std::move(reader.flows);
}

void read_cash_wishes(Fields& fields, Intake& intake, const Document& document, PlanRequest& out) {
  out.may_transfer = read_sharing_accounts(fields, intake, document);
  FlowsReader reader(intake, document);
  reader.allow_free_flow(out.may_transfer.empty() ? std::nullopt
                                                  : account_at(document, out.may_transfer.front()).currency);
  reader.read(fields);
  out.cash_flows = std::move(reader.flows);
  out.free_flow = reader.free_flow;
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
    const Currency& currency = currency_of(document.portfolio, currency_named(document, from));
    const Decimal amount = read_amount(transfer, currency, Range::kPositive);
    transfer.finish();
    const std::optional<AccountIndex> giver = find_account(from, transfer.at("from"), intake, document);
    const std::optional<AccountIndex> taker = find_account(to, transfer.at("to"), intake, document);
    if (!giver || !taker) continue;
    if (*giver == *taker) transfer.report("to", ErrorCode::kDuplicateEntry, {{"id", to}});
    check_currencies(document, *giver, *taker, intake, transfer.at("to"));
    out.push_back({*giver, *taker, amount});
  }
  return out;
}

}  // namespace ballast
