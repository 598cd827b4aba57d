#include "charge_range.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ballast {
namespace {

// Costs and rounding apart: a limit of costs says nothing of rounding.
struct Parts {
  ChargeRange costs;
  ChargeRange rounding;

  void add(const Parts& other) {
    costs.least += other.costs.least;
    costs.most += other.costs.most;
    rounding.least += other.rounding.least;
    rounding.most += other.rounding.most;
  }
  [[nodiscard]] ChargeRange sum() const { return {costs.least + rounding.least, costs.most + rounding.most}; }
};

// Spread and fee of trades from `low` to `high`: they rise with the size of the trade but where a tier of fees begins.
ChargeRange costs_between(const TradingProblem& problem, std::size_t pair, double low, double high) {
  const double smallest = low > 0 ? low : std::min(high, 0.0);
  ChargeRange out{problem.cost_of(pair, smallest), std::max(problem.cost_of(pair, low), problem.cost_of(pair, high))};
  const std::size_t account = pair / problem.asset_count;
  const double half = problem.margin_of(pair);
  const double least = std::fabs(smallest) * (1 - half);
  const double most = std::max(-low * (1 - half), high * (1 + half));
  for (const TradingProblem::FeeTier& tier : problem.accounts[account].tiers) {
    if (tier.from <= least || tier.from > most) continue;
    // At its first value and at the last one below it; the spread is what it is at either end of the range.
    for (const double value : {std::max(tier.from - problem.accounts[account].resolution, 0.0), tier.from}) {
      const double fee = problem.fee_of(account, value);
      out.least = std::min(out.least, half * std::fabs(smallest) + fee);
      out.most = std::max(out.most, half * std::max(-low, high) + fee);
    }
  }
  return out;
}

Parts parts_of_pair(const TradingProblem& problem, std::size_t pair) {
  const double low = problem.lower[pair];
  const double high = problem.upper[pair];
  if (low == 0 && high == 0) return {};
  Parts out{costs_between(problem, pair, low, high), {}};
  if (!problem.is_uneven(pair)) return out;
  if (high - low < problem.step[pair % problem.asset_count] / 2) {
    const double rounding = problem.settled_value(pair, low) - problem.executed_value(pair, low);
    out.rounding = {rounding, rounding};
  } else {
    const double half = problem.accounts[pair / problem.asset_count].resolution / 2;
    out.rounding = {-half, half};
  }
  return out;
}

Parts parts_of_account(const TradingProblem& problem, std::size_t account) {
  Parts all;
  for (std::size_t i = 0; i < problem.asset_count; ++i) {
    const std::size_t pair = account * problem.asset_count + i;
    const bool costs = problem.accounts[account].has_fees() || problem.margin_of(pair) > 0;
    if (!costs && !problem.is_uneven(pair)) continue;
    all.add(parts_of_pair(problem, pair));
  }
  return all;
}

}  // namespace

ChargeRange charges_of_pair(const TradingProblem& problem, std::size_t pair) {
  return parts_of_pair(problem, pair).sum();
}

ChargeRange charges_of_account(const TradingProblem& problem, std::size_t account) {
  return parts_of_account(problem, account).sum();
}

ChargeRange charges_up_to(const TradingProblem& problem, double cost_limit) {
  Parts all;
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) all.add(parts_of_account(problem, a));
  if (all.costs.least > cost_limit) return {std::numeric_limits<double>::infinity(), 0};
  all.costs.most = std::min(all.costs.most, cost_limit);
  return all.sum();
}

}  // namespace ballast
