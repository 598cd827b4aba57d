// Between what and what the charges of a problem's plans lie, from the bounds of its trades alone.
#pragma once

#include "trading_problem.hpp"

namespace ballast {

/// Shares of T0. Negative where rounding may leave something.
struct ChargeRange {
  double least = 0;
  double most = 0;
};

[[nodiscard]] ChargeRange charges_of_pair(const TradingProblem& problem, std::size_t pair);
[[nodiscard]] ChargeRange charges_of_account(const TradingProblem& problem, std::size_t account);

/// Of all accounts, for plans that pay at most `cost_limit` in spreads and fees; least > most where there are none.
[[nodiscard]] ChargeRange charges_up_to(const TradingProblem& problem, double cost_limit);

}  // namespace ballast
