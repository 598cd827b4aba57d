#include "account_solver.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ballast {
namespace {

constexpr double kNoMiss = 1e-17;  // shares of the total

struct Use {
  double amount;
  double slope;
};

// Written without branches: half of the assets would take them the wrong way. For a level l < 0 a buy is dearer than a
// sale brings, so at most one of the two parts is not 0; for l >= 0 both are the same line.
double trade_at(const AccountProblem& p, std::size_t i, double buy_level, double sell_level) {
  const double buy = p.divisor[i] * buy_level - p.offset[i];
  const double sell = p.divisor[i] * sell_level - p.offset[i];
  return std::min(std::max(std::max(buy, 0.0) + std::min(sell, 0.0), p.lower[i]), p.upper[i]);
}

// How much of what a unit costs counts in the price of a trade: all of it, or nothing where cash is in excess.
double felt(double level) { return level < 0 ? 1.0 : 0.0; }
double price_of(double cash_per_unit, double felt) { return 1 + felt * (cash_per_unit - 1); }

Use use_at(const AccountProblem& p, double level) {
  const double counts = felt(level);
  double amount = 0;
  double slope = 0;
  for (std::size_t i = 0; i < p.offset.size(); ++i) {
    const double buy_price = price_of(p.buy_cash[i], counts);
    const double sell_price = price_of(p.sell_cash[i], counts);
    const double x = trade_at(p, i, buy_price * level, sell_price * level);
    amount += std::max(x, 0.0) * p.buy_cash[i] + std::min(x, 0.0) * p.sell_cash[i];
    const bool free = x > p.lower[i] && x < p.upper[i];
    slope += free && x > 0 ? p.divisor[i] * buy_price * p.buy_cash[i] : 0.0;
    slope += free && x < 0 ? p.divisor[i] * sell_price * p.sell_cash[i] : 0.0;
  }
  return {amount, slope};
}

// Root of  weight * s + use(s) = aim, rising in s. Brackets by doubling, then Newton, bisecting where Newton leaves the
// bracket.
double find_level(const AccountProblem& p, double weight, double aim, double start) {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  double level = start;
  double reach = 1;
  for (int i = 0; i < 200; ++i) {
    const Use use = use_at(p, level);
    const double miss = weight * level + use.amount - aim;
    // A level this near the root moves no trade by more than the rounding of its sum.
    if (std::fabs(miss) <= kNoMiss) return level;
    (miss > 0 ? high : low) = level;
    const double slope = weight + use.slope;
    double next = slope > 0 ? level - miss / slope : std::numeric_limits<double>::quiet_NaN();
    if (!(next > low && next < high)) {
      if (std::isinf(low) || std::isinf(high)) {
        next = miss > 0 ? level - reach : level + reach;
        reach *= 4;
      } else {
        next = low + (high - low) / 2;
      }
    }
    if (next == level || next == low || next == high) return next;
    level = next;
  }
  return level;
}

// Whether the free optimum would need more cash than there is, seen from the level at which the cash is used up.
bool budget_binds_at(const AccountProblem& p, double level) {
  return p.cash_divisor * level + use_at(p, level).amount < p.cash_excess;
}

using Shared = TradingProblem::SharedCash::Kind;

// Where more than what the account has may be used, at a price.
double shared_level(const AccountProblem& p, double start) {
  const auto level_at = [&](double price) {
    return find_level(p, p.cash_divisor, p.cash_excess - price * p.cash_divisor, start);
  };
  const auto used_at = [&](double level) { return use_at(p, level).amount; };
  if (p.shared == Shared::kToAny) {
    const double free = level_at(0);
    if (used_at(free) <= p.cash) return free;
  }
  const double priced = level_at(p.cash_price);
  const bool keeps_own = p.shared == Shared::kToAny ? used_at(priced) < p.cash : used_at(priced) > p.cash;
  return p.shared != Shared::kPooled && keeps_own ? find_level(p, 0, p.cash, priced) : priced;
}

}  // namespace

bool solve_account(const AccountProblem& p, AccountLevel& start, std::span<double> trades) {
  double least_use = 0;
  double most_use = 0;
  for (std::size_t i = 0; i < p.lower.size(); ++i) {
    least_use += p.lower[i] * (p.lower[i] > 0 ? p.buy_cash[i] : p.sell_cash[i]);
    most_use += p.upper[i] * (p.upper[i] > 0 ? p.buy_cash[i] : p.sell_cash[i]);
  }
  const bool may_use_more = p.shared == Shared::kToAny || p.shared == Shared::kPooled;
  if (least_use > p.cash && !may_use_more) {
    std::copy(p.lower.begin(), p.lower.end(), trades.begin());
    return least_use <= p.cash + 1e-15;
  }

  // What decided the level last time is tried first.
  bool solved = p.shared != Shared::kNone;
  if (solved) start.level = shared_level(p, start.level);
  if (!solved && start.budget_binds && most_use > p.cash) {
    start.level = find_level(p, 0, p.cash, start.level);
    solved = budget_binds_at(p, start.level);
  }
  if (!solved) {
    start.level = find_level(p, p.cash_divisor, p.cash_excess, start.level);
    start.budget_binds = use_at(p, start.level).amount > p.cash;
    if (start.budget_binds) start.level = find_level(p, 0, p.cash, start.level);
  }
  const double counts = felt(start.level);
  for (std::size_t i = 0; i < trades.size(); ++i) {
    trades[i] =
        trade_at(p, i, price_of(p.buy_cash[i], counts) * start.level, price_of(p.sell_cash[i], counts) * start.level);
  }
  return true;
}

}  // namespace ballast
