#include "drift_tangent.hpp"

#include <algorithm>
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
