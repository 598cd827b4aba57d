#include "find_shortfalls.hpp"

#include "trade_terms.hpp"

namespace ballast {
namespace {

// Selling all of a holding brings the most there is to be had from it.
Decimal most_raised(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account) {
  Decimal raised;
  for (const Holding& holding : portfolio.accounts[account].holdings) {
    const Decimal quantity = sellable_quantity(portfolio, request, account, holding);
    const Decimal value = trade_value(portfolio, holding.asset, Side::kSell, quantity);
    if (quantity < holding.minimum_quantity || !is_worth_trading(portfolio, request, account, value)) continue;
    raised += value - trade_fee(portfolio, account, value);
  }
  return raised;
}

}  // namespace

std::vector<Shortfall> find_shortfalls(const Portfolio& portfolio, const PlanRequest& request, const Opening& opening) {
  std::vector<Shortfall> out;
  const int digits = portfolio.base_currency.minor_unit_digits;
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    if (opening.cash[a].sign() >= 0) continue;
    const Decimal raised = most_raised(portfolio, request, a);
    if ((opening.cash[a] + raised).sign() >= 0) continue;
    PlanRequest with_gains(request);
    with_gains.gains = PlanRequest::Gains::kAny;
    const bool gains_would_do = (opening.cash[a] + most_raised(portfolio, with_gains, a)).sign() >= 0;
    const Account& account = portfolio.accounts[a];
    const Decimal needed = account.cash - opening.cash[a];
    const Decimal available = portfolio.base_currency.round(account.cash + raised, Rounding::kDown);
    out.push_back({a,
                   {gains_would_do ? ReasonCode::kWithdrawalTakesGain : ReasonCode::kWithdrawalTooLarge,
                    {{"account", account.name.empty() ? account.id : account.name},
                     {"needed", needed.text(digits)},
                     {"available", available.text(digits)}}}});
  }
  return out;
}

}  // namespace ballast
