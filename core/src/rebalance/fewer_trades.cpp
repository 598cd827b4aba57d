#include "fewer_trades.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "drop_useless.hpp"
#include "relaxation.hpp"
#include "whole_steps.hpp"

namespace ballast {
namespace {

constexpr std::size_t kSingly = 40;  // trades that are left out one by one
constexpr std::size_t kTenth = 10;   // of more, so much of them goes at once
constexpr std::size_t kTried = 4;    // ways on from a plan that are worked out, where there are many
constexpr std::size_t kAllTried = 12;
constexpr std::size_t kPairsForTries = 3'000;  // of more, the first way that keeps the rules is taken
constexpr int kSubsetSweeps = 15;

using Pairs = std::vector<std::size_t>;

class Elimination {
 public:
  Elimination(const TradingProblem& problem, const Trades& trades)
      : problem_(problem), only_(problem), trades_(trades) {}

  [[nodiscard]] std::vector<Trades> run() {
    std::vector<Trades> out;
    while (optional().size() > kSingly && leave_smallest()) out.push_back(trades_);
    while (step()) out.push_back(trades_);
    return out;
  }

 private:
  // Trades that the bounds do not demand.
  [[nodiscard]] Pairs optional() const {
    Pairs out;
    for (std::size_t pair = 0; pair < trades_.size(); ++pair) {
      if (trades_[pair] != 0 && problem_.lower[pair] <= 0 && problem_.upper[pair] >= 0) out.push_back(pair);
    }
    return out;
  }

  // The tenth that moves the least, weighed by what a move costs.
  bool leave_smallest() {
    Pairs pairs = optional();
    const auto weight = [&](std::size_t pair) {
      return std::fabs(trades_[pair]) / std::sqrt(problem_.divisor[pair % problem_.asset_count]);
    };
    std::stable_sort(pairs.begin(), pairs.end(), [&](std::size_t a, std::size_t b) { return weight(a) < weight(b); });
    pairs.resize(std::min(pairs.size() / kTenth, pairs.size() - kSingly));
    std::optional<Trades> found = without(pairs);
    if (!found) return false;
    trades_ = *std::move(found);
    return true;
  }

  bool step() {
    std::vector<std::pair<double, std::size_t>> by_loss;
    for (const std::size_t pair : optional()) {
      Trades rest(trades_);
      rest[pair] = 0;
      by_loss.emplace_back(evaluate(problem_, rest).drift, pair);
    }
    std::sort(by_loss.begin(), by_loss.end());
    std::size_t tried = by_loss.size() <= kAllTried ? by_loss.size() : kTried;
    if (trades_.size() > kPairsForTries) tried = 1;
    std::optional<Trades> best;
    double least = 0;
    for (std::size_t k = 0; k < by_loss.size() && (k < tried || !best); ++k) {
      std::optional<Trades> found = without({by_loss[k].second});
      if (!found) continue;
      const double drift = evaluate(problem_, *found).drift;
      if (best && drift >= least) continue;
      best = std::move(found);
      least = drift;
    }
    if (!best) return false;
    trades_ = *std::move(best);
    return true;
  }

  // The best plan found whose trades are among those there are, but for `left`; nothing where none keeps the rules.
  std::optional<Trades> without(const Pairs& left) {
    for (std::size_t pair = 0; pair < trades_.size(); ++pair) {
      const bool stays = trades_[pair] != 0;
      only_.lower[pair] = stays ? problem_.lower[pair] : std::max(problem_.lower[pair], 0.0);
      only_.upper[pair] = stays ? problem_.upper[pair] : std::min(problem_.upper[pair], 0.0);
    }
    for (const std::size_t pair : left) only_.lower[pair] = only_.upper[pair] = 0;
    const Relaxation relaxed = relax_with_fees(only_, kSubsetSweeps);
    if (!relaxed.feasible) return std::nullopt;
    Trades found = round_to_whole_steps(only_, relaxed.trades);
    drop_useless_trades(only_, found);
    if (is_overdrawn(evaluate(problem_, found))) return std::nullopt;
    return found;
  }

  const TradingProblem& problem_;
  TradingProblem only_;  // with the bounds of what is left
  Trades trades_;
};

}  // namespace

std::vector<Trades> fewer_trades(const TradingProblem& problem, const Trades& trades) {
  return Elimination(problem, trades).run();
}

}  // namespace ballast
