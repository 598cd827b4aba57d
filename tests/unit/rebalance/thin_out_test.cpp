#include "thin_out.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace ballast;

namespace {

// Two accounts, `count` assets, nothing in the way.
TradingProblem open_problem(std::size_t count) {
  TradingProblem problem;
  problem.asset_count = count;
  problem.value.assign(count, 0.2);
  problem.goal.assign(count + 1, 0.2);
  problem.divisor.assign(count + 1, 0.2);
  problem.accounts.assign(2, {0.5, 0, 0, 0});
  problem.cash = 1 - 0.2 * static_cast<double>(count);
  problem.lower.assign(2 * count, -0.2);
  problem.upper.assign(2 * count, 1.0);
  problem.step.assign(count, 0.0);
  return problem;
}

std::size_t count_trades(const Trades& trades) {
  std::size_t count = 0;
  for (const double x : trades) count += std::fabs(x) > 1e-12 ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("What one account sells and the other buys cancels out", "[rebalance]") {
  const TradingProblem problem = open_problem(2);
  // The first sells 0.1 of asset 0 to buy asset 1; the second buys 0.1 of asset 0 from its cash.
  Trades trades = {-0.1, 0.1, 0.1, 0.0};
  net_opposite_trades(problem, trades);
  CHECK(trades == Trades{0.0, 0.0, 0.0, 0.1});
}

TEST_CASE("Buys are gathered without changing a sum", "[rebalance]") {
  const TradingProblem problem = open_problem(3);
  Trades trades = {0.05, 0.10, 0.15, 0.15, 0.10, 0.05};
  gather_buys(problem, trades);
  // Each account still spends 0.3, each asset is still bought for 0.2, and at most 3 + 2 - 1 trades are left.
  CHECK(std::fabs(trades[0] + trades[1] + trades[2] - 0.3) < 1e-12);
  for (std::size_t i = 0; i < 3; ++i) CHECK(std::fabs(trades[i] + trades[i + 3] - 0.2) < 1e-12);
  CHECK(count_trades(trades) <= 4);
}

TEST_CASE("Buys stay as they are where bounds leave no other way", "[rebalance]") {
  TradingProblem problem = open_problem(2);
  problem.upper = {0.1, 0.1, 0.1, 0.1};
  const Trades before = {0.1, 0.1, 0.1, 0.1};
  Trades trades = before;
  gather_buys(problem, trades);
  for (std::size_t k = 0; k < trades.size(); ++k) CHECK(std::fabs(trades[k] - before[k]) < 1e-12);
}
