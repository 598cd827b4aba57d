#include "thin_out.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace ballast {
namespace {

constexpr double kNothing = 1e-14;  // shares of the total: what is left of a sum after its parts are taken off

std::vector<std::size_t> dearest_first(const TradingProblem& problem) {
  std::vector<std::size_t> order(problem.accounts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return problem.accounts[a].opening_fee() > problem.accounts[b].opening_fee();
  });
  return order;
}

}  // namespace

void net_opposite_trades(const TradingProblem& problem, Trades& trades) {
  const std::size_t n = problem.asset_count;
  const std::size_t m = problem.accounts.size();
  for (std::size_t asset = 0; asset < n; ++asset) {
    for (std::size_t seller = 0; seller < m; ++seller) {
      for (std::size_t buyer = 0; buyer < m && trades[seller * n + asset] < 0; ++buyer) {
        double& sold = trades[seller * n + asset];
        double& bought = trades[buyer * n + asset];
        if (bought <= 0) continue;
        // What the seller buys with the proceeds, the buyer buys instead.
        for (std::size_t other = 0; other < n && sold < 0 && bought > 0; ++other) {
          double& given = trades[seller * n + other];
          double& taken = trades[buyer * n + other];
          if (other == asset || given <= 0) continue;
          const double moved = std::min({-sold, bought, given, problem.upper[buyer * n + other] - taken});
          if (moved <= 0) continue;
          sold += moved;
          bought -= moved;
          given -= moved;
          taken += moved;
        }
        // What is left of it the seller only turned into cash, and the buyer only from cash.
        if (sold < 0 && bought > 0) {
          const double spare = continuous_cash_after(problem, seller, trades);
          const double moved = std::min({-sold, bought, std::max(0.0, spare)});
          sold += moved;
          bought -= moved;
        }
      }
    }
  }
}

void gather_buys(const TradingProblem& problem, Trades& trades) {
  const std::size_t n = problem.asset_count;
  std::vector<double> wanted(n);
  std::vector<double> budget(problem.accounts.size());
  Trades out(trades);
  for (std::size_t pair = 0; pair < trades.size(); ++pair) {
    if (trades[pair] <= 0) continue;
    if (problem.lower[pair] > 0) return;
    wanted[pair % n] += trades[pair];
    budget[pair / n] += trades[pair];
    out[pair] = 0;
  }
  std::vector<std::size_t> assets;
  for (std::size_t i = 0; i < n; ++i) {
    if (wanted[i] > 0) assets.push_back(i);
  }
  for (const std::size_t a : dearest_first(problem)) {
    if (budget[a] <= 0) continue;
    const auto held = [&](std::size_t i) { return problem.lower[a * n + i] < 0; };
    std::stable_sort(assets.begin(), assets.end(), [&](std::size_t i, std::size_t j) {
      return held(i) != held(j) ? held(i) : wanted[i] > wanted[j];
    });
    for (const std::size_t i : assets) {
      if (budget[a] <= 0) break;
      const std::size_t pair = a * n + i;
      if (out[pair] < 0 || wanted[i] <= 0) continue;
      const double amount = std::min({wanted[i], budget[a], problem.upper[pair]});
      if (amount <= 0) continue;
      out[pair] += amount;
      wanted[i] = wanted[i] - amount < kNothing ? 0 : wanted[i] - amount;
      budget[a] = budget[a] - amount < kNothing ? 0 : budget[a] - amount;
    }
    if (budget[a] > 0) return;  // nothing left that this account may buy
  }
  trades = std::move(out);
}

}  // namespace ballast
