#include "trading_problem.hpp"

#include <algorithm>

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
      fees += problem.fee_of(a, x);
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
  return out;
}

}  // namespace ballast
