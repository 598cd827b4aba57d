#include "band_goals.hpp"

#include <algorithm>

#include "account_solver.hpp"

namespace ballast {
namespace {

double destination_weight(PlanRequest::Destination destination, double target, double edge) {
  switch (destination) {
    case PlanRequest::Destination::kTarget:
      return target;
    case PlanRequest::Destination::kHalfWay:
      return (target + edge) / 2;
    case PlanRequest::Destination::kBandEdge:
      return edge;
  }
  return target;
}

}  // namespace

BandGoals find_band_goals(const Policy& policy, std::span<const Decimal> values, PlanRequest::Destination destination) {
  const std::size_t count = values.size();
  Decimal total;
  for (const Decimal value : values) total += value;

  BandGoals out;
  out.weights.resize(count);
  const std::vector<Decimal> exact_divisors = drift_divisors(policy);
  std::vector<double> divisors(count);
  std::vector<double> targets(count);
  double needed = 0;  // cash that the moves of what is outside take, or (negative) set free
  for (std::size_t i = 0; i < count; ++i) {
    targets[i] = policy.targets[i].weight.to_double();
    divisors[i] = exact_divisors[i].to_double();
    const double weight = values[i].to_double() / total.to_double();
    out.weights[i] = weight;
    const std::optional<BandEdges> edges = band_edges(policy.targets[i].band, policy.targets[i].weight);
    if (edges && is_outside(edges, values[i], total)) {
      const double edge = (weight > targets[i] ? edges->high : edges->low).to_double();
      out.weights[i] = destination_weight(destination, targets[i], edge);
    } else if (values[i].sign() < 0) {
      out.weights[i] = 0;  // cash that a withdrawal has overdrawn must be raised, band or not
    } else {
      continue;
    }
    out.any_outside = true;
    needed += out.weights[i] - weight;
  }
  if (!out.any_outside) return out;

  std::vector<double> offset(count);
  std::vector<double> lower(count);
  std::vector<double> upper(count);
  std::vector<double> moves(count);
  for (std::size_t i = 0; i < count; ++i) {
    offset[i] = out.weights[i] - targets[i];
    lower[i] = needed > 0 ? std::min(0.0, -offset[i]) : 0.0;
    upper[i] = needed > 0 ? 0.0 : std::max(0.0, -offset[i]);
  }
  // The separable core with a budget that is met exactly: the divisor of cash is next to nothing.
  constexpr double kExactly = 1e-15;
  const AccountProblem balance{offset, divisors, lower, upper, 1.0, -needed, kExactly, 0.0};
  AccountLevel level;
  if (solve_account(balance, level, moves)) {
    for (std::size_t i = 0; i < count; ++i) out.weights[i] += moves[i];
  }
  return out;
}

}  // namespace ballast
