#include "band_goals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ballast/optimize/linear_program.hpp"
#include "ballast/optimize/projection.hpp"

namespace ballast {
namespace {

// What cannot be met at all is broken at a price: bands of classes first, and only then the balance of the moves.
constexpr double kClassPrice = 16;
constexpr double kBalancePrice = 256;

// Between where a position is and its target; what is outside has to come to its range in any case.
WeightRange segment(const BandLimits& limits, const Reach& reach, std::size_t i) {
  const double weight = limits.weights[i];
  const double target = limits.targets[i];
  const bool is_cash = i + 1 == limits.weights.size();
  WeightRange out{std::min(weight, target), std::max(weight, target)};
  if (limits.outside[i]) {
    if (weight > target) out.high = std::min(out.high, limits.ranges[i].high);
    if (weight < target) out.low = std::max({out.low, limits.ranges[i].low, 0.0});
    if (is_cash && weight < 0) out.low = std::max(out.low, 0.0);
    if (out.low > out.high) out.low = out.high = weight > target ? out.low : out.high;
  } else if (!is_cash) {
    out.low = std::max(out.low, weight + reach.down[i]);
    out.high = std::min(out.high, weight + reach.up[i]);
  }
  return out;
}

// The same by a linear program, which does not care how near to the targets it ends: the smallest moves with the least
// of what has to be broken.
std::vector<double> least_moves(const BandLimits& limits, const ProjectionProblem& problem) {
  const std::size_t count = problem.lower.size();
  LinearProgram program{std::vector<double>(count), problem.lower, problem.upper, problem.rows};
  for (std::size_t i = 0; i < count; ++i) program.cost[i] = limits.targets[i] > limits.weights[i] ? 1 : -1;
  for (std::size_t j = 0; j < program.rows.size(); ++j) {
    for (const double side : {1.0, -1.0}) {
      program.rows[j].at.push_back(program.cost.size());
      program.rows[j].coefficients.push_back(side);
      program.cost.push_back(problem.prices[j]);
      program.lower.push_back(0);
      program.upper.push_back(std::numeric_limits<double>::infinity());
    }
  }
  LinearSolution solution = solve(program);
  solution.x.resize(count);
  return std::move(solution.x);
}

}  // namespace

std::vector<double> find_band_goals(const BandLimits& limits, std::span<const double> divisors, const Reach& reach) {
  const std::size_t count = limits.weights.size();
  double steepest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    steepest = std::max(steepest, std::abs(limits.weights[i] - limits.targets[i]) / divisors[i]);
  }
  // A class that holds only a part of an asset moves by only that part of a move.
  double smallest_share = 1;
  for (const ClassRange& range : limits.classes) {
    for (const double share : range.shares) smallest_share = std::min(smallest_share, share);
  }
  const double moving = (1 + 4 * steepest) / smallest_share;

  ProjectionProblem problem;
  problem.distance = ProjectionProblem::Distance::kSquares;
  problem.scale.assign(divisors.begin(), divisors.end());
  LinearRow whole;
  whole.least = whole.most = 1;
  std::vector<double> prices = {kBalancePrice * moving / smallest_share};
  for (std::size_t i = 0; i < count; ++i) {
    const double side = limits.targets[i] > limits.weights[i] ? 1 : -1;
    const WeightRange range = segment(limits, reach, i);
    problem.centre.push_back(limits.targets[i] - moving * side * divisors[i]);
    problem.lower.push_back(range.low);
    problem.upper.push_back(range.high);
    whole.at.push_back(i);
    whole.coefficients.push_back(1);
  }
  problem.rows.push_back(std::move(whole));
  for (const ClassRange& range : limits.classes) {
    problem.rows.push_back({range.at, range.shares, range.range.low, range.range.high});
    prices.push_back(kClassPrice * moving / smallest_share);
  }
  Projection met = project(problem);
  if (met.status == Projection::Status::kSolved) return std::move(met.x);
  // Bands that can only just be kept have multipliers without end; with a little room they have not.
  ProjectionProblem roomy = problem;
  for (std::size_t j = 1; j < roomy.rows.size(); ++j) {
    roomy.rows[j].least -= kBandRoom;
    roomy.rows[j].most += kBandRoom;
  }
  met = project(roomy);
  if (met.status == Projection::Status::kSolved) return std::move(met.x);
  // Not all can be kept.
  problem.prices = prices;
  Projection nearly = project(problem);
  if (nearly.status == Projection::Status::kSolved) return std::move(nearly.x);
  return least_moves(limits, problem);
}

}  // namespace ballast
