// Fees are not a way to spend cash. Where there is too much of it, whatever is paid away lowers the drift of the rest,
// and trades might be made for nothing but that.
#pragma once

#include "trading_problem.hpp"

namespace ballast {

/// Takes out every trade, and (up to 100 trades) every two of one account or one asset, without which the drift would
/// be no higher if their fees were paid all the same. What the bounds demand stays, and no account is overdrawn.
void drop_useless_trades(const TradingProblem& problem, Trades& trades);

}  // namespace ballast
