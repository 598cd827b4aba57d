// What a plan loses with every trade that is left out, one after the other: backward elimination. Each step tries the
// trades whose loss looks smallest, lets the rest make up for it as well as it can, and leaves out the one that is
// missed least. Greedy, so a plan of so many trades that comes nearer to its goals may exist; each of these keeps all
// rules.
#pragma once

#include <vector>

#include "trading_problem.hpp"

namespace ballast {

/// Plans with ever fewer trades, from `trades` (which is not repeated) down to what cannot be left out. While there are
/// more than 40 trades, the tenth that moves the least goes at once.
[[nodiscard]] std::vector<Trades> fewer_trades(const TradingProblem& problem, const Trades& trades);

}  // namespace ballast
