#include "whole_steps.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "shared_cash.hpp"

namespace ballast {
namespace {

constexpr double kNoGain = 1e-16;         // of drift: below it a move is noise
constexpr double kWorthOpening = 1e-7;    // of drift
constexpr double kWorthPlacing = 1e-6;    // of the total, as cash of one account
constexpr double kIdle = 1e-10;           // of drift: what all dropped trades together may cost
constexpr double kCashTolerance = 1e-15;  // rounding errors of sums of shares
constexpr std::size_t kPairsForSwaps = 600;
constexpr int kPasses = 12;
constexpr int kPassesLarge = 4;  // what later passes gain there is below 1e-6 of the drift

// The trades and everything that depends on them, kept up to date move by move.
class WholeSteps {
 public:
  WholeSteps(const TradingProblem& problem, const Trades& continuous)
      : problem_(problem), trades_(problem.pair_count()), after_(problem.value), all_cash_(problem.cash) {
    const Evaluation target = evaluate(problem, continuous);
    goal_.resize(problem.goal.size());
    // The total and its shadow price are those of the continuous solution: a step's fee changes them in the third
    // order.
    for (std::size_t i = 0; i < goal_.size(); ++i) {
      goal_[i] = (1 - target.charges) * (problem.goal[i] + target.mean_marginal * problem.divisor[i]);
    }
    for (const TradingProblem::AccountTerms& account : problem.accounts) cash_.push_back(account.cash);
    meant_to_trade_.resize(trades_.size());
    for (std::size_t pair = 0; pair < trades_.size(); ++pair) {
      meant_to_trade_[pair] = continuous[pair] != 0;
      set(pair, admissible(pair, continuous[pair]));
    }
  }

  void improve() {
    const bool small = trades_.size() <= kPairsForSwaps;
    for (std::size_t a = 0; a < problem_.accounts.size(); ++a) raise_cash(a);
    for (int pass = 0; pass < (small ? kPasses : kPassesLarge); ++pass) {
      bool improved = false;
      for (std::size_t pair = 0; pair < trades_.size(); ++pair) {
        // In a large problem a trade that was not meant is opened for a felt gain only: others take up the rounding.
        const bool meant = small || meant_to_trade_[pair] || trades_[pair] != 0;
        if (!meant && cash_[account_of(pair)] < kWorthPlacing) continue;
        improved = step_toward_less_drift(pair, meant ? kNoGain : kWorthOpening) || improved;
      }
      if (!improved && small) improved = swap_within_accounts();
      if (!improved) break;
    }
    undo_opposite_trades();
    // Where trades cost nothing, even a small deposit is placed to the last minor unit.
    if (problem_.has_costs()) drop_idle_trades();
    gather_into_few_accounts();
  }

  [[nodiscard]] Trades take() { return std::move(trades_); }

 private:
  [[nodiscard]] std::size_t asset_of(std::size_t pair) const { return pair % problem_.asset_count; }
  [[nodiscard]] std::size_t account_of(std::size_t pair) const { return pair / problem_.asset_count; }
  [[nodiscard]] double resolution_of(std::size_t pair) const { return problem_.accounts[account_of(pair)].resolution; }

  // Cash that a trade takes, fees included.
  [[nodiscard]] double cost(std::size_t pair, double x) const { return x + problem_.charge_of(pair, x); }

  // The nearest trade toward none that is in whole steps, within the bounds and not below the minimum.
  [[nodiscard]] double admissible(std::size_t pair, double x) const {
    const std::size_t i = asset_of(pair);
    x = std::clamp(x, problem_.lower[pair], problem_.upper[pair]);
    if (problem_.is_coarse(i)) {
      const double step = problem_.step[i];
      const double steps = std::trunc(x / step + std::copysign(1e-9, x));
      x = steps * step;
      // Bounds of a search node may keep 0 out: then the first whole step inside them.
      if (x > problem_.upper[pair] + 1e-9 * step) x -= step;
      if (x < problem_.lower[pair] - 1e-9 * step) x += step;
    }
    return is_allowed(pair, x) ? x : 0;
  }

