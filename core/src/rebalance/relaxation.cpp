#include "relaxation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "account_solver.hpp"
#include "price_that_keeps.hpp"

namespace ballast {
namespace {

// Shares of the total by which trades still move. With fees, cash can go round between accounts in steps of about
// 1e-8 for ever, at no gain; and in a large problem no one can tell 1e-7.
constexpr double kSettled = 1e-10;
constexpr double kSettledLarge = 1e-7;
constexpr std::size_t kLargeProblem = 3'000;  // pairs
constexpr int kFeeRounds = 4;                 // each shrinks the error by about the fee rate
constexpr int kFeeSweeps = 3;                 // of each: they start next to where they end
constexpr double kShareTaken = 1e-9;          // of the total: so near the end of shared cash its price is found
constexpr double kShareMissing = 1e-8;        // more than that is not there

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

// Block descent at a price of shared cash; goes on from where it was.
class Descent {
 public:
  Descent(const TradingProblem& problem, double total, double shift, Trades start)
      : problem_(problem),
        n_(problem.asset_count),
        trades_(start.empty() ? Trades(problem.pair_count()) : std::move(start)),
        after_(problem.value),
        all_cash_(problem.cash) {
    for (std::size_t i = 0; i <= n_; ++i) goal_.push_back(total * (problem.goal[i] + shift * problem.divisor[i]));
    for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
      for (std::size_t i = 0; i < n_; ++i) after_[i] += trades_[a * n_ + i];
      cash_.push_back(continuous_cash_after(problem, a, trades_));
      all_cash_ += cash_[a] - problem.accounts[a].cash;
    }
    blocks_.reserve(problem.accounts.size());
    for (const std::size_t a : accounts_by_fee(problem)) blocks_.emplace_back(problem, a);
  }

  void run(int sweeps, double price) {
    const double settled = problem_.pair_count() > kLargeProblem ? kSettledLarge : kSettled;
    feasible_ = true;
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      double change = 0;
      for (Block& block : blocks_) change = std::max(change, solve(block, price));
      if (change < settled || !feasible_ || problem_.accounts.size() == 1) break;
    }
  }

  [[nodiscard]] bool feasible() const { return feasible_; }
  /// Of shared cash, by which more is used than there is.
  [[nodiscard]] double excess() const { return -problem_.shared.rest(cash_); }
  [[nodiscard]] Trades take() { return std::move(trades_); }

 private:
  // By how much a trade moved the most.
  double solve(Block& block, double price) {
    const std::size_t a = block.account;
    const std::span<double> now = std::span(trades_).subspan(a * n_, n_);
    for (std::size_t k = 0; k < block.assets.size(); ++k) {
      const std::size_t i = block.assets[k];
      block.offset[k] = after_[i] - now[i] - goal_[i];
    }
    const double own = problem_.accounts[a].cash;
    const AccountProblem account{
        block.offset,         block.divisor,         block.lower, block.upper,
        block.buy_cash,       block.sell_cash,       own,         all_cash_ - cash_[a] + own - goal_[n_],
        problem_.divisor[n_], problem_.shared.of(a), price};
    if (!solve_account(account, block.level, block.trades)) feasible_ = false;
    double change = 0;
    for (std::size_t k = 0; k < block.assets.size(); ++k) {
      const std::size_t i = block.assets[k];
      const double difference = block.trades[k] - now[i];
      change = std::max(change, std::fabs(difference));
      after_[i] += difference;
      now[i] = block.trades[k];
    }
    const double left = continuous_cash_after(problem_, a, trades_);
    all_cash_ += left - cash_[a];
    cash_[a] = left;
    return change;
  }

  const TradingProblem& problem_;
  std::size_t n_;
  Trades trades_;
  std::vector<double> goal_;
  std::vector<double> after_;
  std::vector<double> cash_;  // of each account, after its trades
  double all_cash_;
  std::vector<Block> blocks_;
  bool feasible_ = true;
};

}  // namespace

Relaxation relax(const TradingProblem& problem, double total, double shift, Trades start, int sweeps) {
  Descent descent(problem, total, shift, std::move(start));
  Relaxation out;
  if (problem.shared.is_open()) {
    const auto excess_at = [&](double price) {
      descent.run(sweeps, price);
      return descent.excess();
    };
    out.cash_price = price_that_keeps(0, kShareTaken, excess_at);
    descent.run(sweeps, out.cash_price);
    out.feasible = descent.excess() <= kShareMissing;
  } else {
    descent.run(sweeps, 0);
  }
  out.feasible = out.feasible && descent.feasible();
  out.trades = descent.take();
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
