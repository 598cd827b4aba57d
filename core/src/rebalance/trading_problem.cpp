#include "trading_problem.hpp"

namespace ballast {
namespace {

// A half is one but for the rounding of doubles.
double half_even(double units) {
  constexpr double kHalf = 1e-7;
  const double below = std::floor(units);
  if (std::fabs(units - below - 0.5) > kHalf) return std::nearbyint(units);
  return std::fmod(below, 2) == 0 ? below : below + 1;
}

}  // namespace

double TradingProblem::AccountTerms::unrounded_fee(double settled) const {
  double rate = fee_rate;
  double fixed = fixed_fee;
  for (const FeeTier& tier : tiers) {
    if (tier.from > settled) break;
    rate = tier.rate;
    fixed = tier.fixed;
  }
  return std::min(std::max(rate * settled + fixed, least_fee), most_fee);
}

double TradingProblem::largest_resolution() const {
  double largest = 0;
  for (const AccountTerms& terms : accounts) largest = std::max(largest, terms.resolution);
  return largest;
}

double TradingProblem::SharedCash::rest(std::span<const double> left) const {
  double rest = amount;
  for (std::size_t a = 0; a < left.size(); ++a) {
    if (of(a) != Kind::kNone) rest += kind == Kind::kToAny ? std::min(left[a], 0.0) : left[a];
  }
  return rest;
}

double TradingProblem::least_trade(std::size_t pair, double direction) const {
  const AccountTerms& account = accounts[pair / asset_count];
  // What is settled at the minimum may be worth half a minor unit less.
  const double settled = account.minimum_trade - (is_uneven(pair) ? account.resolution / 2 : 0);
  const double least = settled / (1 + std::copysign(margin_of(pair), direction));
  return minimum_size.empty() ? least : std::max(least, minimum_size[pair]);
}

bool TradingProblem::is_large_enough(std::size_t pair, double x) const {
  const AccountTerms& account = accounts[pair / asset_count];
  const double slack = 1e-9 * std::max(step[pair % asset_count], account.resolution);
  if (std::fabs(x) < least_trade(pair, x) - slack) return false;
  return !is_uneven(pair) || std::fabs(settled_value(pair, x)) >= account.minimum_trade - 1e-6 * account.resolution;
}

double TradingProblem::settled_value(std::size_t pair, double x) const {
  const double executed = executed_value(pair, x);
  if (x == 0 || !is_uneven(pair)) return executed;
  constexpr double kWhole = 1e-6;
  const double steps = x / step[pair % asset_count];
  const double whole = std::nearbyint(steps);
  if (std::fabs(steps - whole) > kWhole) return executed;
  return half_even(whole * (x > 0 ? buy_units : sell_units)[pair]) * accounts[pair / asset_count].resolution;
}

double TradingProblem::fee_of(std::size_t account, double settled) const {
  if (settled == 0 || !accounts[account].has_fees()) return 0;
  // A fee that is whole minor units but for the rounding of doubles is not one more; and a tier begins where the
  // value is its first, not where a double says so.
  constexpr double kWhole = 1e-7;
  const double unit = accounts[account].resolution;
  const double charged = std::fabs(settled) + kWhole * unit;
  return std::ceil(accounts[account].unrounded_fee(charged) / unit - kWhole) * unit;
}

double TradingProblem::unrounded_cost_of(std::size_t pair, double x) const {
  if (x == 0) return 0;
  const double executed = executed_value(pair, x);
  return executed - x + accounts[pair / asset_count].unrounded_fee(std::fabs(executed));
}

double TradingProblem::cost_of(std::size_t pair, double x) const {
  return executed_value(pair, x) - x + fee_of(pair / asset_count, settled_value(pair, x));
}

double TradingProblem::charge_of(std::size_t pair, double x) const {
  const double settled = settled_value(pair, x);
  return settled - x + fee_of(pair / asset_count, settled);
}

double continuous_cash_after(const TradingProblem& problem, std::size_t account, const Trades& trades) {
  double cash = problem.accounts[account].cash;
  for (std::size_t i = 0; i < problem.asset_count; ++i) {
    const double x = trades[account * problem.asset_count + i];
    if (x == 0) continue;
    cash -= x * (x > 0 ? problem.cash_per_bought(account, i) : problem.cash_per_sold(account, i));
  }
  return cash;
}

namespace {

using Shared = TradingProblem::SharedCash::Kind;

double lowest_cash(const TradingProblem& problem, std::span<const double> lefts) {
  double lowest = problem.shared.is_open() ? problem.shared.rest(lefts) : lefts.empty() ? 0 : lefts.front();
  for (std::size_t a = 0; a < lefts.size(); ++a) {
    const Shared kind = problem.shared.of(a);
    if (kind == Shared::kNone || kind == Shared::kFromAny) lowest = std::min(lowest, lefts[a]);
  }
  return lowest;
}

}  // namespace

Evaluation evaluate(const TradingProblem& problem, const Trades& trades) {
  const std::size_t n = problem.asset_count;
  Evaluation out;
  std::vector<double> after(problem.value);
  double cash = problem.cash;
  std::vector<double> lefts;
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
    double left = problem.accounts[a].cash;
    for (std::size_t i = 0; i < n; ++i) {
      const double x = trades[a * n + i];
      if (x == 0) continue;
      const double charge = problem.charge_of(a * n + i, x);
      after[i] += x;
      left -= x + charge;
      out.charges += charge;
      out.costs += problem.cost_of(a * n + i, x);
      ++out.trades;
    }
    lefts.push_back(left);
    cash += left - problem.accounts[a].cash;
  }
  out.lowest_cash = lowest_cash(problem, lefts);
  after.push_back(cash);
  const double total = 1 - out.charges;
  for (std::size_t i = 0; i <= n; ++i) {
    const double weight = after[i] / total;
    const double off = weight - problem.goal[i];
    out.drift += off * off / problem.divisor[i];
    out.mean_marginal += weight * off / problem.divisor[i];
  }
  return out;
}

}  // namespace ballast