  [[nodiscard]] bool is_allowed(std::size_t pair, double x) const {
    const double slack = 1e-9 * std::max(problem_.step[asset_of(pair)], resolution_of(pair));
    if (x < problem_.lower[pair] - slack || x > problem_.upper[pair] + slack) return false;
    return x == 0 || problem_.is_large_enough(pair, x);
  }

  void set(std::size_t pair, double x) {
    const double before = trades_[pair];
    if (x == before) return;
    const double cash = cost(pair, x) - cost(pair, before);
    trades_[pair] = x;
    after_[asset_of(pair)] += x - before;
    cash_[account_of(pair)] -= cash;
    all_cash_ -= cash;
  }

  [[nodiscard]] double asset_term(std::size_t i, double change) const {
    const double off = after_[i] - goal_[i];
    return change * (2 * off + change) / problem_.divisor[i];
  }
  [[nodiscard]] double cash_off() const { return all_cash_ - goal_.back(); }
  [[nodiscard]] double cash_term(double off, double change) const {
    return change * (2 * off + change) / problem_.divisor.back();
  }
  [[nodiscard]] double cash_term(double change) const { return cash_term(cash_off(), change); }

  // Change of the drift of cash, which is `off` its goal, if `moved` goes into assets and takes so much cash. Cash
  // burnt on fees is no gain, even where there is too much of it: a move must lower the drift as such, and also if its
  // fees were paid with it or without it. Of two moves together only the fees of both count: with those of one of them,
  // the cash that goes from one to the other would seem to be burnt or saved.
  [[nodiscard]] double cash_change(double off, double moved, double cash) const {
    const double fee = cash - moved;
    const double change = cash_term(off, -cash);
    if (fee > 0) return std::max(change, change - cash_term(off, -fee));
    return fee < 0 ? std::min(change, cash_term(off, -moved)) : change;
  }

  // Change of drift if the trade of `pair` became x, cash allowing.
  [[nodiscard]] double change_of(std::size_t pair, double x) const {
    const double moved = x - trades_[pair];
    return asset_term(asset_of(pair), moved) +
           cash_change(cash_off(), moved, cost(pair, x) - cost(pair, trades_[pair]));
  }

  // Whether the trade may be x, and the account's cash allows it.
  [[nodiscard]] bool is_possible(std::size_t pair, double x) const {
    const double cash = cost(pair, x) - cost(pair, trades_[pair]);
    const double left = cash_[account_of(pair)] - cash;
    return is_allowed(pair, x) && (left >= -kCashTolerance || cash <= 0);
  }

  // Change of drift; +infinity where the trade is not possible.
  [[nodiscard]] double gain_of(std::size_t pair, double x) const {
    return is_possible(pair, x) ? change_of(pair, x) : HUGE_VAL;
  }

  // How much more of it the cash of its account buys.
  [[nodiscard]] double affordable(std::size_t pair) const {
    const TradingProblem::AccountTerms& terms = problem_.accounts[account_of(pair)];
    const double cash = std::max(0.0, cash_[account_of(pair)]);
    const double x = trades_[pair];
    const double unit = problem_.cash_per_bought(account_of(pair), asset_of(pair));
    if (problem_.is_uneven(pair)) return cash / unit + resolution_of(pair) / 2;
    if (!terms.has_fees()) return cash / unit;
    if (!terms.tiers.empty() || std::isfinite(terms.most_fee)) return affordable_in_tiers(pair, cash);
    const double opening = x == 0 ? terms.opening_fee() : 0;
    return std::max(0.0, cash - opening - resolution_of(pair)) / unit;
  }

  // The fee of what the cash buys decides what it buys: each round comes nearer, from above.
  [[nodiscard]] double affordable_in_tiers(std::size_t pair, double cash) const {
    constexpr int kRounds = 8;
    const double x = trades_[pair];
    const double all = cash + cost(pair, x);
    const double unit = 1 + problem_.margin_of(pair);
    double most = all / unit;
    for (int round = 0; round < kRounds; ++round) {
      const double fee = problem_.accounts[account_of(pair)].unrounded_fee(std::max(0.0, most * unit));
      most = (all - fee - resolution_of(pair)) / unit;
    }
    return std::max(0.0, most - x);
  }

