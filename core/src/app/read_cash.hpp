// Cash that comes, leaves or moves, in requests.
#pragma once

#include <vector>

#include "ballast/io/document.hpp"
#include "ballast/io/intake.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// The member `cash_flows` of what was done: every entry has its account.
[[nodiscard]] std::vector<CashFlow> read_cash_flows(Fields& request, Intake& intake, const Document& document);

/// The members `transfers_between`, the accounts of one currency among which cash may move, and `cash_flows` of a plan
/// request; an entry without an account is the free flow.
void read_cash_wishes(Fields& request, Intake& intake, const Document& document, PlanRequest& out);

/// The member `transfers`: cash that was moved between accounts of one currency.
[[nodiscard]] std::vector<CashTransfer> read_transfers(Fields& request, Intake& intake, const Document& document);

}  // namespace ballast
