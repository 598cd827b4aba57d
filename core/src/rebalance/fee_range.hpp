// Between what and what the fees of a problem's plans lie, from the bounds of its trades alone.
#pragma once

#include "trading_problem.hpp"

namespace ballast {

/// Shares of T0.
struct FeeRange {
  double least = 0;
  double most = 0;
};

[[nodiscard]] FeeRange fees_of_pair(const TradingProblem& problem, std::size_t pair);
[[nodiscard]] FeeRange fees_of_account(const TradingProblem& problem, std::size_t account);

/// Of all accounts, for plans that pay at most `limit`; least > most where there are none.
[[nodiscard]] FeeRange fees_up_to(const TradingProblem& problem, double limit);

}  // namespace ballast