  // For a trade that is not in steps: where the parabola of its drift has its lowest point.
  [[nodiscard]] double lowest_point(std::size_t pair) const {
    const std::size_t i = asset_of(pair);
    const std::size_t last = problem_.asset_count;
    const double d = problem_.divisor[i];
    const double dc = problem_.divisor[last];
    const double slope = (after_[i] - goal_[i]) / d - (all_cash_ - goal_[last]) / dc;
    double change = -slope / (1 / d + 1 / dc);
    change = std::min(change, affordable(pair));
    return std::clamp(trades_[pair] + change, problem_.lower[pair], problem_.upper[pair]);
  }

  [[nodiscard]] double next_step(std::size_t pair, int direction) const {
    const std::size_t i = asset_of(pair);
    const double step = problem_.step[i];
    const double x = trades_[pair];
    const double side = x == 0 ? direction : x;
    const double first = std::ceil(problem_.least_trade(pair, side) / step - 1e-9) * step;
    // From none straight to the smallest trade that is allowed, and from that straight to none.
    if (x == 0) return direction * std::max(step, first);
    const double next = x + direction * step;
    return std::fabs(next) < first - 1e-9 * step || std::fabs(next) < 0.5 * step ? 0 : next;
  }

  // The trades worth trying for one pair while all others stay: the whole steps around the lowest point, and none.
  [[nodiscard]] std::array<double, 3> ways_to_lowest(std::size_t pair) const {
    const double x = lowest_point(pair);
    if (!problem_.is_coarse(asset_of(pair))) return {x, x, 0.0};
    const double step = problem_.step[asset_of(pair)];
    const double least = std::ceil(problem_.least_trade(pair, x) / step - 1e-9) * step;
    const double inner = std::floor(std::fabs(x) / step + 1e-9) * step;
    const double outer = std::max(inner + step, least);
    return {std::copysign(inner < least ? least : inner, x), std::copysign(outer, x), 0.0};
  }

  bool step_toward_less_drift(std::size_t pair, double least_gain) {
    if (problem_.lower[pair] == 0 && problem_.upper[pair] == 0) return false;
    double best = -least_gain;
    double best_x = trades_[pair];
    for (const double x : ways_to_lowest(pair)) {
      if (x == trades_[pair]) continue;
      const double gain = gain_of(pair, x);
      if (gain >= best) continue;
      best = gain;
      best_x = x;
    }
    if (best_x == trades_[pair]) return false;
    set(pair, best_x);
    return true;
  }

  bool swap_within_accounts() {
    const std::size_t n = problem_.asset_count;
    bool improved = false;
    for (std::size_t a = 0; a < problem_.accounts.size(); ++a) {
      for (std::size_t down = a * n; down < (a + 1) * n; ++down) {
        const double before = trades_[down];
        const double lower = problem_.is_coarse(asset_of(down)) ? next_step(down, -1) : problem_.lower[down];
        for (const double freed : {lower, 0.0}) {
          if (trades_[down] != before || freed >= before || !is_allowed(down, freed)) continue;
          const Given given{down, asset_term(asset_of(down), freed - before), freed - before,
                            cost(down, freed) - cost(down, before), cash_off()};
          set(down, freed);
          if (!best_follow_up(given)) {
            set(down, before);
          } else {
            improved = true;
          }
        }
      }
    }
    return improved;
  }

  // A move that was made to free cash for another.
  struct Given {
    std::size_t pair;
    double change;  ///< of the asset's drift
    double moved;
    double cash;  ///< that it took
    double off;   ///< of cash before it
  };

