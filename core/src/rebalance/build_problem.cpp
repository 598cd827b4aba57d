#include "build_problem.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "ballast/model/exchange.hpp"
#include "ballast/model/valuation.hpp"
#include "ballast/policy/drift.hpp"
#include "band_goals.hpp"
#include "cost_bound.hpp"
#include "fewest_moves.hpp"
#include "harvest.hpp"
#include "least_cost.hpp"
#include "trade_terms.hpp"

namespace ballast {
namespace {

constexpr double kNever = 1e30;  // a minimum trade that no trade reaches
constexpr int kGoalDigits = 15;  // of the weights that bands ask for; targets are taken as they are

double smallest_resolution(const Portfolio& portfolio, double total, const TradingProblem& problem) {
  double smallest = problem.accounts.empty() ? portfolio.base_currency.minor_unit().to_double() / total : 1;
  for (const TradingProblem::AccountTerms& terms : problem.accounts) smallest = std::min(smallest, terms.resolution);
  return smallest;
}

// Minor units that one step is settled at.
Decimal units_per_step(const Portfolio& portfolio, AccountIndex a, AssetIndex i, Side side) {
  const Decimal price = execution_price(portfolio, a, i, side);
  const Decimal value = multiply(portfolio.assets[i].quantity_step, price, Rounding::kHalfEven);
  const Currency& currency = currency_of(portfolio, portfolio.accounts[a].currency);
  return divide(value, currency.minor_unit(), Rounding::kHalfEven);  // halves stay halves
}

// Whether both trade at the same prices.
bool have_same_prices(const Account& one, const Account& other) {
  return one.currency == other.currency && one.conversion_cost == other.conversion_cost;
}

// What is not settled at its own value to the last minor unit.
void note_uneven_steps(const Portfolio& portfolio, TradingProblem& problem) {
  const std::size_t n = problem.asset_count;
  for (std::vector<double>* units : {&problem.buy_units, &problem.sell_units}) {
    units->assign(portfolio.accounts.size() * n, 0.0);
  }
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    if (a > 0 && have_same_prices(portfolio.accounts[a - 1], portfolio.accounts[a])) {
      for (std::vector<double>* units : {&problem.buy_units, &problem.sell_units}) {
        std::copy_n(units->begin() + static_cast<std::ptrdiff_t>((a - 1) * n), n,
                    units->begin() + static_cast<std::ptrdiff_t>(a * n));
      }
      continue;
    }
    for (AssetIndex i = 0; i < n; ++i) {
      if (!problem.is_coarse(i)) continue;
      const Decimal buy = units_per_step(portfolio, a, i, Side::kBuy);
      const bool whole = round_to_multiple(buy, Decimal::from_integer(1), Rounding::kDown) == buy;
      const Asset& asset = portfolio.assets[i];
      if (whole && asset.spread.is_zero() && !is_converted(portfolio.accounts[a], asset)) continue;
      problem.buy_units[a * n + i] = buy.to_double();
      problem.sell_units[a * n + i] = units_per_step(portfolio, a, i, Side::kSell).to_double();
    }
  }
}

double margin_of(const Account& account, const Asset& asset) {
  const double half_spread = asset.spread.to_double() / 2;
  return is_converted(account, asset) ? half_spread + account.conversion_cost.to_double() : half_spread;
}

void note_margins(const Portfolio& portfolio, TradingProblem& problem) {
  const auto has_spread = [](const Asset& asset) { return !asset.spread.is_zero(); };
  const auto has_cost = [](const Account& account) { return !account.conversion_cost.is_zero(); };
  if (std::none_of(portfolio.assets.begin(), portfolio.assets.end(), has_spread) &&
      std::none_of(portfolio.accounts.begin(), portfolio.accounts.end(), has_cost)) {
    return;
  }
  problem.margin.reserve(portfolio.accounts.size() * problem.asset_count);
  for (const Account& account : portfolio.accounts) {
    for (const Asset& asset : portfolio.assets) problem.margin.push_back(margin_of(account, asset));
  }
}

void note_minimum_sizes(const Portfolio& portfolio, double total, TradingProblem& problem) {
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    for (const Holding& holding : portfolio.accounts[a].holdings) {
      if (holding.minimum_quantity.is_zero()) continue;
      problem.minimum_size.resize(problem.pair_count());
      const double price = portfolio.assets[holding.asset].price.to_double();
      problem.minimum_size[a * problem.asset_count + holding.asset] =
          holding.minimum_quantity.to_double() * price / total;
    }
  }
}

