#include "relaxation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "account_solver.hpp"

namespace ballast {
namespace {

constexpr double kSettled = 1e-14;  // shares of the total: a hundred rounding errors of a double
constexpr int kFeeRounds = 4;       // each shrinks the error by about the fee rate

// Cheap accounts first: what they can do, dearer ones need not.
std::vector<std::size_t> accounts_by_fee(const TradingProblem& problem) {
  std::vector<std::size_t> order(problem.accounts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const TradingProblem::AccountTerms& one = problem.accounts[a];
    const TradingProblem::AccountTerms& two = problem.accounts[b];
    return one.fee_rate + one.fixed_fee < two.fee_rate + two.fixed_fee;
  });
  return order;
}

double cash_after(const TradingProblem& problem, std::size_t account, const Trades& trades) {
  const TradingProblem::AccountTerms& terms = problem.accounts[account];
  double cash = terms.cash;
  for (std::size_t i = 0; i < problem.asset_count; ++i) {
    const double x = trades[account * problem.asset_count + i];
    cash -= x + terms.fee_rate * std::fabs(x);
  }
  return cash;
}

}  // namespace

Relaxation relax(const TradingProblem& problem, double total, double shift, Trades start, int sweeps) {
  const std::size_t n = problem.asset_count;
  Relaxation out;
  out.trades = start.empty() ? Trades(problem.pair_count()) : std::move(start);

  std::vector<double> goal(n + 1);
  for (std::size_t i = 0; i <= n; ++i) goal[i] = total * (problem.goal[i] + shift * problem.divisor[i]);
  std::vector<double> after(problem.value);
  std::vector<double> cash(problem.accounts.size());
  double all_cash = problem.cash;
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
    for (std::size_t i = 0; i < n; ++i) after[i] += out.trades[a * n + i];
    cash[a] = cash_after(problem, a, out.trades);
    all_cash += cash[a] - problem.accounts[a].cash;
  }

  const std::vector<std::size_t> order = accounts_by_fee(problem);
  std::vector<double> offset(n);
  std::vector<double> mine(n);
  const std::span<const double> divisor = std::span(problem.divisor).first(n);
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    double change = 0;
    for (const std::size_t a : order) {
      const std::span<double> now = std::span(out.trades).subspan(a * n, n);
      for (std::size_t i = 0; i < n; ++i) offset[i] = after[i] - now[i] - goal[i];
      const TradingProblem::AccountTerms& terms = problem.accounts[a];
      const AccountProblem account{offset,     divisor,
                                   problem.lower_of(a), problem.upper_of(a),
                                   terms.cash, all_cash - cash[a] + terms.cash - goal[n],
                                   problem.divisor[n], terms.fee_rate};
      if (!solve_account(account, mine)) out.feasible = false;
      for (std::size_t i = 0; i < n; ++i) {
        const double difference = mine[i] - now[i];
        change = std::max(change, std::fabs(difference));
        after[i] += difference;
        now[i] = mine[i];
      }
      const double left = cash_after(problem, a, out.trades);
      all_cash += left - cash[a];
      cash[a] = left;
    }
    if (change < kSettled || !out.feasible || problem.accounts.size() == 1) break;
  }
  return out;
}

Relaxation relax_with_fees(const TradingProblem& problem, int sweeps) {
  Relaxation out = relax(problem, 1, 0, {}, sweeps);
  if (!problem.has_fees()) return out;
  for (int round = 0; round < kFeeRounds && out.feasible; ++round) {
    const Evaluation now = evaluate(problem, out.trades);
    out = relax(problem, 1 - now.fees, now.mean_marginal, std::move(out.trades), sweeps);
  }
  return out;
}

void net_opposite_trades(const TradingProblem& problem, Trades& trades) {
  const std::size_t n = problem.asset_count;
  const std::size_t m = problem.accounts.size();
  for (std::size_t asset = 0; asset < n; ++asset) {
    for (std::size_t seller = 0; seller < m; ++seller) {
      for (std::size_t buyer = 0; buyer < m && trades[seller * n + asset] < 0; ++buyer) {
        double& sold = trades[seller * n + asset];
        double& bought = trades[buyer * n + asset];
        if (bought <= 0) continue;
        // What the seller buys with the proceeds, the buyer buys instead.
        for (std::size_t other = 0; other < n && sold < 0 && bought > 0; ++other) {
          double& given = trades[seller * n + other];
          double& taken = trades[buyer * n + other];
          if (other == asset || given <= 0) continue;
          const double moved =
              std::min({-sold, bought, given, problem.upper[buyer * n + other] - taken});
          if (moved <= 0) continue;
          sold += moved;
          bought -= moved;
          given -= moved;
          taken += moved;
        }
        // What is left of it the seller only turned into cash, and the buyer only from cash.
        if (sold < 0 && bought > 0) {
          const double spare = cash_after(problem, seller, trades);
          const double moved = std::min({-sold, bought, std::max(0.0, spare)});
          sold += moved;
          bought -= moved;
        }
      }
    }
  }
}

}  // namespace ballast