  // The best move of another trade in the account, if both together lower the drift.
  bool best_follow_up(const Given& given) {
    const std::size_t n = problem_.asset_count;
    const std::size_t first = account_of(given.pair) * n;
    double best = -kNoGain;
    std::size_t best_pair = given.pair;
    double best_x = 0;
    for (std::size_t up = first; up < first + n; ++up) {
      if (up == given.pair) continue;
      for (const double x : ways_to_lowest(up)) {
        if (x <= trades_[up] || !is_possible(up, x)) continue;
        const double moved = x - trades_[up];
        const double cash = cost(up, x) - cost(up, trades_[up]);
        const double gain = given.change + asset_term(asset_of(up), moved) +
                            cash_change(given.off, given.moved + moved, given.cash + cash);
        if (gain >= best) continue;
        best = gain;
        best_pair = up;
        best_x = x;
      }
    }
    if (best_pair == given.pair) return false;
    set(best_pair, best_x);
    return true;
  }

  // Trades that hardly change the drift are not worth making: what no person could tell from optimal has fewer trades.
  void drop_idle_trades() {
    double allowance = kIdle;
    for (std::size_t pair = 0; pair < trades_.size(); ++pair) {
      if (trades_[pair] == 0) continue;
      const double loss = gain_of(pair, 0);
      if (loss >= allowance) continue;
      allowance -= std::max(loss, 0.0);
      set(pair, 0);
    }
  }

  // Rounding may have left an asset sold in one account and bought in another. Both then trade less of it; the seller
  // has less cash to keep or to buy others with, and the buyer more.
  void undo_opposite_trades() {
    const std::size_t n = problem_.asset_count;
    for (std::size_t seller = 0; seller < trades_.size(); ++seller) {
      for (std::size_t buyer = seller % n; buyer < trades_.size(); buyer += n) {
        if (trades_[seller] >= 0 || trades_[buyer] <= 0) continue;
        if (hand_over(seller, buyer, cash_[account_of(seller)])) continue;
        for (std::size_t i = 0; i < n && trades_[seller] < 0 && trades_[buyer] > 0; ++i) {
          hand_over_with(seller, buyer, account_of(seller) * n + i, account_of(buyer) * n + i);
        }
      }
    }
  }

  // Less sold and less bought by as much as `most` and the steps allow; false if nothing can be moved.
  bool hand_over(std::size_t seller, std::size_t buyer, double most) {
    const double amount = in_steps(asset_of(seller), std::min({-trades_[seller], trades_[buyer], most}));
    if (amount <= kWorthPlacing) return false;
    return try_moves({{{seller, trades_[seller] + amount}, {buyer, trades_[buyer] - amount}}});
  }

  // The same, while what the seller buys of another asset the buyer buys instead.
  void hand_over_with(std::size_t seller, std::size_t buyer, std::size_t given, std::size_t taken) {
    if (given == seller || trades_[given] <= 0 || problem_.is_coarse(asset_of(given))) return;
    const double most = std::min(trades_[given], problem_.upper[taken] - trades_[taken]);
    const double amount = in_steps(asset_of(seller), std::min({-trades_[seller], trades_[buyer], most}));
    if (amount <= kWorthPlacing) return;
    try_moves({{{seller, trades_[seller] + amount},
                {buyer, trades_[buyer] - amount},
                {given, trades_[given] - amount},
                {taken, trades_[taken] + amount}}});
  }

  [[nodiscard]] double in_steps(std::size_t asset, double amount) const {
    const double step = problem_.step[asset];
    return problem_.is_coarse(asset) ? std::floor(amount / step + 1e-9) * step : amount;
  }

  using Move = std::pair<std::size_t, double>;

  // All of the moves, or none where one is not allowed or an account would be overdrawn.
  bool try_moves(const std::vector<Move>& moves) {
    std::vector<Move> back;
    bool good = true;
    for (const auto& [pair, x] : moves) {
      const double rest = std::fabs(x) < 1e-15 ? 0 : x;
      good = good && is_allowed(pair, rest);
      back.emplace_back(pair, trades_[pair]);
      set(pair, rest);
    }
    for (const auto& [pair, x] : moves) good = good && cash_[account_of(pair)] >= -kCashTolerance;
    if (!good) {
      for (const auto& [pair, x] : back) set(pair, x);
    }
    return good;
  }

