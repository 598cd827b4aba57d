#include "drift_tangent.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ballast {

Knapsack fill_knapsack(std::span<const double> gradient, std::span<const double> lower, std::span<const double> upper,
                       double cash) {
  Knapsack out;
  double room = cash;
  std::vector<std::size_t> wanted;
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    out.product += gradient[i] * lower[i];
    room -= lower[i];
    if (gradient[i] < 0 && upper[i] > lower[i]) wanted.push_back(i);
  }
  if (room < -1e-15) return {std::numeric_limits<double>::infinity(), 0};
  double all = 0;
  for (const std::size_t i : wanted) all += upper[i] - lower[i];
  const bool scarce = all > room;
  if (scarce) {
    std::sort(wanted.begin(), wanted.end(), [&](std::size_t a, std::size_t b) { return gradient[a] < gradient[b]; });
  }
  for (const std::size_t i : wanted) {
    const double width = upper[i] - lower[i];
    const double amount = std::min(width, std::max(room, 0.0));
    out.product += gradient[i] * amount;
    room -= amount;
    if (!scarce || amount == width) continue;
    out.price = -gradient[i];
    break;
  }
  return out;
}

namespace {

// As if there were no end of cash at this price.
Knapsack fill_at_price(std::span<const double> gradient, std::span<const double> lower, std::span<const double> upper,
                       double cash, double price) {
  Knapsack out{-price * cash, price};
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    const double worth = gradient[i] + price;
    out.product += worth * (worth < 0 ? upper[i] : lower[i]);
  }
  return out;
}

}  // namespace

Knapsack fill_knapsack(std::span<const double> gradient, std::span<const double> lower, std::span<const double> upper,
                       double cash, TradingProblem::SharedCash::Kind shared, double shared_price) {
  using Kind = TradingProblem::SharedCash::Kind;
  if (shared == Kind::kPooled) return fill_at_price(gradient, lower, upper, cash, shared_price);
  if (shared == Kind::kFromAny) {
    std::vector<double> priced(gradient.begin(), gradient.end());
    for (double& slope : priced) slope += shared_price;
    const Knapsack own = fill_knapsack(priced, lower, upper, cash);
    return {own.product - shared_price * cash, own.price + shared_price};
  }
  const Knapsack own = fill_knapsack(gradient, lower, upper, cash);
  const bool is_enough = shared == Kind::kNone || (!std::isinf(own.product) && own.price <= shared_price);
  return is_enough ? own : fill_at_price(gradient, lower, upper, cash, shared_price);
}

Tangent lay_tangent(const TradingProblem& problem, const Trades& point) {
  const std::size_t n = problem.asset_count;
  std::vector<double> weight(problem.value);
  Tangent out;
  out.cash = problem.cash;
  for (std::size_t pair = 0; pair < point.size(); ++pair) {
    weight[pair % n] += point[pair];
    out.cash -= point[pair];
  }
  const double cash_off = out.cash - problem.goal[n];
  out.drift = cash_off * cash_off / problem.divisor[n];
  out.cash_price = -2 * cash_off / problem.divisor[n];
  for (std::size_t i = 0; i < n; ++i) {
    const double off = weight[i] - problem.goal[i];
    out.drift += off * off / problem.divisor[i];
    out.gradient.push_back(2 * off / problem.divisor[i] + out.cash_price);
  }
  return out;
}

}  // namespace ballast
