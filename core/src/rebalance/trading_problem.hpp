// The floating picture of a request, on which the solvers work. Everything is a share of the total T0 = all holdings
// and cash after deposits and withdrawals, before trades and fees: so all figures are of order 1.
//
//   v_i  value of asset i over all accounts before trades         x_ai  trade of asset i in account a (buy > 0)
//   v_i + sum_a x_ai  value after                                 c_a   cash of a after flows, before trades
//   c_a - sum_i (x_ai + charge_ai(x_ai)) >= 0
//
// x is at the price between bid and ask. A trade's charge is what it takes from the total: half the spread, what
// changing money costs, its fee, rounded up to minor units, and what rounding its value to minor units takes from it or
// (negative) leaves to it; the latter only where steps can be felt (`is_coarse`).
//
// Accounts may share cash besides (`SharedCash`).
//
// Minimise  D = sum_i (w_i - g_i)^2 / d_i  over assets and cash, with w = value after / T, T = T0 - charges.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace ballast {

struct TradingProblem {
  /// For values from `from` on, of the whole trade.
  struct FeeTier {
    double from = 0;
    double rate = 0;
    double fixed = 0;
  };

  struct AccountTerms {
    double cash = 0;        ///< c_a; negative where a withdrawal must first be raised
    double resolution = 0;  ///< one minor unit of its currency
    double fee_rate = 0;
    double fixed_fee = 0;
    double minimum_trade = 0;         ///< what a trade is settled at is at least this, which is more than its fee
    std::vector<FeeTier> tiers = {};  ///< in rising order; below the first: fee_rate and fixed_fee
    double least_fee = 0;
    double most_fee = std::numeric_limits<double>::infinity();

    [[nodiscard]] bool has_fees() const { return fee_rate > 0 || fixed_fee > 0 || least_fee > 0 || !tiers.empty(); }
    /// Of a trade settled at so much > 0, before it is rounded up.
    [[nodiscard]] double unrounded_fee(double settled) const;
    /// What it costs to trade at all.
    [[nodiscard]] double opening_fee() const { return std::max(fixed_fee, least_fee); }
  };

  /// Cash that is not bound to one account; with u_a = sum_i (x_ai + charge_ai) and c_a as above, over its members:
  ///   kNone    u_a <= c_a
  ///   kToAny   u_a <= c_a + s_a,  s_a >= 0,  sum_a s_a <= amount     a deposit that may go to any of them
  ///   kFromAny u_a <= c_a - s_a,  s_a >= 0,  sum_a s_a >= -amount    a withdrawal from any of them
  ///   kPooled  sum_a u_a <= sum_a c_a + amount                       money moves among them
  struct SharedCash {
    enum class Kind : std::uint8_t { kNone, kToAny, kFromAny, kPooled };
    Kind kind = Kind::kNone;
    double amount = 0;
    std::vector<bool> members = {};  ///< per account

    [[nodiscard]] bool is_open() const { return kind != Kind::kNone; }
    /// What there is for an account: kNone where it is no member.
    [[nodiscard]] Kind of(std::size_t account) const { return is_open() && members[account] ? kind : Kind::kNone; }
    /// What is left of it, or (negative) lacks, where accounts have so much left.
    [[nodiscard]] double rest(std::span<const double> left) const;
  };

  std::size_t asset_count = 0;
  std::vector<double> value;    ///< v_i, per asset
  std::vector<double> goal;     ///< g_i, assets then cash, summing to 1
  std::vector<double> divisor;  ///< d_i > 0, assets then cash
  std::vector<AccountTerms> accounts;
  SharedCash shared;
  double cash = 0;            ///< all cash before trades, the shared too: 1 - sum v_i
  std::vector<double> lower;  ///< of x_ai, at [a * asset_count + i], <= 0
  std::vector<double> upper;  ///< of x_ai, >= 0
  std::vector<double> step;   ///< value of one quantity step per asset; 0: trades are continuous
  /// Half the spread, and what changing money costs, as a share of the price, at [a * asset_count + i]; or empty.
  std::vector<double> margin;
  std::vector<double> minimum_size;  ///< of |x|, at [a * asset_count + i]; or empty
  /// Minor units that one step is settled at when bought and when sold, at [a * asset_count + i], where steps are felt
  /// and x is not settled at its own value; else 0, or empty.
  std::vector<double> buy_units;
  std::vector<double> sell_units;
  double resolution = 0;  ///< the smallest minor unit of an account

