#include "least_cost.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "cost_program.hpp"

namespace ballast {
namespace {

constexpr int kPricings = 4;
constexpr double kMostWork = 5e8;  // of linear programs: less than a second
constexpr int kAtOnce = 8;
constexpr std::size_t kMostPairs = 1'000;
constexpr int kSizings = 200;      // trades that are brought to a permitted size, at most
constexpr double kTraded = 1e-10;  // less is none
constexpr double kOnStep = 1e-6;   // of a step

class LeastCostSearch {
 public:
  LeastCostSearch(const BandLimits& limits, const TradingProblem& problem, const TaxedSales& taxed)
      : problem_(problem),
        moves_(moves_by_cost(limits, problem)),
        program_(limits, problem, taxed, moves_),
        has_to_move_(limits.outside),
        sells_(problem.pair_count()),
        buys_(problem.pair_count()),
        sized_(problem.pair_count()) {
    for (std::size_t pair = 0; pair < problem.pair_count(); ++pair) open(pair);
  }

  [[nodiscard]] std::optional<LeastCost> find() {
    std::optional<CheapTrades> found = program_.solve(sells_, buys_);
    if (!found) return std::nullopt;
    go_one_way(*found);
    price_by_size(*found);
    bring_to_size(*found);
    agree(*found);
    join(*found);
    if (has_wrong_size(found->trades)) return std::nullopt;
    return led_to(std::move(found->trades));
  }

 private:
  // An asset that is above its range is not bought, one below it sold only where an account has to raise cash.
  void open(std::size_t pair) {
    const std::size_t i = pair % problem_.asset_count;
    const double weight = problem_.value[i];
    const bool overdrawn = problem_.accounts[pair / problem_.asset_count].cash < 0;
    sells_[pair] = buys_[pair] = {};
    if (weight > moves_[i].low || overdrawn) sells_[pair].most = -problem_.lower[pair];
    // What is harvested.
    sells_[pair].least = std::max(0.0, -problem_.upper[pair]);
    if (weight < moves_[i].high) buys_[pair].most = std::max(0.0, problem_.upper[pair]);
    if (sells_[pair].most > 0) sells_[pair].price = price_of(pair, -sells_[pair].most);
    if (buys_[pair].most > 0) buys_[pair].price = price_of(pair, buys_[pair].most);
  }

  [[nodiscard]] double price_of(std::size_t pair, double x) const { return problem_.charge_of(pair, x) / std::fabs(x); }

  // What is both bought and sold is only moved about, unless cash has to be raised where it is.
  void go_one_way(CheapTrades& found) {
    const std::size_t n = problem_.asset_count;
    const std::vector<TradeTerms> sells = sells_;
    const std::vector<TradeTerms> buys = buys_;
    bool any = false;
    for (std::size_t i = 0; i < n; ++i) {
      double sold = 0;
      double bought = 0;
      for (std::size_t pair = i; pair < problem_.pair_count(); pair += n) {
        sold += std::max(0.0, -found.trades[pair]);
        bought += std::max(0.0, found.trades[pair]);
      }
      if (sold < kTraded || bought < kTraded) continue;
      any = true;
      for (std::size_t pair = i; pair < problem_.pair_count(); pair += n) {
        (sold > bought ? buys_ : sells_)[pair].most = 0;
      }
    }
    if (!any) return;
    if (std::optional<CheapTrades> once = program_.solve(sells_, buys_)) {
      found = *std::move(once);
    } else {
      sells_ = sells;
      buys_ = buys;
    }
  }

  // What a unit costs at the size it has, until that changes nothing.
  void price_by_size(CheapTrades& found) {
    double least = true_cost(found);
    CheapTrades tried = found;
    for (int round = 0; round < kPricings && program_.work() < kMostWork / 8; ++round) {
      if (!price(tried.trades)) break;
      std::optional<CheapTrades> next = program_.solve(sells_, buys_);
      if (!next) break;
      tried = *std::move(next);
      const double cost = true_cost(tried);
      if (cost > least && round > 0) continue;
      least = cost;
      found = tried;
    }
    agree(found);
  }

  // Prices and sizes that belong together, or an account would lack what it pays in fees.
  void agree(CheapTrades& found) {
    for (int round = 0; round < kPricings && price(found.trades); ++round) {
      std::optional<CheapTrades> next = program_.solve(sells_, buys_);
      if (!next) return;
      found = *std::move(next);
    }
  }

