#include "drift_lower_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "fee_range.hpp"

namespace ballast {
namespace {

// Rounding errors of the sums, a generous hundred of them: a bound that is too low is still a bound.
constexpr double kRounding = 1e-14;

// min gradient . x  subject to  lower <= x <= upper, sum x <= cash: sell everything, then buy back what is worth most.
double least_product(std::span<const double> gradient, std::span<const double> lower, std::span<const double> upper,
                     double cash) {
  double product = 0;
  double room = cash;
  std::vector<std::size_t> wanted;
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    product += gradient[i] * lower[i];
    room -= lower[i];
    if (gradient[i] < 0 && upper[i] > lower[i]) wanted.push_back(i);
  }
  if (room < -1e-15) return std::numeric_limits<double>::infinity();
  double all = 0;
  for (const std::size_t i : wanted) all += upper[i] - lower[i];
  if (all > room) {
    std::sort(wanted.begin(), wanted.end(), [&](std::size_t a, std::size_t b) { return gradient[a] < gradient[b]; });
  }
  for (const std::size_t i : wanted) {
    const double amount = std::min(upper[i] - lower[i], std::max(room, 0.0));
    product += gradient[i] * amount;
    room -= amount;
  }
  return product;
}

}  // namespace

double drift_lower_bound(const TradingProblem& problem, const Trades& point) {
  const std::size_t n = problem.asset_count;
  std::vector<double> weight(problem.value);
  double cash = problem.cash;
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
    for (std::size_t i = 0; i < n; ++i) {
      weight[i] += point[a * n + i];
      cash -= point[a * n + i];
    }
  }
  double drift = 0;
  std::vector<double> gradient(n);
  const double cash_off = cash - problem.goal[n];
  drift += cash_off * cash_off / problem.divisor[n];
  for (std::size_t i = 0; i < n; ++i) {
    const double off = weight[i] - problem.goal[i];
    drift += off * off / problem.divisor[i];
    gradient[i] = 2 * off / problem.divisor[i] - 2 * cash_off / problem.divisor[n];
  }
  double bound = drift;
  double size = drift;
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
    const std::span<const double> here = std::span(point).subspan(a * n, n);
    const double least = least_product(gradient, problem.lower_of(a), problem.upper_of(a), problem.accounts[a].cash);
    const double there = std::inner_product(gradient.begin(), gradient.end(), here.begin(), 0.0);
    bound += least - there;
    size += std::fabs(least) + std::fabs(there);
  }
  return std::max(bound - kRounding * size, 0.0);
}

TradingProblem widen_for_fees(const TradingProblem& problem, double least_total, double most_total) {
  const std::size_t n = problem.asset_count;
  TradingProblem wide = problem;
  // The same amount is a larger share of a smaller total; which end of a range that moves depends on its sign.
  const auto smallest = [&](double amount) { return amount / (amount < 0 ? least_total : most_total); };
  const auto largest = [&](double amount) { return amount / (amount > 0 ? least_total : most_total); };
  std::transform(wide.lower.begin(), wide.lower.end(), wide.lower.begin(), smallest);
  std::transform(wide.upper.begin(), wide.upper.end(), wide.upper.begin(), largest);
  for (std::size_t a = 0; a < wide.accounts.size(); ++a) {
    wide.accounts[a] = {largest(problem.accounts[a].cash - fees_of_account(problem, a).least), 0, 0, 0};
  }
  TradingProblem::AccountTerms shrinkage;
  wide.cash = 1;
  for (std::size_t i = 0; i < n; ++i) {
    wide.value[i] = problem.value[i] / most_total;
    wide.cash -= wide.value[i];
    const double growth = problem.value[i] * (1 / least_total - 1 / most_total);
    shrinkage.cash += growth;
    wide.lower.push_back(0);
    wide.upper.push_back(growth);
  }
  wide.accounts.push_back(shrinkage);
  return wide;
}

}  // namespace ballast