  // The same asset traded the same way in two accounts: where one can do it all, and no dearer, it does.
  void gather_into_few_accounts() {
    const std::size_t n = problem_.asset_count;
    for (std::size_t from = 0; from < trades_.size(); ++from) {
      for (std::size_t to = from % n; to < trades_.size() && trades_[from] != 0; to += n) {
        if (to == from || trades_[to] * trades_[from] <= 0) continue;
        const double together = trades_[to] + trades_[from];
        const double cost_here = cost(to, together) - cost(to, trades_[to]);
        const double cost_there = cost(from, trades_[from]);
        const bool paid_for = cash_[account_of(to)] - cost_here > -kCashTolerance &&
                              cash_[account_of(from)] + cost_there > -kCashTolerance;
        if (!paid_for || cost_here > cost_there + kCashTolerance) continue;
        if (!is_allowed(to, together) || !is_allowed(from, 0)) continue;
        set(to, together);
        set(from, 0);
      }
    }
  }

  // An account that rounding left overdrawn (or that a withdrawal did) gives up the steps that cost the least drift
  // per cash raised.
  void raise_cash(std::size_t a) {
    const std::size_t n = problem_.asset_count;
    for (std::size_t round = 0; cash_[a] < -kCashTolerance && round < 4 * n + 100; ++round) {
      double best = HUGE_VAL;
      std::size_t best_pair = 0;
      double best_x = 0;
      for (std::size_t pair = a * n; pair < (a + 1) * n; ++pair) {
        for (const double x : ways_down(pair)) {
          const double cash = cost(pair, trades_[pair]) - cost(pair, x);
          if (!(cash > 0) || !is_allowed(pair, x)) continue;
          const double change = asset_term(asset_of(pair), x - trades_[pair]) + cash_term(cash);
          // Raising more than is needed only counts as far as it is needed.
          const double rate = change / std::min(cash, -cash_[a]);
          if (rate < best) {
            best = rate;
            best_pair = pair;
            best_x = x;
          }
        }
      }
      if (best == HUGE_VAL) return;
      set(best_pair, best_x);
    }
  }

  // Trades to try instead of this one: none, one that raises a part of what is needed, and one that raises all of it. A
  // part, and not a single step, as there may be a million of those.
  [[nodiscard]] std::vector<double> ways_down(std::size_t pair) const {
    constexpr double kPart = 0.125;
    const TradingProblem::AccountTerms& terms = problem_.accounts[account_of(pair)];
    const double rounding = terms.has_fees() ? resolution_of(pair) : 0;
    const double needed = (-cash_[account_of(pair)] + terms.opening_fee() + rounding) /
                          problem_.cash_per_sold(account_of(pair), asset_of(pair));
    std::vector<double> ways;
    if (trades_[pair] > 0) ways.push_back(0);
    for (const double part : {kPart, 1.0}) {
      const double x = at_most(pair, trades_[pair] - part * needed);
      if (x < trades_[pair]) ways.push_back(x);
    }
    return ways;
  }

  // The largest trade that is allowed and not above x; the lowest that is allowed if there is none.
  [[nodiscard]] double at_most(std::size_t pair, double x) const {
    const bool coarse = problem_.is_coarse(asset_of(pair));
    const double step = problem_.step[asset_of(pair)];
    const auto whole_from = [&](double y) { return coarse ? std::ceil(y / step - 1e-9) * step : y; };
    if (coarse) x = std::floor(x / step + 1e-9) * step;
    // A sale may not be below the minimum, nor above what there is.
    const double least = problem_.least_trade(pair, -1);
    if (x < 0 && -x < least) x = -whole_from(least);
    return std::max(x, whole_from(problem_.lower[pair]));
  }

  const TradingProblem& problem_;
  Trades trades_;
  std::vector<double> after_;
  std::vector<double> cash_;
  std::vector<double> goal_;
  std::vector<bool> meant_to_trade_;
  double all_cash_;
};

}  // namespace

Trades round_to_whole_steps(const TradingProblem& problem, const Trades& continuous) {
  if (problem.shared.is_open()) return round_sharing_cash(problem, continuous);
  WholeSteps rounding(problem, continuous);
  rounding.improve();
  return rounding.take();
}

}  // namespace ballast
