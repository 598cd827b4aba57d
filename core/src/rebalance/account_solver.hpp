// The separable core: one account, everything else held still, trades continuous.
//
//   minimise  sum_i (o_i + x_i)^2 / (2 d_i)  +  (y_0 - use)^2 / (2 d_c)      use = sum_i (x_i > 0 ? b_i : s_i) x_i
//   subject to  l_i <= x_i <= u_i,   use <= c
//
// o_i = value of i without this account's trades, minus its goal; y_0 = all cash before this account's trades, minus
// its goal; b_i >= 1 >= s_i > 0 what a unit bought costs and a unit sold brings, spread and fee included. With a level
// l every trade follows: x_i(l) is where (o_i + x_i)/d_i meets the price of cash, l b_i for buys and l s_i for sells,
// cut to its bounds. (For l > 0 cash is in excess; then a cost must not count as a gain for burning it, so both prices
// are l.) use(l) never falls, so l is the root of a rising, piecewise linear function: found by Newton steps inside a
// bracket, which end on the exact linear piece.
//
// Cash that is shared has a price p: with it the level falls by p.
//   kToAny    own cash first, then more at the price      kFromAny  own cash only, every unit at the price
//   kPooled   any amount at the price
#pragma once

#include <cstddef>
#include <span>

#include "trading_problem.hpp"

namespace ballast {

struct AccountProblem {
  std::span<const double> offset;   ///< o_i
  std::span<const double> divisor;  ///< d_i > 0
  std::span<const double> lower;
  std::span<const double> upper;
  std::span<const double> buy_cash;   ///< b_i
  std::span<const double> sell_cash;  ///< s_i
  double cash = 0;                    ///< c
  double cash_excess = 0;             ///< y_0
  double cash_divisor = 1;            ///< d_c > 0
  TradingProblem::SharedCash::Kind shared = TradingProblem::SharedCash::Kind::kNone;
  double cash_price = 0;  ///< p >= 0, of what is shared
};

/// Where the last solution of a similar problem lay: a start that saves most of the steps.
struct AccountLevel {
  double level = 0;
  bool budget_binds = false;  ///< whether it was the cash of the account that decided the level
};

/// Writes the trades and the level; false where even selling all that may be sold leaves use > c (then the trades are
/// the lower bounds).
[[nodiscard]] bool solve_account(const AccountProblem& problem, AccountLevel& level, std::span<double> trades);

}  // namespace ballast
