#include "drop_useless.hpp"

#include <vector>

#include "shared_cash.hpp"

namespace ballast {
namespace {

constexpr double kNoLoss = 1e-12;  // of drift

constexpr std::size_t kTradesForTwos = 100;

// The trades and what they lead to, kept up to date as trades are taken out.
class Outcome {
 public:
  Outcome(const TradingProblem& problem, Trades& trades)
      : problem_(problem), trades_(trades), after_(problem.value), total_(1 - evaluate(problem, trades).charges) {
    const std::size_t n = problem.asset_count;
    after_.push_back(problem.cash - (1 - total_));
    for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
      cash_.push_back(problem.accounts[a].cash);
      for (std::size_t i = 0; i < n; ++i) {
        const double x = trades[a * n + i];
        if (x == 0) continue;
        after_[i] += x;
        after_[n] -= x;
        cash_[a] -= x + problem.charge_of(a * n + i, x);
        traded_.push_back(a * n + i);
      }
    }
  }

  bool drop_ones() {
    bool dropped = false;
    for (const std::size_t pair : traded_) {
      if (trades_[pair] == 0 || !is_useless(pair)) continue;
      take_out(pair);
      dropped = true;
    }
    return dropped;
  }

  bool drop_twos() {
    if (traded_.size() > kTradesForTwos) return false;
    for (const std::size_t one : traded_) {
      for (const std::size_t two : traded_) {
        if (two <= one || trades_[one] == 0 || trades_[two] == 0 || !are_useless(one, two)) continue;
        take_out(one);
        take_out(two);
        return true;
      }
    }
    return false;
  }

 private:
  [[nodiscard]] std::size_t asset_of(std::size_t pair) const { return pair % problem_.asset_count; }
  [[nodiscard]] std::size_t account_of(std::size_t pair) const { return pair / problem_.asset_count; }
  [[nodiscard]] bool may_go(std::size_t pair) const { return problem_.lower[pair] <= 0 && problem_.upper[pair] >= 0; }
  [[nodiscard]] double charge(std::size_t pair) const { return problem_.charge_of(pair, trades_[pair]); }
  [[nodiscard]] double refund(std::size_t pair) const { return trades_[pair] + charge(pair); }

  // Of the drift, if position i (assets then cash) held so much more and the total stayed.
  [[nodiscard]] double change(std::size_t i, double amount) const {
    const double off = after_[i] / total_ - problem_.goal[i];
    const double moved = amount / total_;
    return moved * (2 * off + moved) / problem_.divisor[i];
  }

  [[nodiscard]] bool is_useless(std::size_t pair) const {
    const double x = trades_[pair];
    return may_go(pair) && change(asset_of(pair), -x) + change(problem_.asset_count, x) <= kNoLoss &&
           cash_[account_of(pair)] + refund(pair) >= 0;
  }

  [[nodiscard]] bool are_useless(std::size_t one, std::size_t two) const {
    const bool same_account = account_of(one) == account_of(two);
    const bool same_asset = asset_of(one) == asset_of(two);
    if ((!same_account && !same_asset) || !may_go(one) || !may_go(two)) return false;
    const double x = trades_[one];
    const double y = trades_[two];
    const double in_assets =
        same_asset ? change(asset_of(one), -x - y) : change(asset_of(one), -x) + change(asset_of(two), -y);
    if (in_assets + change(problem_.asset_count, x + y) > kNoLoss) return false;
    if (same_account) return cash_[account_of(one)] + refund(one) + refund(two) >= 0;
    return cash_[account_of(one)] + refund(one) >= 0 && cash_[account_of(two)] + refund(two) >= 0;
  }

  void take_out(std::size_t pair) {
    after_[asset_of(pair)] -= trades_[pair];
    after_.back() += refund(pair);
    cash_[account_of(pair)] += refund(pair);
    total_ += charge(pair);
    trades_[pair] = 0;
  }

  const TradingProblem& problem_;
  Trades& trades_;
  std::vector<double> after_;  // assets then cash
  std::vector<double> cash_;   // per account
  std::vector<std::size_t> traded_;
  double total_;
};

}  // namespace

void drop_useless_trades(const TradingProblem& problem, Trades& trades) {
  if (!problem.has_costs()) return;
  if (problem.shared.is_open()) return drop_useless_trades(hand_out(problem, trades), trades);
  Outcome outcome(problem, trades);
  while (outcome.drop_ones() || outcome.drop_twos()) {
  }
}

}  // namespace ballast
