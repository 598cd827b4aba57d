#include "account_solver.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ballast {
namespace {

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

Prices level_factors(const AccountProblem& p, double level) {
  return level < 0 ? cash_per_unit(p) : Prices{1, 1};
}

double trade_at(const AccountProblem& p, std::size_t i, double level, const Prices& factor) {
  const double buy = p.divisor[i] * factor.buy * level - p.offset[i];
  const double sell = p.divisor[i] * factor.sell * level - p.offset[i];
  const double free = buy > 0 ? buy : (sell < 0 ? sell : 0);
  return std::clamp(free, p.lower[i], p.upper[i]);
}

Use use_at(const AccountProblem& p, double level) {
  const Prices factor = level_factors(p, level);
  const Prices unit = cash_per_unit(p);
  Use use{0, 0};
  for (std::size_t i = 0; i < p.offset.size(); ++i) {
    const double buy = p.divisor[i] * factor.buy * level - p.offset[i];
    const double sell = p.divisor[i] * factor.sell * level - p.offset[i];
    const double free = buy > 0 ? buy : (sell < 0 ? sell : 0);
    const double x = std::clamp(free, p.lower[i], p.upper[i]);
    use.amount += x * (x > 0 ? unit.buy : unit.sell);
    if (free != 0 && x == free) {
      use.slope += x > 0 ? p.divisor[i] * factor.buy * unit.buy : p.divisor[i] * factor.sell * unit.sell;
    }
  }
  return use;
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
    if (miss == 0) return level;
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

}  // namespace

bool solve_account(const AccountProblem& p, std::span<double> trades) {
  const Prices unit = cash_per_unit(p);
  double least_use = 0;
  for (const double lower : p.lower) least_use += lower * (lower > 0 ? unit.buy : unit.sell);
  if (least_use > p.cash) {
    std::copy(p.lower.begin(), p.lower.end(), trades.begin());
    return least_use <= p.cash + 1e-15;
  }

  double level = find_level(p, p.cash_divisor, p.cash_excess, 0);
  // A free optimum that needs more cash than there is: the budget decides the level instead.
  if (use_at(p, level).amount > p.cash) level = find_level(p, 0, p.cash, level);
  const Prices factor = level_factors(p, level);
  for (std::size_t i = 0; i < trades.size(); ++i) trades[i] = trade_at(p, i, level, factor);
  return true;
}

}  // namespace ballast
