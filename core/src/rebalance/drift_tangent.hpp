// The drift as a plane: what it is at some trades, how it changes with each of them, and where within the bounds the
// plane is lowest.
#pragma once

#include <span>
#include <vector>

#include "trading_problem.hpp"

namespace ballast {

/// D and its gradient at a point, by asset; and what a unit of all cash is worth there.
struct Tangent {
  double drift = 0;
  double cash = 0;
  double cash_price = 0;
  std::vector<double> gradient;
};

[[nodiscard]] Tangent lay_tangent(const TradingProblem& problem, const Trades& point);

struct Knapsack {
  double product = 0;  ///< +infinity where nothing keeps the bounds
  double price = 0;    ///< what one more unit of cash would take off it
};

/// min gradient . x  subject to  lower <= x <= upper, sum x <= cash: everything is sold, then bought back what is worth
/// most.
[[nodiscard]] Knapsack fill_knapsack(std::span<const double> gradient, std::span<const double> lower,
                                     std::span<const double> upper, double cash);

/// The same for an account that shares cash at a price, which is paid for what it uses of the shared (kToAny), or for
/// all it uses and got for all it leaves (kFromAny, kPooled). The shared cash itself is not in it.
[[nodiscard]] Knapsack fill_knapsack(std::span<const double> gradient, std::span<const double> lower,
                                     std::span<const double> upper, double cash,
                                     TradingProblem::SharedCash::Kind shared, double shared_price);

}  // namespace ballast