TradingProblem::AccountTerms terms_of(const Portfolio& portfolio, const PlanRequest& request, AccountIndex a,
                                      const Opening& opening, Decimal most) {
  const Account& account = portfolio.accounts[a];
  // All there is, in the account's currency.
  const double total = opening.total.to_double() / rate_of(portfolio, account.currency).to_double();
  const FeeSchedule& fees = account.fees;
  TradingProblem::AccountTerms terms;
  terms.cash = opening.cash[a].to_double() / total;
  terms.resolution = currency_of(portfolio, account.currency).minor_unit().to_double() / total;
  terms.fee_rate = fees.proportional.to_double();
  terms.fixed_fee = fees.fixed.to_double() / total;
  for (const FeeTier& tier : fees.tiers) {
    terms.tiers.push_back(
        {tier.from.to_double() / total, tier.proportional.to_double(), tier.fixed.to_double() / total});
  }
  terms.least_fee = fees.minimum.to_double() / total;
  if (fees.maximum) terms.most_fee = fees.maximum->to_double() / total;
  terms.minimum_trade = minimum_value(portfolio, request, a).to_double() / total;
  if (terms.has_fees()) {
    const Decimal here = from_base_currency(portfolio, account.currency, most, Rounding::kUp);
    const std::optional<Decimal> worth = least_worth_trading(portfolio, a, here);
    terms.minimum_trade = std::max(terms.minimum_trade, worth ? worth->to_double() / total : kNever);
  }
  return terms;
}

bool may_buy_any(const PlanRequest& request) { return request.directions != PlanRequest::Directions::kSellOnly; }

TradingProblem::SharedCash shared_cash_of(const Portfolio& portfolio, const PlanRequest& request, double total) {
  using Kind = TradingProblem::SharedCash::Kind;
  if (!is_cash_open(request)) return {};
  const bool pooled = !request.may_transfer.empty();
  const Kind kind = pooled ? Kind::kPooled : request.free_flow.sign() > 0 ? Kind::kToAny : Kind::kFromAny;
  const Decimal flow = in_base_currency(portfolio, currency_of_shared_cash(portfolio, request), request.free_flow);
  return {kind, flow.to_double() / total, accounts_that_share(portfolio, request)};
}

// With everything sold.
double most_to_spend(const TradingProblem::SharedCash& shared, std::size_t account, std::span<const double> at_hand) {
  using Kind = TradingProblem::SharedCash::Kind;
  switch (shared.of(account)) {
    case Kind::kNone:
      break;
    case Kind::kToAny:
      return at_hand[account] + shared.amount;
    case Kind::kFromAny:
      return std::min(at_hand[account], shared.rest(at_hand));
    case Kind::kPooled:
      return shared.rest(at_hand);
  }
  return at_hand[account];
}

void bound_trades(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request, double total,
                  TradingProblem& problem) {
  const std::size_t n = problem.asset_count;
  std::vector<double> at_hand(problem.accounts.size());
  problem.lower.assign(problem.pair_count(), 0.0);
  problem.upper.assign(problem.pair_count(), 0.0);
  const std::vector<bool> tradable = places_to_buy(portfolio);
  for (std::size_t a = 0; a < portfolio.accounts.size(); ++a) {
    at_hand[a] = problem.accounts[a].cash;
    if (problem.accounts[a].minimum_trade >= kNever) continue;
    for (const Holding& holding : portfolio.accounts[a].holdings) {
      const Decimal quantity = sellable_quantity(portfolio, request, a, holding);
      if (quantity.is_zero()) continue;
      const double value = quantity.to_double() * portfolio.assets[holding.asset].price.to_double() / total;
      problem.lower[a * n + holding.asset] = -value;
      at_hand[a] += value;
    }
  }
  for (std::size_t a = 0; a < portfolio.accounts.size(); ++a) {
    if (problem.accounts[a].minimum_trade >= kNever) continue;
    const double most = std::max(0.0, most_to_spend(problem.shared, a, at_hand));
    for (std::size_t i = 0; i < n; ++i) {
      const Asset& asset = portfolio.assets[i];
      // Without a target an asset is never bought, however much cash is left over.
      const bool wanted = policy.targets[i].weight.sign() > 0 && tradable[a * n + i];
      // What costs half a minor unit more than there is may round to what there is.
      const double rounding = problem.is_uneven(a * n + i) ? problem.accounts[a].resolution / 2 : 0.0;
      if (may_buy_any(request) && asset.may_buy && wanted && !asset.price.is_zero() && has_price(portfolio, a, i)) {
        problem.upper[a * n + i] = most + rounding;
      }
    }
  }
}

