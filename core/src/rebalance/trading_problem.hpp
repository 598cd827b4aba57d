// The floating picture of a request, on which the solvers work. Everything is a share of the total T0 = all holdings
// and cash after deposits and withdrawals, before trades and fees: so all figures are of order 1.
//
//   v_i  value of asset i over all accounts before trades         x_ai  trade of asset i in account a (buy > 0)
//   v_i + sum_a x_ai  value after                                 c_a   cash of a after flows, before trades
//   c_a - sum_i (x_ai + fee_a(x_ai)) >= 0           fee_a(x) = rate_a |x| + fixed_a, rounded up to minor units;
//   fee_a(0) = 0
//
// Minimise  D = sum_i (w_i - g_i)^2 / d_i  over assets and cash, with w = value after / T, T = T0 - fees.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace ballast {

struct TradingProblem {
  struct AccountTerms {
    double cash = 0;  ///< c_a; negative where a withdrawal must first be raised
    double fee_rate = 0;
    double fixed_fee = 0;
    double minimum_trade = 0;  ///< |x| is 0 or at least this, which is more than the trade's fee

    [[nodiscard]] bool has_fees() const { return fee_rate > 0 || fixed_fee > 0; }
  };

  std::size_t asset_count = 0;
  std::vector<double> value;    ///< v_i, per asset
  std::vector<double> goal;     ///< g_i, assets then cash, summing to 1
  std::vector<double> divisor;  ///< d_i > 0, assets then cash
  std::vector<AccountTerms> accounts;
  double cash = 0;            ///< all cash before trades: 1 - sum v_i
  std::vector<double> lower;  ///< of x_ai, at [a * asset_count + i], <= 0
  std::vector<double> upper;  ///< of x_ai, >= 0
  std::vector<double> step;   ///< value of one quantity step per asset; 0: trades are continuous
  double resolution = 0;      ///< one minor unit

  [[nodiscard]] std::size_t pair_count() const { return accounts.size() * asset_count; }
  [[nodiscard]] std::span<const double> lower_of(std::size_t account) const {
    return std::span(lower).subspan(account * asset_count, asset_count);
  }
  [[nodiscard]] std::span<const double> upper_of(std::size_t account) const {
    return std::span(upper).subspan(account * asset_count, asset_count);
  }
  [[nodiscard]] double minimum_trade_of(std::size_t pair) const { return accounts[pair / asset_count].minimum_trade; }
  /// fee_a(x) before it is rounded up.
  [[nodiscard]] double unrounded_fee_of(std::size_t account, double x) const {
    return x == 0 ? 0 : accounts[account].fee_rate * std::fabs(x) + accounts[account].fixed_fee;
  }
  /// fee_a(x)
  [[nodiscard]] double fee_of(std::size_t account, double x) const {
    if (x == 0 || !accounts[account].has_fees()) return 0;
    // A fee that is whole minor units but for the rounding of doubles is not one more.
    constexpr double kWhole = 1e-7;
    return std::ceil(unrounded_fee_of(account, x) / resolution - kWhole) * resolution;
  }
  [[nodiscard]] bool has_fees() const {
    return std::any_of(accounts.begin(), accounts.end(), [](const AccountTerms& terms) { return terms.has_fees(); });
  }
};

/// Trades x_ai, laid out as the bounds are.
using Trades = std::vector<double>;

struct Evaluation {
  double drift = 0;          ///< D
  double fees = 0;           ///< share of T0
  std::size_t trades = 0;    ///< pairs with x != 0
  double lowest_cash = 0;    ///< over the accounts, after trades and fees
  double mean_marginal = 0;  ///< sum_i w_i (w_i - g_i)/d_i: what a unit of the average costs
};

[[nodiscard]] Evaluation evaluate(const TradingProblem& problem, const Trades& trades);

}  // namespace ballast