  // Tax as the program has it; of a trade what its size costs.
  [[nodiscard]] double true_cost(const CheapTrades& found) const {
    double cost = found.cost;
    for (std::size_t pair = 0; pair < found.trades.size(); ++pair) {
      const double x = found.trades[pair];
      if (x == 0) continue;
      cost += problem_.charge_of(pair, x) - std::fabs(x) * (x < 0 ? sells_ : buys_)[pair].price;
    }
    return cost;
  }

  bool price(const Trades& trades) {
    bool any = false;
    for (std::size_t pair = 0; pair < trades.size(); ++pair) {
      const double x = trades[pair];
      if (std::fabs(x) < kTraded) continue;
      double& here = (x < 0 ? sells_ : buys_)[pair].price;
      // What is smaller than any permitted size has the price of that: a fixed fee may be more than a part of it
      // brings.
      const double now = price_of(pair, std::copysign(std::max(std::fabs(x), smallest_size(pair, x)), x));
      any = any || std::fabs(now - here) > 1e-9;
      here = now;
    }
    return any;
  }

  [[nodiscard]] double smallest_size(std::size_t pair, double x) const {
    const std::size_t i = pair % problem_.asset_count;
    const double least = problem_.least_trade(pair, x);
    if (!problem_.is_coarse(i)) return least;
    const double step = problem_.step[i];
    return std::max(1.0, std::ceil(least / step - kOnStep)) * step;
  }

  void bring_to_size(CheapTrades& found) {
    for (int round = 0; round < kSizings; ++round) {
      const std::optional<std::size_t> pair = worst_size(found.trades);
      if (!pair) return;
      if (program_.work() > kMostWork) return;
      if (program_.work() > kMostWork / 8 && bring_several_to_size(found)) continue;
      sized_[*pair] = true;
      price(found.trades);
      const double x = found.trades[*pair];
      std::vector<TradeTerms>& terms = x < 0 ? sells_ : buys_;
      const TradeTerms before = terms[*pair];
      std::optional<CheapTrades> best;
      TradeTerms chosen = before;
      for (const double size : sizes_around(*pair, x)) {
        if (size > before.most + kTraded) continue;
        terms[*pair] = {size, size, size > 0 ? price_of(*pair, std::copysign(size, x)) : before.price};
        std::optional<CheapTrades> next = program_.solve(sells_, buys_);
        if (!next || (best && next->cost >= best->cost)) continue;
        best = std::move(next);
        chosen = terms[*pair];
      }
      terms[*pair] = chosen;
      if (best) found = *std::move(best);
    }
  }

  // A trade that another account could make as well is left out where the rest is then no dearer: on whole steps the
  // last one may have gone to the wrong account.
  void join(CheapTrades& found) {
    for (std::size_t pair = 0; pair < problem_.pair_count(); ++pair) {
      if (program_.work() > kMostWork / 8) return;
      if (!is_shared(found.trades, pair)) continue;
      const std::vector<TradeTerms> sells = sells_;
      const std::vector<TradeTerms> buys = buys_;
      const std::vector<bool> sized = sized_;
      reopen(pair % problem_.asset_count);
      (found.trades[pair] < 0 ? sells_ : buys_)[pair] = {};
      std::optional<CheapTrades> without = program_.solve(sells_, buys_);
      if (without) {
        bring_to_size(*without);
        agree(*without);
      }
      if (without && without->cost <= found.cost && !worst_size(without->trades)) {
        found = *std::move(without);
      } else {
        sells_ = sells;
        buys_ = buys;
        sized_ = sized;
      }
    }
  }

  [[nodiscard]] bool is_shared(const Trades& trades, std::size_t pair) const {
    const std::size_t n = problem_.asset_count;
    const bool has_to_be = problem_.upper[pair] < 0;
    if (has_to_be || std::fabs(trades[pair]) < kTraded || !problem_.is_coarse(pair % n)) return false;
    for (std::size_t other = pair % n; other < trades.size(); other += n) {
      if (other != pair && trades[other] * trades[pair] > 0) return true;
    }
    return false;
  }

  // The trades of one asset, to be brought to size anew.
  void reopen(std::size_t asset) {
    for (std::size_t pair = asset; pair < problem_.pair_count(); pair += problem_.asset_count) {
      if (!sized_[pair]) continue;
      sized_[pair] = false;
      open(pair);
    }
  }