// What has no target is not wanted: it goes, rather than staying to balance the rounding of others. Bands may want only
// a part of it to go.
void sell_unwanted(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request, const Opening& opening,
                   TradingProblem& problem) {
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    for (const Holding& holding : portfolio.accounts[a].holdings) {
      const AssetIndex i = holding.asset;
      const Target& target = policy.targets[i];
      if (target.weight.sign() > 0) continue;
      const bool asked = request.trigger == PlanRequest::Trigger::kAlways ||
                         (!costs_decide(request) && problem.goal[i] <= 0 &&
                          is_outside(band_edges(target.band, target.weight), opening.values[i], opening.total));
      const Decimal quantity = sellable_quantity(portfolio, request, a, holding);
      const Decimal value = trade_value(portfolio, a, i, Side::kSell, quantity);
      if (!asked || quantity < holding.minimum_quantity || !is_worth_trading(portfolio, request, a, value)) continue;
      const std::size_t pair = a * problem.asset_count + i;
      // What is harvested leads there by itself, and bands may ask for less than all.
      const bool is_harvested = problem.upper[pair] < 0;
      if (is_harvested && request.trigger == PlanRequest::Trigger::kOutsideBands) continue;
      problem.upper[pair] = problem.lower[pair];
    }
  }
}

// An overdrawn account sells what it must, and so do those that are it together.
std::vector<bool> must_raise_cash(const TradingProblem& problem) {
  std::vector<double> cash;
  cash.reserve(problem.accounts.size());
  for (const TradingProblem::AccountTerms& terms : problem.accounts) cash.push_back(terms.cash);
  const bool shared_is_short = problem.shared.is_open() && problem.shared.rest(cash) < 0;
  std::vector<bool> out;
  for (std::size_t a = 0; a < cash.size(); ++a) {
    const bool shares = problem.shared.of(a) != TradingProblem::SharedCash::Kind::kNone;
    out.push_back(cash[a] < 0 || (shares && shared_is_short));
  }
  return out;
}

// Only toward the goal, and past it by less than a step: bands ask for no other trades.
void bound_by_goals(const std::vector<double>& goals, TradingProblem& problem) {
  const std::size_t n = problem.asset_count;
  const std::vector<bool> sells_freely = must_raise_cash(problem);
  for (std::size_t i = 0; i < n; ++i) {
    const double move = goals[i] - problem.value[i];
    const double noise = 1e-13;
    const double least = move < -noise ? move - problem.step[i] : 0;
    const double most = move > noise ? move + problem.step[i] : 0;
    for (std::size_t a = 0; a < problem.accounts.size(); ++a) {
      const std::size_t pair = a * n + i;
      problem.upper[pair] = std::min(problem.upper[pair], most);
      if (!sells_freely[a]) problem.lower[pair] = std::max(problem.lower[pair], least);
    }
  }
}

// Only the trades that cost least, and past them by less than a step; on whole steps none further.
void bound_by_trades(const Trades& trades, TradingProblem& problem) {
  constexpr double kNoise = 1e-9;  // of a step
  const std::vector<bool> sells_freely = must_raise_cash(problem);
  for (std::size_t pair = 0; pair < problem.pair_count(); ++pair) {
    const std::size_t i = pair % problem.asset_count;
    const double step = problem.step[i];
    const double past =
        problem.is_coarse(i) ? kNoise * step : std::max(step, problem.accounts[pair / problem.asset_count].resolution);
    const double least = trades[pair] < 0 ? trades[pair] - past : 0;
    const double most = trades[pair] > 0 ? trades[pair] + past : 0;
    problem.upper[pair] = std::min(problem.upper[pair], most);
    if (!sells_freely[pair / problem.asset_count]) problem.lower[pair] = std::max(problem.lower[pair], least);
  }
}

