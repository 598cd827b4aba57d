#include "find_shortfalls.hpp"

#include "ballast/model/exchange.hpp"
#include "place_cash.hpp"
#include "trade_terms.hpp"

namespace ballast {
namespace {

// What must leave, and what is there for it.
struct Need {
  Decimal needed;
  Decimal available;

  [[nodiscard]] bool is_met() const { return needed <= available; }
};

// Needs by account, and that of the accounts which share cash.
class Needs {
 public:
  Needs(const Portfolio& portfolio, const PlanRequest& request, const Opening& opening)
      : portfolio_(portfolio), request_(request), opening_(opening), of_account_(portfolio.accounts.size()) {
    const std::vector<bool> shares = accounts_that_share(portfolio, request);
    const bool open = is_cash_open(request);
    const bool pooled = !request.may_transfer.empty();
    together_.needed = request.free_flow.sign() < 0 ? -request.free_flow : Decimal();
    Decimal deposit = request.free_flow.sign() > 0 ? request.free_flow : Decimal();
    for (AccountIndex a = 0; a < of_account_.size(); ++a) {
      const bool takes_part = open && shares[a];
      if (!takes_part && opening.cash[a].sign() >= 0) continue;
      Need own = need_of(a);
      if (takes_part && pooled) {
        together_.needed += own.needed;
        together_.available += own.available;
        continue;
      }
      if (takes_part && !own.is_met()) {
        const Decimal lent = std::min(deposit, own.needed - own.available);
        own.available += lent;
        deposit -= lent;
      }
      if (takes_part && own.is_met()) together_.available += own.available - own.needed;
      of_account_[a] = own;
    }
    together_.available += deposit;
  }

  [[nodiscard]] const Need& of(AccountIndex account) const { return of_account_[account]; }
  [[nodiscard]] const Need& together() const { return together_; }

 private:
  [[nodiscard]] Need need_of(AccountIndex a) const {
    const Decimal cash = portfolio_.accounts[a].cash;
    return {cash - opening_.cash[a], cash + most_raised(portfolio_, request_, a)};
  }

  const Portfolio& portfolio_;
  const PlanRequest& request_;
  const Opening& opening_;
  std::vector<Need> of_account_;
  Need together_;
};

}  // namespace

// Selling all of a holding brings the most there is to be had from it.
Decimal most_raised(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account) {
  Decimal raised;
  for (const Holding& holding : portfolio.accounts[account].holdings) {
    const Decimal quantity = sellable_quantity(portfolio, request, account, holding);
    const Decimal value = trade_value(portfolio, account, holding.asset, Side::kSell, quantity);
    if (quantity < holding.minimum_quantity || !is_worth_trading(portfolio, request, account, value)) continue;
    raised += value - trade_fee(portfolio, account, value);
  }
  return raised;
}

std::vector<Shortfall> find_shortfalls(const Portfolio& portfolio, const PlanRequest& request, const Opening& opening) {
  PlanRequest with_gains(request);
  with_gains.gains = PlanRequest::Gains::kAny;
  const Needs needs(portfolio, request, opening);
  std::vector<Shortfall> out;
  const auto parameters = [&](const Need& need, CurrencyChoice choice) -> Parameters {
    const Currency& currency = currency_of(portfolio, choice);
    const int digits = currency.minor_unit_digits;
    const std::string code = choice ? " " + currency.code : "";
    return {{"needed", need.needed.text(digits) + code},
            {"available", currency.round(need.available, Rounding::kDown).text(digits) + code}};
  };
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    if (needs.of(a).is_met()) continue;
    const bool gains_would_do = Needs(portfolio, with_gains, opening).of(a).is_met();
    const Account& account = portfolio.accounts[a];
    Parameters said = parameters(needs.of(a), account.currency);
    said.emplace(said.begin(), "account", account.name.empty() ? account.id : account.name);
    out.push_back({a, {gains_would_do ? ReasonCode::kWithdrawalTakesGain : ReasonCode::kWithdrawalTooLarge, said}});
  }
  if (!needs.together().is_met()) {
    const bool gains_would_do = Needs(portfolio, with_gains, opening).together().is_met();
    out.push_back({{},
                   {gains_would_do ? ReasonCode::kWithdrawalsTakeGain : ReasonCode::kWithdrawalsTooLarge,
                    parameters(needs.together(), currency_of_shared_cash(portfolio, request))}});
  }
  return out;
}

}  // namespace ballast
