#include "ballast/rebalance/make_plan.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "build_problem.hpp"
#include "harvest.hpp"
#include "outcome.hpp"
#include "place_cash.hpp"
#include "plan_maker.hpp"
#include "plan_proof.hpp"

namespace ballast {
namespace {

// No trade waits for a flow where only switches are made: it goes where there is cash.
PlanRequest with_flow_placed(const Portfolio& portfolio, PlanRequest request) {
  std::vector<Decimal> cash;
  cash.reserve(portfolio.accounts.size());
  for (const Account& account : portfolio.accounts) cash.push_back(account.cash);
  for (const CashFlow& flow : request.cash_flows) cash[flow.account] += flow.amount;
  request.cash_flows = place_cash(portfolio, request, {cash, std::vector<Decimal>(cash.size()), cash}).cash_flows;
  request.free_flow = Decimal();
  return request;
}

Portfolio without_tax_on_switches(Portfolio portfolio) {
  for (Account& account : portfolio.accounts) {
    if (account.tax_rules && portfolio.tax_rules[*account.tax_rules].switches_are_untaxed) account.tax_rules.reset();
  }
  return portfolio;
}

Result<Plan> make_plan_as_asked(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request) {
  if (request.directions != PlanRequest::Directions::kSwitchOnly) {
    return plan_with_losses(portfolio, policy, request, find_harvest(portfolio, request));
  }
  const Portfolio untaxed = without_tax_on_switches(portfolio);
  const PlanRequest placed = with_flow_placed(portfolio, request);
  std::vector<HarvestedSale> harvested = find_harvest(untaxed, placed);
  for (;;) {
    Result<Plan> plan = plan_with_losses(untaxed, policy, placed, harvested);
    if (!plan.ok() || plan.value().status == PlanStatus::kInfeasible) return plan;
    const std::optional<std::vector<HarvestedSale>>& made = plan.value().harvested;
    if (!made || made->size() == harvested.size()) return plan;
    // Without those that no purchase takes up.
    harvested = *made;
  }
}

// Plans that aim elsewhere, at the edges of the bands or as the request says.
std::vector<PlanRequest> with_other_goals(const PlanRequest& request) {
  using Goal = PlanRequest::Goal;
  std::vector<PlanRequest> out;
  for (const auto destination : {PlanRequest::Destination::kBandEdge, request.destination}) {
    for (const Goal goal : {Goal::kToTarget, Goal::kFewestTrades}) {
      out.push_back(request);
      out.back().goal = goal;
      out.back().destination = destination;
    }
    if (destination == request.destination) break;
  }
  return out;
}

bool is_proven(const Policy& policy, const Plan& plan, const CostProof& costs) {
  return costs.lower_bound == costs.amount && count_outside(policy, plan) == 0;
}

// Whether `other` ends inside more of the bands, or in as many for less.
bool is_better(const Policy& policy, PlanRequest::Goal goal, const Plan& other, Decimal other_costs, const Plan& plan,
               Decimal costs) {
  const std::size_t outside = count_outside(policy, plan);
  const std::size_t outside_there = count_outside(policy, other);
  if (outside != outside_there) return outside_there < outside;
  // What a sale of unknown cost gains is not known either.
  const bool may_gain_more = goal == PlanRequest::Goal::kLeastTax && other.realised.unknown > plan.realised.unknown;
  return !may_gain_more && other_costs < costs;
}

}  // namespace

// Where trades go in steps or fees have fixed parts, what costs least is searched for, not proven: what aims elsewhere
// may cost still less, or end inside more of the bands.
Result<Plan> make_plan(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request) {
  Result<Plan> made = make_plan_as_asked(portfolio, policy, request);
  if (!costs_decide(request) || !made.ok()) return made;
  Plan plan = std::move(made).value();
  if (!plan.costs) return plan;
  CostProof costs = *plan.costs;
  for (const PlanRequest& other_request : with_other_goals(request)) {
    if (is_proven(policy, plan, costs)) break;
    Result<Plan> other = make_plan_as_asked(portfolio, policy, other_request);
    if (!other.ok() || other.value().status == PlanStatus::kInfeasible) continue;
    const Decimal other_costs = costs_by_goal(portfolio, request.goal, other.value());
    if (!is_better(policy, request.goal, other.value(), other_costs, plan, costs.amount)) continue;
    plan = std::move(other).value();
    costs = {other_costs, std::min(costs.lower_bound, other_costs)};
  }
  plan.costs = costs;
  return plan;
}

}  // namespace ballast
