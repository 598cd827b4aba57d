#include "relaxation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "account_solver.hpp"

namespace ballast {
namespace {

// Shares of the total by which trades still move. With fees, cash can go round between accounts in steps of about
// 1e-8 for ever, at no gain; and in a large problem no one can tell 1e-7.
constexpr double kSettled = 1e-10;
constexpr double kSettledLarge = 1e-7;
constexpr std::size_t kLargeProblem = 3'000;  // pairs
constexpr int kFeeRounds = 4;                 // each shrinks the error by about the fee rate
constexpr int kFeeSweeps = 3;                 // of each: they start next to where they end

// Cheap accounts first: what they can do, dearer ones need not.
std::vector<std::size_t> accounts_by_fee(const TradingProblem& problem) {
  std::vector<std::size_t> order(problem.accounts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const TradingProblem::AccountTerms& one = problem.accounts[a];
    const TradingProblem::AccountTerms& two = problem.accounts[b];
    return one.fee_rate + one.opening_fee() < two.fee_rate + two.opening_fee();
  });
  return order;
}

// What one account may trade, packed together: most accounts list few of all assets.
struct Block {
  Block(const TradingProblem& problem, std::size_t a) : account(a) {
    const std::span<const double> all_lower = problem.lower_of(a);
    const std::span<const double> all_upper = problem.upper_of(a);
    for (std::size_t i = 0; i < problem.asset_count; ++i) {
      if (all_lower[i] == 0 && all_upper[i] == 0) continue;
      assets.push_back(i);
      divisor.push_back(problem.divisor[i]);
      lower.push_back(all_lower[i]);
      upper.push_back(all_upper[i]);
      buy_cash.push_back(problem.cash_per_bought(a, i));
      sell_cash.push_back(problem.cash_per_sold(a, i));
    }
    offset.resize(assets.size());
    trades.resize(assets.size());
  }

  std::size_t account;
  std::vector<std::size_t> assets;
  std::vector<double> offset;
  std::vector<double> divisor;
  std::vector<double> lower;
  std::vector<double> upper;
  std::vector<double> buy_cash;
  std::vector<double> sell_cash;
  std::vector<double> trades;
  AccountLevel level;
};

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
    cash[a] = continuous_cash_after(problem, a, out.trades);
    all_cash += cash[a] - problem.accounts[a].cash;
  }

  const std::vector<std::size_t> order = accounts_by_fee(problem);
  const double settled = problem.pair_count() > kLargeProblem ? kSettledLarge : kSettled;
  std::vector<Block> blocks;
  blocks.reserve(order.size());
  for (const std::size_t a : order) blocks.emplace_back(problem, a);
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    double change = 0;
    for (Block& block : blocks) {
      const std::size_t a = block.account;
      const std::span<double> now = std::span(out.trades).subspan(a * n, n);
      for (std::size_t k = 0; k < block.assets.size(); ++k) {
        const std::size_t i = block.assets[k];
        block.offset[k] = after[i] - now[i] - goal[i];
      }
      const double own = problem.accounts[a].cash;
      const AccountProblem account{block.offset,      block.divisor,   block.lower, block.upper,
                                   block.buy_cash,    block.sell_cash, own,         all_cash - cash[a] + own - goal[n],
                                   problem.divisor[n]};
      if (!solve_account(account, block.level, block.trades)) out.feasible = false;
      for (std::size_t k = 0; k < block.assets.size(); ++k) {
        const std::size_t i = block.assets[k];
        const double difference = block.trades[k] - now[i];
        change = std::max(change, std::fabs(difference));
        after[i] += difference;
        now[i] = block.trades[k];
      }
      const double left = continuous_cash_after(problem, a, out.trades);
      all_cash += left - cash[a];
      cash[a] = left;
    }
    if (change < settled || !out.feasible || problem.accounts.size() == 1) break;
  }
  return out;
}

Relaxation relax_with_fees(const TradingProblem& problem, int sweeps) {
  Relaxation out = relax(problem, 1, 0, {}, sweeps);
  if (!problem.has_costs()) return out;
  for (int round = 0; round < kFeeRounds && out.feasible; ++round) {
    const Evaluation now = evaluate(problem, out.trades);
    out = relax(problem, 1 - now.charges, now.mean_marginal, std::move(out.trades), std::min(sweeps, kFeeSweeps));
    if (std::fabs(evaluate(problem, out.trades).charges - now.charges) < kSettledLarge) break;
  }
  return out;
}

}  // namespace ballast
