#include "cost_bound.hpp"

#include <algorithm>
#include <cmath>

#include "cost_program.hpp"

namespace ballast {
namespace {

// Between two tiers a fee falls per unit, whatever parts it has: it is least at the end of a tier, or of the trade.
double least_unit_charge(const TradingProblem& problem, std::size_t pair, double direction, double most) {
  if (most <= 0) return 0;
  const TradingProblem::AccountTerms& account = problem.accounts[pair / problem.asset_count];
  const double half = problem.margin_of(pair);
  const double executed = 1 + std::copysign(half, direction);
  const double largest = most * executed;
  double least = account.unrounded_fee(largest) / largest;
  for (const TradingProblem::FeeTier& tier : account.tiers) {
    if (tier.from <= 0 || tier.from > largest) continue;
    const double below = std::nextafter(tier.from, 0.0);
    least = std::min(least, account.unrounded_fee(below) / below);
  }
  return half + executed * least;
}

std::vector<WeightRange> widened_moves(const BandLimits& limits, const TradingProblem& problem) {
  constexpr double kPast = 1.01;  // of a step, as T is a little less than 1
  std::vector<WeightRange> out = moves_by_cost(limits, problem);
  for (std::size_t i = 0; i < problem.asset_count; ++i) {
    const double past = kPast * (problem.step[i] + problem.largest_resolution());
    out[i].low -= past;
    out[i].high += past;
  }
  return out;
}

}  // namespace

UnitCharges least_unit_charges(const TradingProblem& problem) {
  UnitCharges out;
  for (std::size_t pair = 0; pair < problem.pair_count(); ++pair) {
    out.sold.push_back(least_unit_charge(problem, pair, -1, -problem.lower[pair]));
    out.bought.push_back(least_unit_charge(problem, pair, 1, problem.upper[pair]));
  }
  return out;
}

double least_costs(const BandLimits& limits, const TradingProblem& problem, const UnitCharges& charges,
                   const TaxedSales& taxed) {
  constexpr std::size_t kMostPairs = 1'000;
  if (problem.pair_count() > kMostPairs) return 0;
  std::vector<TradeTerms> sells;
  std::vector<TradeTerms> buys;
  for (std::size_t pair = 0; pair < problem.pair_count(); ++pair) {
    // What is harvested is sold in any case.
    const double least_sold = std::max(0.0, -problem.upper[pair]);
    sells.push_back({least_sold, -problem.lower[pair], charges.sold[pair]});
    buys.push_back({0, std::max(0.0, problem.upper[pair]), charges.bought[pair]});
  }
  const std::vector<WeightRange> moves = widened_moves(limits, problem);
  CostProgram program(limits, problem, taxed, moves, CostProgram::Purpose::kBound);
  if (!program.solve(sells, buys)) return 0;
  return std::max(0.0, program.lower_bound());
}

}  // namespace ballast
