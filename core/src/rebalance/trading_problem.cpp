#include "trading_problem.hpp"

namespace ballast {

double TradingProblem::settled_value(std::size_t asset, double x) const {
  if (x == 0 || !is_uneven(asset)) return x;
  constexpr double kWhole = 1e-6;
  const double steps = x / step[asset];
  const double whole = std::nearbyint(steps);
  if (std::fabs(steps - whole) > kWhole) return x;
  return std::nearbyint(whole * uneven[asset]) * resolution;
}

double TradingProblem::fee_of(std::size_t account, double x) const {
  if (x == 0 || !accounts[account].has_fees()) return 0;
  // A fee that is whole minor units but for the rounding of doubles is not one more.
  constexpr double kWhole = 1e-7;
  return std::ceil(unrounded_fee_of(account, x) / resolution - kWhole) * resolution;
}

double TradingProblem::charge_of(std::size_t pair, double x) const {
  const double settled = settled_value(pair % asset_count, x);
  return settled - x + fee_of(pair / asset_count, settled);
}

double continuous_cash_after(const TradingProblem& problem, std::size_t account, const Trades& trades) {
  const TradingProblem::AccountTerms& terms = problem.accounts[account];
  double cash = terms.cash;
  for (std::size_t i = 0; i < problem.asset_count; ++i) {
    const double x = trades[account * problem.asset_count + i];
    cash -= x + terms.fee_rate * std::fabs(x);
  }
  return cash;
}

Evaluation evaluate(const TradingProblem& problem, const Trades& trades) {
  const std::size_t n = problem.asset_count;
  Evaluation out;
  std::vector<double> after(problem.value);
  double cash = problem.cash;
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
    double left = problem.accounts[a].cash;
    for (std::size_t i = 0; i < n; ++i) {
      const double x = trades[a * n + i];
      if (x == 0) continue;
      const double charge = problem.charge_of(a * n + i, x);
      after[i] += x;
      left -= x + charge;
      out.charges += charge;
      out.fees += problem.fee_of(a, problem.settled_value(i, x));
      ++out.trades;
    }
    out.lowest_cash = a == 0 ? left : std::min(out.lowest_cash, left);
    cash += left - problem.accounts[a].cash;
  }
  after.push_back(cash);
  const double total = 1 - out.charges;
  for (std::size_t i = 0; i <= n; ++i) {
    const double weight = after[i] / total;
    const double off = weight - problem.goal[i];
    out.drift += off * off / problem.divisor[i];
    out.mean_marginal += weight * off / problem.divisor[i];
  }
  return out;
}

}  // namespace ballast
