// Cash that comes, leaves or moves, in requests.
#pragma once

#include <vector>

#include "ballast/io/document.hpp"
#include "ballast/io/intake.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// The member `cash_flows`. An entry without an account is the free flow; where `free_flow` is null every entry needs
/// one.
[[nodiscard]] std::vector<CashFlow> read_cash_flows(Fields& request, Intake& intake, const Document& document,
                                                    Decimal* free_flow = nullptr);

/// The member `transfers_between`: the accounts among which cash may move.
[[nodiscard]] std::vector<AccountIndex> read_sharing_accounts(Fields& request, Intake& intake,
                                                              const Document& document);

/// The member `transfers`: cash that was moved.
[[nodiscard]] std::vector<CashTransfer> read_transfers(Fields& request, Intake& intake, const Document& document);

}  // namespace ballast
