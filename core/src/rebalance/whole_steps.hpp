// From continuous trades to ones that can be made: whole steps where a step is worth more than a minor unit, nothing
// below the minimum trade, no account overdrawn. Rounds toward no trade, then improves one step at a time (and, in
// small problems, two trades of an account against each other) until no such move lowers the drift.
#pragma once

#include "trading_problem.hpp"

namespace ballast {

/// Trades that keep all rules, from `continuous` and within the bounds of `problem`. Where an account is still
/// overdrawn afterwards it could not be mended by single steps: the caller looks at `evaluate().lowest_cash`.
[[nodiscard]] Trades round_to_whole_steps(const TradingProblem& problem, const Trades& continuous);

}  // namespace ballast
