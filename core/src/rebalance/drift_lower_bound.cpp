#include "drift_lower_bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "charge_range.hpp"
#include "drift_tangent.hpp"

namespace ballast {
namespace {

// Rounding errors of the sums, a generous hundred of them: a bound that is too low is still a bound.

// One asset at given prices of cash: the least of (w - g)^2 / d + sum_a price_a x_a over its whole steps.
class PricedAsset {
 public:
  PricedAsset(const WideProblem& wide, std::size_t asset, const std::vector<std::size_t>& by_price,
              const std::vector<double>& prices)
      : wide_(wide), asset_(asset), by_price_(by_price), prices_(prices) {
    least_ = wide.problem.value[asset];
    for (const std::size_t a : by_price) {
      least_ += lower(a);
      least_cost_ += prices[a] * lower(a);
    }
  }

  [[nodiscard]] double least() const {
    const double best = lowest_point();
    const double step = wide_.problem.step[asset_];
    if (!wide_.problem.is_coarse(asset_)) return cost(best);
    // After k steps the weight is (first + k step) / total, for some total.
    const double first = wide_.first[asset_];
    const double steps = std::floor((best * wide_.most_total - first) / step + 1e-9);
    const double below = (first + steps * step) / wide_.least_total;
    if (below >= best) return cost(best);
    const double above = (first + (steps + 1) * step) / wide_.most_total;
    return std::min(cost(below), cost(above));
  }

 private:
  [[nodiscard]] double lower(std::size_t account) const {
    return wide_.problem.lower[account * wide_.problem.asset_count + asset_];
  }
  [[nodiscard]] double width(std::size_t account) const {
    return wide_.problem.upper[account * wide_.problem.asset_count + asset_] - lower(account);
  }
  [[nodiscard]] double goal() const { return wide_.problem.goal[asset_]; }
  [[nodiscard]] double divisor() const { return wide_.problem.divisor[asset_]; }

  // The weight with the least cost, steps aside: the accounts add to it one after the other, the cheapest first.
  [[nodiscard]] double lowest_point() const {
    double weight = least_;
    for (const std::size_t a : by_price_) {
      const double aim = goal() - prices_[a] * divisor() / 2;
      if (aim <= weight) break;
      if (aim <= weight + width(a)) return aim;
      weight += width(a);
    }
    return weight;
  }

  // Convex in the weight; +infinity beyond what the accounts can add.
  [[nodiscard]] double cost(double weight) const {
    const double off = weight - goal();
    double out = off * off / divisor() + least_cost_;
    double rest = weight - least_;
    if (rest < -kSlack) return std::numeric_limits<double>::infinity();
    for (const std::size_t a : by_price_) {
      if (rest <= 0) break;
      out += prices_[a] * std::min(rest, width(a));
      rest -= width(a);
    }
    return rest > kSlack ? std::numeric_limits<double>::infinity() : out;
  }

  static constexpr double kSlack = 1e-12;  // bounds and steps are products of doubles

  const WideProblem& wide_;
  std::size_t asset_;
  const std::vector<std::size_t>& by_price_;
  const std::vector<double>& prices_;
  double least_ = 0;  // the weight with all that may be sold sold
  double least_cost_ = 0;
};

double bound_by_prices(const WideProblem& wide, const Tangent& tangent, const std::vector<double>& account_prices,
                       double shared_term) {
  const TradingProblem& problem = wide.problem;
  const std::size_t n = problem.asset_count;
  std::vector<double> prices(account_prices);
  for (double& price : prices) price += tangent.cash_price;
  std::vector<std::size_t> by_price(prices.size());
  std::iota(by_price.begin(), by_price.end(), std::size_t{0});
  std::stable_sort(by_price.begin(), by_price.end(),
                   [&](std::size_t a, std::size_t b) { return prices[a] < prices[b]; });

  const double cash_off = tangent.cash - problem.goal[n];
  double bound = cash_off * cash_off / problem.divisor[n] + tangent.cash_price * (tangent.cash - problem.cash);
  double size = std::fabs(bound) + std::fabs(shared_term);
  bound -= shared_term;
  for (std::size_t a = 0; a < prices.size(); ++a) {
    const double term = account_prices[a] * problem.accounts[a].cash;
    bound -= term;
    size += std::fabs(term);
  }
  for (std::size_t i = 0; i < n; ++i) {
    const double term = PricedAsset(wide, i, by_price, prices).least();
    bound += term;
    size += std::fabs(term);
  }
  return bound - kBoundRounding * size;
}

}  // namespace

double drift_lower_bound(const WideProblem& wide, const Trades& point, double cash_price) {
  const TradingProblem& problem = wide.problem;
  const std::size_t n = problem.asset_count;
  const Tangent tangent = lay_tangent(problem, point);
  // The relaxation halves D.
  const double shared_price = 2 * cash_price;
  const double shared_term = problem.shared.is_open() ? shared_price * problem.shared.amount : 0;
  double bound = tangent.drift - shared_term;
  double size = tangent.drift + std::fabs(shared_term);
  std::vector<double> prices;
  for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
    const std::span<const double> here = std::span(point).subspan(a * n, n);
    const Knapsack least = fill_knapsack(tangent.gradient, problem.lower_of(a), problem.upper_of(a),
                                         problem.accounts[a].cash, problem.shared.of(a), shared_price);
    if (std::isinf(least.product)) return least.product;
    const double there = std::inner_product(tangent.gradient.begin(), tangent.gradient.end(), here.begin(), 0.0);
    bound += least.product - there;
    size += std::fabs(least.product) + std::fabs(there);
    prices.push_back(least.price);
  }
  const double by_prices = bound_by_prices(wide, tangent, prices, shared_term);
  return std::max({bound - kBoundRounding * size, by_prices, 0.0});
}

WideProblem widen_for_fees(const TradingProblem& problem, double least_total, double most_total) {
  const std::size_t n = problem.asset_count;
  WideProblem out{problem, least_total, most_total, problem.value};
  if (!problem.has_charges()) return out;
  TradingProblem& wide = out.problem;
  wide.margin.clear();
  wide.minimum_size.clear();
  wide.buy_units.clear();
  wide.sell_units.clear();
  // The same amount is a larger share of a smaller total; which end of a range that moves depends on its sign.
  const auto smallest = [&](double amount) { return amount / (amount < 0 ? least_total : most_total); };
  const auto largest = [&](double amount) { return amount / (amount > 0 ? least_total : most_total); };
  std::transform(wide.lower.begin(), wide.lower.end(), wide.lower.begin(), smallest);
  std::transform(wide.upper.begin(), wide.upper.end(), wide.upper.begin(), largest);
  for (std::size_t a = 0; a < wide.accounts.size(); ++a) {
    wide.accounts[a] = {};
    wide.accounts[a].resolution = problem.accounts[a].resolution;
    wide.accounts[a].cash = largest(problem.accounts[a].cash - charges_of_account(problem, a).least);
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
  if (!wide.shared.is_open()) return out;
  wide.shared.amount = largest(problem.shared.amount);
  wide.shared.members.push_back(false);
  return out;
}

}  // namespace ballast