  [[nodiscard]] std::size_t pair_count() const { return accounts.size() * asset_count; }
  [[nodiscard]] std::span<const double> lower_of(std::size_t account) const {
    return std::span(lower).subspan(account * asset_count, asset_count);
  }
  [[nodiscard]] std::span<const double> upper_of(std::size_t account) const {
    return std::span(upper).subspan(account * asset_count, asset_count);
  }
  [[nodiscard]] double largest_resolution() const;
  [[nodiscard]] double margin_of(std::size_t pair) const { return margin.empty() ? 0 : margin[pair]; }
  /// No smaller |x| may be traded, to the side of `direction`.
  [[nodiscard]] double least_trade(std::size_t pair, double direction) const;
  /// Whether it, and what it is settled at, are not below the minimums.
  [[nodiscard]] bool is_large_enough(std::size_t pair, double x) const;

  /// Whether asset i is traded in steps that can be felt: those are searched over, the rest only rounded at the end.
  /// Half a step off costs step^2 / 4d of drift; below 1e-6 sqrt(d) that is under 2.5e-13.
  [[nodiscard]] bool is_coarse(std::size_t asset) const {
    return step[asset] > std::max(resolution, 1e-6 * std::sqrt(divisor[asset]));
  }
  [[nodiscard]] bool is_uneven(std::size_t pair) const { return !buy_units.empty() && buy_units[pair] > 0; }

  [[nodiscard]] bool has_costs() const {
    return !margin.empty() ||
           std::any_of(accounts.begin(), accounts.end(), [](const AccountTerms& terms) { return terms.has_fees(); });
  }
  [[nodiscard]] bool has_charges() const {
    return has_costs() || std::any_of(buy_units.begin(), buy_units.end(), [](double units) { return units > 0; });
  }

  /// What a unit of x moves in cash where fees are proportional.
  [[nodiscard]] double cash_per_bought(std::size_t account, std::size_t asset) const {
    return (1 + margin_of(account * asset_count + asset)) * (1 + accounts[account].fee_rate);
  }
  [[nodiscard]] double cash_per_sold(std::size_t account, std::size_t asset) const {
    return (1 - margin_of(account * asset_count + asset)) * (1 - accounts[account].fee_rate);
  }

  /// x at the price that is paid or got for it.
  [[nodiscard]] double executed_value(std::size_t pair, double x) const {
    return x * (1 + std::copysign(margin_of(pair), x));
  }
  /// What a trade of x is settled at: the same, for whole felt steps rounded half-even to minor units.
  [[nodiscard]] double settled_value(std::size_t pair, double x) const;
  /// Of a trade settled at this value, rounded up.
  [[nodiscard]] double fee_of(std::size_t account, double settled) const;
  /// Spread and fee of a trade of x, the fee not rounded up.
  [[nodiscard]] double unrounded_cost_of(std::size_t pair, double x) const;
  /// Spread and fee.
  [[nodiscard]] double cost_of(std::size_t pair, double x) const;
  /// charge_ai(x)
  [[nodiscard]] double charge_of(std::size_t pair, double x) const;
};

/// Trades x_ai, laid out as the bounds are.
using Trades = std::vector<double>;

/// What continuous trades, which pay spreads and proportional fees only, leave an account.
[[nodiscard]] double continuous_cash_after(const TradingProblem& problem, std::size_t account, const Trades& trades);

struct Evaluation {
  double drift = 0;          ///< D
  double costs = 0;          ///< spread and fees, share of T0
  double charges = 0;        ///< share of T0
  std::size_t trades = 0;    ///< pairs with x != 0
  double lowest_cash = 0;    ///< over the accounts and what they share, after trades and charges
  double mean_marginal = 0;  ///< sum_i w_i (w_i - g_i)/d_i: what a unit of the average costs
};

/// By more than doubles may have added.
[[nodiscard]] inline bool is_overdrawn(const Evaluation& value) { return value.lowest_cash < -1e-12; }

[[nodiscard]] Evaluation evaluate(const TradingProblem& problem, const Trades& trades);

}  // namespace ballast
