// Fewer trades to the same end. The descent over accounts leaves each account trading a little of everything; what
// counts for the drift are only the sums per asset, and for the budgets only the sums per account.
#pragma once

#include "trading_problem.hpp"

namespace ballast {

/// Takes out trades that undo each other: where one account sells what another buys, both trade less of it and hand
/// the difference on in what else they trade. Sums per asset stay, no bound is broken, fees fall.
void net_opposite_trades(const TradingProblem& problem, Trades& trades);

/// Hands out the buys anew: each account still spends what it spent and each asset is still bought for what it was, but
/// in about as many trades as there are assets and accounts (the north-west corner rule of transport problems) instead
/// of their product. Accounts with high fixed fees choose first, what they hold already and large amounts before small.
/// Leaves everything as it is where bounds do not allow it.
void gather_buys(const TradingProblem& problem, Trades& trades);

}  // namespace ballast
