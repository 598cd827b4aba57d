// The linear program of trades that bring everything inside its bands with the least tax, spreads and fees.
//
//   minimise    sum (k^s_ai s_ai + k^b_ai b_ai) + tax + a trifle per unit moved
//   subject to  c_a + sum_i ((1 - k^s_ai) s_ai - (1 + k^b_ai) b_ai) >= 0          for every account, and with what
//               accounts share as TradingProblem::SharedCash says
//               T = 1 - sum (k^s s + k^b b)
//               low_i T <= v_i + sum_a (b_ai - s_ai) <= high_i T                   assets, cash, classes with a band
//               0 <= s_ai <= -l_ai,  0 <= b_ai <= u_ai
//
// s sales, in parts of rising tax per unit (taxed_sales.hpp), and b buys. The k are what a unit of each trade costs,
// and are the caller's to choose: where a fee has a fixed part they depend on the size of the trade.
//
// For a bound, with the least that a unit can cost, there is e >= 0 besides, what is paid beyond that: T and all cash
// are less by e, and it adds (1 - highest rate) e, as it may be taken off gains. Without the trifle, and with no room
// inside the edges.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ballast/optimize/linear_program.hpp"
#include "band_limits.hpp"
#include "taxed_sales.hpp"
#include "trading_problem.hpp"

namespace ballast {

/// Between which sizes a trade may be, and what a unit of it costs.
struct TradeTerms {
  double least = 0;
  double most = 0;
  double price = 0;
};

struct CheapTrades {
  Trades trades;
  double cost = 0;  ///< tax, spreads and fees, shares of T0
};

/// Where costs decide, where each asset, then cash, may be led: an account that has to raise cash may sell what has no
/// band as far as it has to.
[[nodiscard]] std::vector<WeightRange> moves_by_cost(const BandLimits& limits, const TradingProblem& problem);

class CostProgram {
 public:
  enum class Purpose : std::uint8_t { kPlan, kBound };

  /// `moves`: where each asset, then cash, may be led.
  CostProgram(const BandLimits& limits, const TradingProblem& problem, const TaxedSales& taxed,
              const std::vector<WeightRange>& moves, Purpose purpose = Purpose::kPlan);

  /// Nothing where bands cannot all be kept. `sells` and `buys` are laid out as the problem's bounds.
  [[nodiscard]] std::optional<CheapTrades> solve(const std::vector<TradeTerms>& sells,
                                                 const std::vector<TradeTerms>& buys);

  /// What the last solution's program cannot go below, by its dual: share of T0.
  [[nodiscard]] double lower_bound() const;

  /// Of all solutions so far: about so many operations.
  [[nodiscard]] double work() const { return work_; }

 private:
  /// A part of a trade.
  struct Variable {
    std::size_t pair;
    double side;  ///< -1 sold, 1 bought
    double price;
    const SalePart* part;  ///< of a sale that is taxed
    bool first = true;     ///< of its parts
  };
  /// One coefficient per variable, and what there is without trades.
  struct Sum {
    std::vector<double> coefficients;
    double fixed = 0;
  };

  [[nodiscard]] std::optional<CheapTrades> solve_watched(const std::vector<TradeTerms>& sells,
                                                         const std::vector<TradeTerms>& buys);
  /// Whether an asset that had no row needs one.
  [[nodiscard]] bool watch_more(const Trades& trades);
  void add_trades(std::size_t pair, const TradeTerms& sell, const TradeTerms& buy);
  void add_variable(double least, double most, double cost);
  void add_trade(const Variable& variable, double least, double most);
  void add_taxes();
  void keep_cash_covered(std::size_t lent);
  void bound_moves(std::size_t asset);
  void keep(const Sum& sum, const WeightRange& range);
  void add_row(const std::vector<double>& coefficients, double least, double most);
  [[nodiscard]] Sum value_of(std::size_t asset) const;
  [[nodiscard]] Sum cash_of_all() const;
  [[nodiscard]] double cash_per_unit(const Variable& variable) const { return -variable.side - variable.price; }
  [[nodiscard]] std::size_t total() const { return variables_.size(); }
  [[nodiscard]] std::size_t beyond() const { return variables_.size() + 1; }
  [[nodiscard]] bool is_bound() const { return purpose_ == Purpose::kBound; }

  const BandLimits& limits_;
  const TradingProblem& problem_;
  const TaxedSales& taxed_;
  const std::vector<WeightRange>& moves_;
  Purpose purpose_;
  std::vector<double> excess_;  ///< (v_i - t_i) / d_i, of order 1
  double room_ = 0;             ///< how far inside the edges
  std::vector<bool> watched_;   ///< assets with rows: most are far from where trades could take them too far
  double work_ = 0;
  LinearProgram program_;
  std::vector<double> row_prices_;   ///< of the last solution
  std::vector<Variable> variables_;  ///< then T and e, then the U_k of taxed_sales.hpp, then what shared cash lends
};

}  // namespace ballast
