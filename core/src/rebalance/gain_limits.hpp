// A budget for gains that are taxed, as bounds of sales.
//
//   G(x) = gains - losses of all lots that the sales of x take, where their rate is above 0, in shares of T0
//   minimise D  subject to  G <= budget
//
// With a price for gains every sale goes on as long as it takes more off D than its gains cost: lots are pieces of a
// sale, each with its gain per unit. The price is where G meets the budget, found by halving; what is then sold bounds
// the sale of each holding, so that whatever is searched for within these bounds keeps the budget. Where lots do not go
// in the order of their gains, the convex envelope of G decides, and G itself is what is counted.
//
// The same price proves a bound (H. Everett 1963): D >= D + price (G - budget) for every plan within the budget, and
// the right side is bounded by a tangent and a knapsack in which lots are items of their own.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ballast/rebalance/request.hpp"
#include "build_problem.hpp"
#include "sale_pieces.hpp"

namespace ballast {

class GainLimits {
 public:
  /// The problem without a budget. What is harvested is sold in any case.
  GainLimits(const Portfolio& portfolio, const PlanRequest& request, const TradingProblem& problem, double total,
             std::span<const HarvestedSale> harvested);

  /// The problem with sales bounded so that G is at most `budget`, a share of T0, in different ways to make felt steps
  /// whole; the first is mostly the best. Unless losses count, gains alone are: then less than all of a bounded sale
  /// keeps the budget too. What an overdrawn account has to sell it may.
  [[nodiscard]] std::vector<TradingProblem> within(double budget, bool losses_count);

  /// Lower bound of D over all plans within the budget that pay at most `cost_limit`, by the last price.
  [[nodiscard]] double lower_bound(double budget, double cost_limit) const;

 private:
  struct Sale {
    std::size_t pair = 0;
    SalePieces pieces;     ///< in the order in which lots go; all that may be sold
    SalePieces envelope;   ///< rising gains: the largest convex G below the true one
    SalePieces of_gains;   ///< the same where losses do not count; empty until that is asked for
    double least = 0;      ///< what has to be sold, by whatever way
    double harvested = 0;  ///< of that for the loss alone
  };

  void add_sale(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account, const Holding& holding,
                double total);
  void note_what_has_to_go();
  /// What is known at some trades: the gradient of D and what is sold, by asset, and the price of cash by account.
  struct Marginals {
    std::vector<double> gradient;
    std::vector<double> sold;
    std::vector<double> cash_prices;
  };
  [[nodiscard]] static SalePieces envelope_of(const SalePieces& pieces, bool losses_count);
  [[nodiscard]] std::vector<double> sales_at(double price, const Marginals& at, bool losses_count) const;
  [[nodiscard]] double gains_of(const std::vector<double>& sales, bool losses_count) const;
  /// Which sales get a step more where the budget allows it.
  enum class MoreOf : std::uint8_t { kCutMost, kGainsLeast, kGainsMost };
  [[nodiscard]] std::vector<double> in_steps(const std::vector<double>& sales, double budget, bool losses_count,
                                             MoreOf more_of) const;
  [[nodiscard]] TradingProblem bounded_by(const std::vector<double>& sales) const;

  const TradingProblem& problem_;
  std::vector<Sale> sales_;                         ///< of accounts that are taxed
  std::vector<std::vector<std::size_t>> of_asset_;  ///< indices of sales_, by asset
  std::vector<double> limits_;                      ///< the last, one per sale
  Trades point_;                                    ///< the last continuous optimum
  double price_ = 0;                                ///< the last: D per unit of gain
};

}  // namespace ballast
