// Where money goes that belongs to no account, and which money moves between accounts, exactly.
#pragma once

#include <vector>

#include "ballast/model/portfolio.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

struct Placement {
  std::vector<CashFlow> cash_flows;     ///< all that are made, the request's own too; one per account, in their order
  std::vector<CashTransfer> transfers;  ///< largest first
};

/// Whether the request leaves any of that open.
[[nodiscard]] bool is_cash_open(const PlanRequest& request);

/// Who takes part in it: the accounts among which money may move, or where only the
/// free flow has to be placed all that have the base currency.
[[nodiscard]] std::vector<bool> accounts_that_share(const Portfolio& portfolio, const PlanRequest& request);

/// Per account.
struct CashState {
  std::vector<Decimal> cash;  ///< after the request's own flows
  std::vector<Decimal> uses;  ///< what trades take from that; negative: what they bring
  std::vector<Decimal> most;  ///< what it could give if everything were sold; negative: what it lacks even then
};

/// Who lacks cash gets it and who has some left gives it, the largest to the largest: by the north-west corner rule
/// few payments. What nobody needs of a deposit goes where most is bought; what these trades do not bring of a
/// withdrawal is asked of those who can sell more.
[[nodiscard]] Placement place_cash(const Portfolio& portfolio, const PlanRequest& request, const CashState& state);

}  // namespace ballast
