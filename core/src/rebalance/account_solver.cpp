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

struct Prices {
  double buy;
  double sell;
};

// What a unit bought or sold moves in cash.
Prices cash_per_unit(const AccountProblem& p) { return {1 + p.fee_rate, 1 - p.fee_rate}; }

Prices level_factors(const AccountProblem& p, double level) { return level < 0 ? cash_per_unit(p) : Prices{1, 1}; }

// Written without branches: half of the assets would take them the wrong way. For s < 0 a buy is dearer than a sale
// brings, so at most one of the two parts is not 0; for s >= 0 both are the same line.
double trade_at(const AccountProblem& p, std::size_t i, double buy_level, double sell_level) {
  const double buy = p.divisor[i] * buy_level - p.offset[i];
  const double sell = p.divisor[i] * sell_level - p.offset[i];
  return std::min(std::max(std::max(buy, 0.0) + std::min(sell, 0.0), p.lower[i]), p.upper[i]);
}

Use use_at(const AccountProblem& p, double level) {
  const Prices factor = level_factors(p, level);
  const Prices unit = cash_per_unit(p);
  const double buy_level = factor.buy * level;
  const double sell_level = factor.sell * level;
  double bought = 0;
  double sold = 0;
  double buy_slope = 0;
  double sell_slope = 0;
  for (std::size_t i = 0; i < p.offset.size(); ++i) {
    const double x = trade_at(p, i, buy_level, sell_level);
    bought += std::max(x, 0.0);
    sold += std::min(x, 0.0);
    const bool free = x > p.lower[i] && x < p.upper[i];
    buy_slope += free && x > 0 ? p.divisor[i] : 0.0;
    sell_slope += free && x < 0 ? p.divisor[i] : 0.0;
  }
  return {bought * unit.buy + sold * unit.sell,
          buy_slope * factor.buy * unit.buy + sell_slope * factor.sell * unit.sell};
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

}  // namespace

bool solve_account(const AccountProblem& p, AccountLevel& start, std::span<double> trades) {
  const Prices unit = cash_per_unit(p);
  double least_use = 0;
  double most_use = 0;
  for (std::size_t i = 0; i < p.lower.size(); ++i) {
    least_use += p.lower[i] * (p.lower[i] > 0 ? unit.buy : unit.sell);
    most_use += p.upper[i] * (p.upper[i] > 0 ? unit.buy : unit.sell);
  }
  if (least_use > p.cash) {
    std::copy(p.lower.begin(), p.lower.end(), trades.begin());
    return least_use <= p.cash + 1e-15;
  }

  // What decided the level last time is tried first.
  bool solved = false;
  if (start.budget_binds && most_use > p.cash) {
    start.level = find_level(p, 0, p.cash, start.level);
    solved = budget_binds_at(p, start.level);
  }
  if (!solved) {
    start.level = find_level(p, p.cash_divisor, p.cash_excess, start.level);
    start.budget_binds = use_at(p, start.level).amount > p.cash;
    if (start.budget_binds) start.level = find_level(p, 0, p.cash, start.level);
  }
  const Prices factor = level_factors(p, start.level);
  for (std::size_t i = 0; i < trades.size(); ++i) {
    trades[i] = trade_at(p, i, factor.buy * start.level, factor.sell * start.level);
  }
  return true;
}

}  // namespace ballast