// From the weights of the limits on: what is harvested is sold already there.
Reach reach_of(const TradingProblem& problem, const BandLimits& limits) {
  Reach out{std::vector<double>(problem.asset_count), std::vector<double>(problem.asset_count)};
  for (std::size_t i = 0; i < problem.asset_count; ++i) {
    out.down[i] = out.up[i] = problem.value[i] - limits.weights[i];
  }
  for (std::size_t pair = 0; pair < problem.pair_count(); ++pair) {
    out.down[pair % problem.asset_count] += problem.lower[pair];
    out.up[pair % problem.asset_count] += problem.upper[pair];
  }
  // The weights are of amounts in minor units, the bounds are not: staying there is possible all the same.
  for (double& least : out.down) least = std::min(least, 0.0);
  for (double& most : out.up) most = std::max(most, 0.0);
  return out;
}

// Cash is neither used nor raised, but for what a withdrawal lacks: it has no band of its own. What harvested sales
// bring is more than it held.
void hold_cash(double held, BandLimits& limits) {
  const double weight = std::max(held, 0.0);
  limits.targets.back() = weight;
  limits.ranges.back() = {weight, weight};
  if (limits.weights.back() > weight) limits.outside.back() = limits.any_outside = true;
}

double bound_costs(const Portfolio& portfolio, const PlanRequest& request, double total, BandLimits edges,
                   const TradingProblem& problem) {
  // How much cash is held is not what bands ask for.
  if (request.directions == PlanRequest::Directions::kSwitchOnly) edges.ranges.back() = {};
  const UnitCharges charges = least_unit_charges(problem);
  TaxedSales taxed;
  if (request.goal == PlanRequest::Goal::kLeastTax) {
    taxed = find_least_taxed_sales(portfolio, request, problem, total, charges.sold);
  }
  return least_costs(edges, problem, charges, taxed);
}

// What bands ask for, as goals and as bounds.
void aim_at_bands(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request,
                  const std::vector<Decimal>& values, double total, const BandLimits& limits, BuiltProblem& built) {
  TradingProblem& problem = built.problem;
  if (costs_decide(request)) {
    // What is outside comes as far as its edge, unless going further costs less.
    BandLimits edges = find_band_limits(policy, values, PlanRequest::Destination::kBandEdge);
    built.least_costs = bound_costs(portfolio, request, total, edges, problem);
    if (request.directions == PlanRequest::Directions::kSwitchOnly) hold_cash(problem.cash, edges);
    TaxedSales taxed;
    if (request.goal == PlanRequest::Goal::kLeastTax) taxed = find_taxed_sales(portfolio, request, problem, total);
    if (auto found = find_least_cost(edges, problem, taxed)) {
      problem.goal = std::move(found->goals);
      return bound_by_trades(found->trades, problem);
    }
  }
  const Reach reach = reach_of(problem, limits);
  std::optional<std::vector<double>> fewest;
  if (request.goal == PlanRequest::Goal::kFewestTrades && limits.any_outside) {
    fewest = find_fewest_moves(limits, problem.divisor, reach);
  }
  if (!limits.any_outside) {
    problem.goal = limits.weights;
  } else {
    problem.goal = fewest ? *std::move(fewest) : find_band_goals(limits, problem.divisor, reach);
  }
  bound_by_goals(problem.goal, problem);
}

// The targets of assets share what is not cash now.
std::vector<Decimal> without_moving_cash(std::vector<Decimal> goals, const Opening& opening) {
  const Decimal one = Decimal::from_integer(1);
  const Decimal cash = std::max(Decimal(), divide(opening.values.back(), opening.total, Rounding::kDown));
  const Decimal wanted = one - goals.back();
  if (wanted.sign() <= 0) return goals;
  goals.back() = one;
  for (AssetIndex i = 0; i + 1 < goals.size(); ++i) {
    goals[i] = divide(multiply(goals[i], one - cash, Rounding::kDown), wanted, Rounding::kDown);
    goals.back() -= goals[i];
  }
  return goals;
}

}  // namespace

