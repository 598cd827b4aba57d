#include "plan_proof.hpp"

#include <algorithm>

#include "ballast/model/exchange.hpp"
#include "ballast/policy/drift.hpp"
#include "outcome.hpp"
#include "trade_terms.hpp"

namespace ballast {
namespace {

// Drift that no person could tell from none: 1e-9 of chi-square is a three-thousandth of a per cent at a target of 1 %.
const Decimal kOptimalWithin = Decimal::smallest(9);
const Decimal kBoundNoise = Decimal::smallest(12);
constexpr int kBoundDigits = 15;

}  // namespace

Decimal distance_after(const Policy& policy, const Plan& plan, const std::vector<Decimal>& goals) {
  std::vector<Decimal> values;
  values.reserve(plan.changes.size());
  for (const PositionChange& change : plan.changes) values.push_back(change.value_after);
  return measure_drift(values, goals, drift_divisors(policy)).chi_square;
}

Proof prove(const Currency& currency, const Policy& policy, const Plan& plan, const std::vector<Decimal>& goals,
            const SearchResult& found, Decimal total) {
  Proof proof;
  proof.objective = distance_after(policy, plan, goals);
  Decimal bound;
  if (from_double(std::min(found.lower_bound, 1e18), kBoundDigits, &bound)) {
    proof.lower_bound = std::clamp(bound, Decimal(), proof.objective);
  }
  // Closer than doubles can tell the bound is met.
  if (proof.objective - proof.lower_bound <= kBoundNoise) proof.lower_bound = proof.objective;
  proof.gap = proof.objective - proof.lower_bound;
  Decimal cost_share;
  if (from_double(found.cost_limit, kBoundDigits, &cost_share)) {
    proof.cost_limit = currency.round(multiply(cost_share, total, Rounding::kDown), Rounding::kDown);
  }
  return proof;
}

PlanStatus status_of(const Proof& proof) {
  return proof.gap <= kOptimalWithin ? PlanStatus::kOptimal : PlanStatus::kWithinGap;
}

Decimal spreads_paid(const Portfolio& portfolio, const Plan& plan) {
  Decimal sum;
  for (const Trade& trade : plan.trades) {
    const Account& account = portfolio.accounts[trade.account];
    const Decimal off = absolute(trade.price - price_in(portfolio, account, portfolio.assets[trade.asset]));
    sum += in_base_currency(portfolio, account.currency, multiply(trade.quantity, off, Rounding::kHalfEven));
  }
  return portfolio.base_currency.round(sum, Rounding::kHalfEven);
}

Decimal costs_by_goal(const Portfolio& portfolio, PlanRequest::Goal goal, const Plan& plan) {
  const Decimal fees = portfolio.base_currency.round(plan.total_ledger.fees, Rounding::kHalfEven);
  const Decimal costs = fees + spreads_paid(portfolio, plan);
  return goal == PlanRequest::Goal::kLeastTax ? costs + plan.realised.tax : costs;
}

CostProof prove_costs(const Portfolio& portfolio, const Policy& policy, PlanRequest::Goal goal, const Plan& plan,
                      double least_costs, Decimal total) {
  CostProof proof{costs_by_goal(portfolio, goal, plan), Decimal()};
  Decimal share;
  if (count_outside(policy, plan) > 0 || !from_double(least_costs, kBoundDigits, &share)) return proof;
  const Decimal bound = portfolio.base_currency.round(multiply(share, total, Rounding::kDown), Rounding::kDown);
  proof.lower_bound = std::min(bound, proof.amount);
  return proof;
}

}  // namespace ballast