  // What has to move to the next size above, other trades to the one below, as long as that leaves a way.
  bool bring_several_to_size(CheapTrades& found) {
    const std::vector<TradeTerms> sells = sells_;
    const std::vector<TradeTerms> buys = buys_;
    const std::vector<bool> sized = sized_;
    price(found.trades);
    for (int several = 0; several < kAtOnce; ++several) {
      const std::optional<std::size_t> pair = worst_size(found.trades);
      if (!pair) break;
      sized_[*pair] = true;
      const double x = found.trades[*pair];
      TradeTerms& terms = (x < 0 ? sells_ : buys_)[*pair];
      const std::vector<double> sizes = sizes_around(*pair, x);
      const double size = has_to_move_[*pair % problem_.asset_count] && sizes[1] <= terms.most ? sizes[1] : sizes[0];
      terms = {size, size, size > 0 ? price_of(*pair, std::copysign(size, x)) : terms.price};
    }
    std::optional<CheapTrades> next = program_.solve(sells_, buys_);
    if (next) {
      found = *std::move(next);
      return true;
    }
    sells_ = sells;
    buys_ = buys;
    sized_ = sized;
    return false;
  }

  // The permitted sizes below and above; below may be none.
  [[nodiscard]] std::vector<double> sizes_around(std::size_t pair, double x) const {
    const std::size_t i = pair % problem_.asset_count;
    const double size = std::fabs(x);
    double least = problem_.least_trade(pair, x);
    if (!problem_.is_coarse(i)) return {0.0, least};
    const double step = problem_.step[i];
    least = std::ceil(least / step - kOnStep) * step;
    const double below = std::floor(size / step) * step;
    return {below < least ? 0.0 : below, std::max(least, (std::floor(size / step) + 1) * step)};
  }

  // How far a trade is from any permitted size.
  [[nodiscard]] double off_size(std::size_t pair, double x) const {
    const std::size_t i = pair % problem_.asset_count;
    const double size = std::fabs(x);
    if (size < kTraded) return 0;
    double off = problem_.is_large_enough(pair, x) ? 0 : size;
    if (problem_.is_coarse(i)) {
      const double steps = size / problem_.step[i];
      const double part = std::fabs(steps - std::nearbyint(steps));
      if (part > kOnStep) off = std::max(off, part * problem_.step[i]);
    }
    return off;
  }

  [[nodiscard]] bool has_wrong_size(const Trades& trades) const {
    for (std::size_t pair = 0; pair < trades.size(); ++pair) {
      if (off_size(pair, trades[pair]) > 0) return true;
    }
    return false;
  }

  // The trade that is furthest from any permitted size.
  [[nodiscard]] std::optional<std::size_t> worst_size(const Trades& trades) const {
    std::optional<std::size_t> worst;
    double most = 0;
    for (std::size_t pair = 0; pair < trades.size(); ++pair) {
      const double off = sized_[pair] ? 0 : off_size(pair, trades[pair]);
      if (off <= most) continue;
      most = off;
      worst = pair;
    }
    return worst;
  }

  [[nodiscard]] LeastCost led_to(Trades trades) const {
    LeastCost out{problem_.value, std::move(trades)};
    double charges = 0;
    for (std::size_t pair = 0; pair < out.trades.size(); ++pair) {
      if (out.trades[pair] == 0) continue;
      charges += problem_.charge_of(pair, out.trades[pair]);
      out.goals[pair % problem_.asset_count] += out.trades[pair];
    }
    double cash = 1;
    for (double& goal : out.goals) {
      goal /= 1 - charges;
      cash -= goal;
    }
    out.goals.push_back(cash);
    return out;
  }

  const TradingProblem& problem_;
  std::vector<WeightRange> moves_;
  CostProgram program_;
  const std::vector<bool>& has_to_move_;
  std::vector<TradeTerms> sells_;
  std::vector<TradeTerms> buys_;
  std::vector<bool> sized_;
};

}  // namespace

std::optional<LeastCost> find_least_cost(const BandLimits& limits, const TradingProblem& problem,
                                         const TaxedSales& taxed) {
  if (problem.pair_count() > kMostPairs) return std::nullopt;
  return LeastCostSearch(limits, problem, taxed).find();
}

}  // namespace ballast
