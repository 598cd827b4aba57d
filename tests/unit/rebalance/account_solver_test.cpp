// The separable core against its optimality conditions and against a slow search that knows nothing of levels.
#include "account_solver.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

using namespace ballast;

namespace {

struct Data {
  std::vector<double> offset;
  std::vector<double> divisor;
  std::vector<double> lower;
  std::vector<double> upper;
  double cash;
  double cash_excess;
  double cash_divisor;

  [[nodiscard]] AccountProblem problem(const std::vector<double>& buy_cash,
                                       const std::vector<double>& sell_cash) const {
    return {offset, divisor, lower, upper, buy_cash, sell_cash, cash, cash_excess, cash_divisor};
  }
  [[nodiscard]] double objective(const std::vector<double>& x) const {
    double use = 0;
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      use += x[i];
      sum += (offset[i] + x[i]) * (offset[i] + x[i]) / divisor[i];
    }
    return sum + (cash_excess - use) * (cash_excess - use) / cash_divisor;
  }
};

std::vector<double> solved(const Data& data, double rate = 0) {
  std::vector<double> x(data.offset.size());
  const std::vector<double> buy_cash(x.size(), 1 + rate);
  const std::vector<double> sell_cash(x.size(), 1 - rate);
  AccountLevel level;
  REQUIRE(solve_account(data.problem(buy_cash, sell_cash), level, x));
  return x;
}

// A small generator of doubles in 0 … 1, so that the cases are the same everywhere.
double next_unit(std::uint64_t& state) {
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  return static_cast<double>(state >> 11U) / 9007199254740992.0;
}

}  // namespace

TEST_CASE("Without bounds every weight meets its goal", "[rebalance]") {
  // 60 % and 20 % held, 20 % cash; wanted 50, 40, 10: sell 0.1, buy 0.2, and cash ends at its goal by itself.
  const Data data{{0.1, -0.2}, {0.5, 0.4}, {-1, -1}, {1, 1}, 0.2, 0.1, 0.1};
  const std::vector<double> x = solved(data);
  CHECK(std::fabs(x[0] + 0.1) < 1e-15);
  CHECK(std::fabs(x[1] - 0.2) < 1e-15);
}

TEST_CASE("Scarce cash is placed by Mao's rule", "[rebalance]") {
  // Nothing may be sold and 0.1 of cash (goal 0) is spent: values 0.5, 0.3, 0.1 of goals 0.4, 0.4, 0.2. Placing it all
  // in the third brings it to the ratio 1 = 0.2/0.2, above the second's 0.3/0.4, so both are brought to the level
  // (0.3 + 0.1 + 0.1) / (0.4 + 0.2) = 5/6: buys of 1/30 and 1/15.
  const Data data{{0.1, -0.1, -0.1}, {0.4, 0.4, 0.2}, {0, 0, 0}, {1, 1, 1}, 0.1, 0.1, 1e-9};
  const std::vector<double> x = solved(data);
  CHECK(x[0] == 0);
  CHECK(std::fabs(x[1] - 1.0 / 30) < 1e-9);
  CHECK(std::fabs(x[2] - 1.0 / 15) < 1e-9);
}

TEST_CASE("A fee leaves alone what it would cost more than it brings", "[rebalance]") {
  // Cash is worth 0.5 a unit here (0.05 short of its goal over 0.1), the asset 0.498 (0.249 over 0.5). A sale brings
  // cash for it, but at a fee of 1 % only 0.495 of worth for a unit of the asset.
  const Data data{{-0.249}, {0.5}, {-1}, {1}, 0.0, -0.05, 0.1};
  CHECK(solved(data)[0] < 0);
  CHECK(solved(data, 0.01)[0] == 0);
}

TEST_CASE("Each asset pays its own costs", "[rebalance]") {
  // Two alike, each 0.01 above its goal; cash is 0.02 short. Free of costs each would be sold. What the second loses
  // on the way, a tenth, is more than its worth in cash: only the first is sold.
  const Data data{{0.01, 0.01}, {0.5, 0.5}, {-1, -1}, {1, 1}, 0.0, -0.02, 0.1};
  CHECK(solved(data)[1] < 0);
  const std::vector<double> buy_cash = {1, 1.9};
  const std::vector<double> sell_cash = {1, 0.1};
  std::vector<double> x(2);
  AccountLevel level;
  REQUIRE(solve_account(data.problem(buy_cash, sell_cash), level, x));
  CHECK(x[0] < 0);
  CHECK(x[1] < 0);
  CHECK(x[1] > x[0]);
}

TEST_CASE("What cannot be raised is said", "[rebalance]") {
  const Data data{{0.1}, {1}, {-0.2}, {0}, -0.3, -0.3, 0.1};
  std::vector<double> x(1);
  AccountLevel level;
  const std::vector<double> one = {1};
  CHECK_FALSE(solve_account(data.problem(one, one), level, x));
}

TEST_CASE("No nearby exchange of two trades is better than the solution", "[rebalance]") {
  std::uint64_t state = 7;
  for (int round = 0; round < 2000; ++round) {
    Data data;
    const auto count = static_cast<std::size_t>(1 + 6 * next_unit(state));
    for (std::size_t i = 0; i < count; ++i) {
      data.offset.push_back(next_unit(state) - 0.5);
      data.divisor.push_back(0.01 + next_unit(state));
      data.lower.push_back(next_unit(state) < 0.3 ? 0 : -next_unit(state));
      data.upper.push_back(next_unit(state) < 0.3 ? 0 : next_unit(state));
    }
    data.cash = next_unit(state) * 0.5;
    data.cash_excess = next_unit(state) - 0.5;
    data.cash_divisor = 0.01 + next_unit(state);
    const std::vector<double> x = solved(data);
    double use = 0;
    for (std::size_t i = 0; i < count; ++i) {
      CHECK(x[i] >= data.lower[i]);
      CHECK(x[i] <= data.upper[i]);
      use += x[i];
    }
    CHECK(use <= data.cash + 1e-12);
    // By convexity it is enough to try small moves of one trade against cash and of two against each other.
    const double best = data.objective(x);
    const double step = 1e-4;
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j <= count; ++j) {
        for (const double sign : {step, -step}) {
          std::vector<double> y = x;
          y[i] += sign;
          if (j < count && j != i) y[j] -= sign;
          const double used = use + (j < count && j != i ? 0 : sign);
          bool allowed = used <= data.cash;
          for (std::size_t k = 0; k < count; ++k) allowed = allowed && y[k] >= data.lower[k] && y[k] <= data.upper[k];
          if (allowed) CHECK(data.objective(y) >= best - 1e-12);
        }
      }
    }
  }
}
