// Cash that accounts share, handed out: then every account has cash of its own, as the search by whole steps needs it.
#pragma once

#include <cstddef>
#include <optional>

#include "trading_problem.hpp"

namespace ballast {

/// What the trades of an account take from its cash, charges included; negative where they bring some.
[[nodiscard]] double cash_used(const TradingProblem& problem, std::size_t account, const Trades& trades);

/// The problem in which every account has what these trades use; what is left of the shared cash, or lacks, falls to
/// `heir` (none: the account that uses the most). Unchanged where nothing is shared.
[[nodiscard]] TradingProblem hand_out(const TradingProblem& problem, const Trades& trades,
                                      std::optional<std::size_t> heir = std::nullopt);

/// `round_to_whole_steps` where cash is shared: what whole steps leave over in one account may do more in another.
[[nodiscard]] Trades round_sharing_cash(const TradingProblem& problem, const Trades& continuous);

}  // namespace ballast
