#include "trading_problem.hpp"

#include <algorithm>
#include <cmath>

namespace ballast {

Evaluation evaluate(const TradingProblem& problem, const Trades& trades) {
  const std::size_t n = problem.asset_count;
  Evaluation out;
  std::vector<double> after(problem.value);
  double cash = problem.cash;
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
    const TradingProblem::AccountTerms& account = problem.accounts[a];
    double spent = 0;
    double fees = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const double x = trades[a * n + i];
      if (x == 0) continue;
      after[i] += x;
      spent += x;
      fees += account.fee_rate * std::fabs(x) + account.fixed_fee;
      ++out.trades;
    }
    const double left = account.cash - spent - fees;
    out.lowest_cash = a == 0 ? left : std::min(out.lowest_cash, left);
    out.fees += fees;
    cash -= spent + fees;
  }
  after.push_back(cash);
  const double total = 1 - out.fees;
  for (std::size_t i = 0; i <= n; ++i) {
    const double weight = after[i] / total;
    const double off = weight - problem.goal[i];
    out.drift += off * off / problem.divisor[i];
    out.mean_marginal += weight * off / problem.divisor[i];
  }
  // Where there is too much cash, D falls by 2 (m_cash - mean m) for each unit paid away in fees. A person sees no
  // gain in that, so it is taken back to first order; otherwise pointless trades would look good.
  const double cash_marginal = (after[n] / total - problem.goal[n]) / problem.divisor[n];
  out.merit = out.drift + 2 * std::max(0.0, cash_marginal - out.mean_marginal) * out.fees;
  return out;
}

}  // namespace ballast