bool costs_decide(const PlanRequest& request) {
  using Goal = PlanRequest::Goal;
  return request.trigger == PlanRequest::Trigger::kOutsideBands &&
         (request.goal == Goal::kLeastTax || request.goal == Goal::kLeastCost);
}

Opening open_books(const Portfolio& portfolio, const PlanRequest& request) {
  return open_books(portfolio, request, {request.cash_flows, {}});
}

Opening open_books(const Portfolio& portfolio, const PlanRequest& request, const Placement& placement) {
  Opening out;
  out.values = asset_and_cash_values(portfolio);
  for (const CashFlow& flow : request.cash_flows) {
    out.values.back() += in_base_currency(portfolio, portfolio.accounts[flow.account].currency, flow.amount);
  }
  out.values.back() += in_base_currency(portfolio, currency_of_shared_cash(portfolio, request), request.free_flow);
  for (const Decimal value : out.values) out.total += value;
  for (const Account& account : portfolio.accounts) out.cash.push_back(account.cash);
  for (const CashFlow& flow : placement.cash_flows) out.cash[flow.account] += flow.amount;
  if (request.directions == PlanRequest::Directions::kSwitchOnly) {
    for (Decimal& cash : out.cash) cash = std::min(cash, Decimal());
  }
  for (const CashTransfer& transfer : placement.transfers) {
    out.cash[transfer.from] -= transfer.amount;
    out.cash[transfer.to] += transfer.amount;
  }
  return out;
}

BuiltProblem build_problem(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request,
                           const Opening& opening, std::span<const HarvestedSale> harvested) {
  BuiltProblem out;
  TradingProblem& problem = out.problem;
  const double total = opening.total.to_double();
  problem.asset_count = portfolio.assets.size();
  problem.cash = opening.values.back().to_double() / total;

  for (std::size_t i = 0; i < problem.asset_count; ++i) {
    const Asset& asset = portfolio.assets[i];
    problem.value.push_back(opening.values[i].to_double() / total);
    problem.step.push_back(asset.quantity_step.to_double() * asset.price.to_double() / total);
  }
  for (const Decimal divisor : drift_divisors(policy)) problem.divisor.push_back(divisor.to_double());
  const Decimal all = std::accumulate(opening.values.begin(), opening.values.end() - 1, Decimal()) +
                      std::max(opening.values.back(), Decimal());
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    problem.accounts.push_back(terms_of(portfolio, request, a, opening, all));
  }
  problem.resolution = smallest_resolution(portfolio, total, problem);
  note_margins(portfolio, problem);
  note_uneven_steps(portfolio, problem);
  problem.shared = shared_cash_of(portfolio, request, total);
  note_minimum_sizes(portfolio, total, problem);
  bound_trades(portfolio, policy, request, total, problem);
  demand_harvest(portfolio, harvested, total, problem);

  const bool keeps_cash = request.directions == PlanRequest::Directions::kSwitchOnly;
  if (request.trigger == PlanRequest::Trigger::kOutsideBands) {
    const std::vector<Decimal> values = values_after_harvest(portfolio, harvested, opening.values);
    BandLimits limits = find_band_limits(policy, values, request.destination);
    const bool overdrawn =
        std::any_of(opening.cash.begin(), opening.cash.end(), [](Decimal cash) { return cash.sign() < 0; });
    if (keeps_cash) hold_cash(problem.cash, limits);
    out.nothing_to_do = !limits.any_outside && !overdrawn && harvested.empty();
    if (out.nothing_to_do) {
      problem.goal = limits.weights;
    } else {
      aim_at_bands(portfolio, policy, request, values, total, limits, out);
      demand_harvest(portfolio, harvested, total, problem);
    }
    for (const double weight : problem.goal) {
      Decimal exact;
      if (!from_double(weight, kGoalDigits, &exact)) throw ArithmeticOverflow();
      out.goals.push_back(exact);
    }
  } else {
    for (const Target& target : policy.targets) out.goals.push_back(target.weight);
    if (keeps_cash) out.goals = without_moving_cash(std::move(out.goals), opening);
    for (const Decimal goal : out.goals) problem.goal.push_back(goal.to_double());
  }
  sell_unwanted(portfolio, policy, request, opening, problem);
  return out;
}

}  // namespace ballast
