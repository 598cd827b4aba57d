#include "fewest_moves.hpp"

#include <algorithm>
#include <cmath>

#include "ballast/optimize/linear_program.hpp"
#include "ballast/optimize/projection.hpp"

namespace ballast {
namespace {

constexpr int kTries = 4'000;
constexpr double kMoved = 1e-9;
constexpr double kReached = 1e-12;  // an edge missed by less is reached
// Moves of least sum may leave no room at all; where a projection then does not end, with this much it mostly does.

using Assets = std::vector<std::size_t>;  // increasing

class FewestMoves {
 public:
  FewestMoves(const BandLimits& limits, std::span<const double> divisors, const Reach& reach)
      : limits_(limits), divisors_(divisors), cash_(limits.weights.size() - 1) {
    reachable_ = ranges_of_moves(limits);
    for (std::size_t i = 0; i < cash_; ++i) {
      WeightRange& range = reachable_[i];
      range.low = std::max(range.low, limits.weights[i] + reach.down[i]);
      range.high = std::min(range.high, limits.weights[i] + reach.up[i]);
      if (range.low > range.high && range.low < range.high + kReached) range.low = range.high;
    }
  }

  [[nodiscard]] std::optional<std::vector<double>> find() {
    Assets forced;
    Assets others;
    for (std::size_t i = 0; i < cash_; ++i) {
      if (limits_.outside[i]) {
        forced.push_back(i);
      } else if (reachable_[i].high - reachable_[i].low > kMoved) {
        others.push_back(i);
      }
    }
    Assets all = forced;
    all.insert(all.end(), others.begin(), others.end());
    std::sort(all.begin(), all.end());
    const std::optional<std::vector<double>> enough = moves(all);
    if (!enough) return std::nullopt;
    for (std::size_t more = 0; more <= others.size() && tries_ < kTries; ++more) {
      if (std::optional<std::vector<double>> found = with_more(forced, others, more)) return found;
    }
    return thinned(all, *enough, forced);
  }

 private:
  // The moves of least sum if only `assets` are traded, or nothing where that is not enough.
  std::optional<std::vector<double>> moves(const Assets& assets) {
    ++tries_;
    // Variables: for each asset what is bought and what is sold; then cash.
    LinearProgram program;
    const std::size_t variables = 2 * assets.size() + 1;
    program.cost.assign(variables, 1.0);
    program.cost.back() = 0;
    program.lower.assign(variables, 0.0);
    program.lower.back() = reachable_[cash_].low;
    LinearRow whole;
    whole.least = whole.most = 1;
    for (std::size_t i = 0; i < cash_; ++i) whole.least = whole.most -= limits_.weights[i];
    for (std::size_t k = 0; k < assets.size(); ++k) {
      const WeightRange& range = reachable_[assets[k]];
      const double weight = limits_.weights[assets[k]];
      if (range.low > range.high) return std::nullopt;
      program.upper.push_back(std::max(0.0, range.high - weight));
      program.upper.push_back(std::max(0.0, weight - range.low));
      program.lower[2 * k] = std::max(0.0, range.low - weight);
      program.lower[2 * k + 1] = std::max(0.0, weight - range.high);
      whole.at.insert(whole.at.end(), {2 * k, 2 * k + 1});
      whole.coefficients.insert(whole.coefficients.end(), {1.0, -1.0});
    }
    program.upper.push_back(std::max(reachable_[cash_].low, reachable_[cash_].high));
    whole.at.push_back(variables - 1);
    whole.coefficients.push_back(1);
    program.rows.push_back(std::move(whole));
    for (const ClassRange& range : limits_.classes) program.rows.push_back(row_of(range, assets));
    const LinearSolution solution = solve(program);
    if (solution.status != LinearSolution::Status::kOptimal) return std::nullopt;
    std::vector<double> goals = limits_.weights;
    for (std::size_t k = 0; k < assets.size(); ++k) goals[assets[k]] += solution.x[2 * k] - solution.x[2 * k + 1];
    goals[cash_] = solution.x.back();
    return goals;
  }

  [[nodiscard]] LinearRow row_of(const ClassRange& range, const Assets& assets) const {
    LinearRow row;
    double fixed = 0;
    for (std::size_t m = 0; m < range.at.size(); ++m) {
      const std::size_t i = range.at[m];
      if (i == cash_) {
        row.at.push_back(2 * assets.size());
        row.coefficients.push_back(range.shares[m]);
        continue;
      }
      fixed += range.shares[m] * limits_.weights[i];
      const auto at = std::lower_bound(assets.begin(), assets.end(), i);
      if (at == assets.end() || *at != i) continue;
      const auto k = static_cast<std::size_t>(at - assets.begin());
      row.at.insert(row.at.end(), {2 * k, 2 * k + 1});
      row.coefficients.insert(row.coefficients.end(), {range.shares[m], -range.shares[m]});
    }
    row.least = range.range.low - fixed;
    row.most = range.range.high - fixed;
    return row;
  }

  // Of all sets with `more` assets beside those that have to move, the one whose moves are smallest, and of those the
  // one that ends nearest to the targets.
  std::optional<std::vector<double>> with_more(const Assets& forced, const Assets& others, std::size_t more) {
    std::optional<std::vector<double>> best;
    double least = 0;
    double nearest_by = 0;
    std::vector<std::size_t> chosen(more);
    for (std::size_t k = 0; k < more; ++k) chosen[k] = k;
    while (tries_ < kTries) {
      Assets set = forced;
      for (const std::size_t k : chosen) set.push_back(others[k]);
      std::sort(set.begin(), set.end());
      if (const auto goals = moves(set)) {
        const double sum = moved(*goals);
        if (!best || sum <= least + kMoved) {
          std::vector<double> ends = nearest(*goals, set);
          const double drift = drift_of(ends);
          if (!best || sum < least - kMoved || drift < nearest_by) {
            best = std::move(ends);
            least = sum;
            nearest_by = drift;
          }
        }
      }
      std::size_t k = more;
      while (k > 0 && chosen[k - 1] == others.size() - more + k - 1) --k;
      if (k == 0) break;
      ++chosen[k - 1];
      for (; k < more; ++k) chosen[k] = chosen[k - 1] + 1;
    }
    return best;
  }

  // One asset after the other is left out, those that move least first, while the rest is enough.
  std::vector<double> thinned(Assets set, std::vector<double> goals, const Assets& forced) {
    for (bool any = true; any;) {
      Assets kept;
      for (const std::size_t i : set) {
        const bool moved = std::abs(goals[i] - limits_.weights[i]) > kMoved;
        if (moved || std::binary_search(forced.begin(), forced.end(), i)) kept.push_back(i);
      }
      set = kept;
      any = false;
      std::stable_sort(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
        return std::abs(goals[a] - limits_.weights[a]) < std::abs(goals[b] - limits_.weights[b]);
      });
      for (const std::size_t i : kept) {
        if (std::binary_search(forced.begin(), forced.end(), i)) continue;
        Assets without = set;
        without.erase(std::find(without.begin(), without.end(), i));
        if (const auto fewer = moves(without)) {
          goals = *fewer;
          set = std::move(without);
          any = true;
          break;
        }
      }
    }
    return nearest(goals, set);
  }

  [[nodiscard]] double moved(const std::vector<double>& goals) const {
    double sum = 0;
    for (std::size_t i = 0; i < cash_; ++i) sum += std::abs(goals[i] - limits_.weights[i]);
    return sum;
  }

  [[nodiscard]] double drift_of(const std::vector<double>& goals) const {
    double sum = 0;
    for (std::size_t i = 0; i <= cash_; ++i) {
      const double off = goals[i] - limits_.targets[i];
      sum += off * off / divisors_[i];
    }
    return sum;
  }

  // Moves of the same sum and on the same sides that come nearest to the targets.
  [[nodiscard]] std::vector<double> nearest(const std::vector<double>& goals, const Assets& set) const {
    ProjectionProblem problem;
    problem.distance = ProjectionProblem::Distance::kSquares;
    problem.centre = limits_.targets;
    problem.scale.assign(divisors_.begin(), divisors_.end());
    problem.lower = limits_.weights;
    problem.upper = limits_.weights;
    problem.lower[cash_] = reachable_[cash_].low;
    problem.upper[cash_] = std::max(reachable_[cash_].low, reachable_[cash_].high);
    LinearRow whole;
    LinearRow sides;
    whole.least = whole.most = 1;
    sides.least = -1e9;
    for (const std::size_t i : set) {
      const bool up = goals[i] > limits_.weights[i];
      const double weight = limits_.weights[i];
      problem.lower[i] = up ? std::max(weight, reachable_[i].low) : std::min(weight, reachable_[i].low);
      problem.upper[i] = up ? std::max(weight, reachable_[i].high) : std::min(weight, reachable_[i].high);
      if (problem.lower[i] > problem.upper[i]) return goals;
      sides.at.push_back(i);
      sides.coefficients.push_back(up ? 1 : -1);
      sides.most += (up ? 1 : -1) * goals[i];
    }
    for (std::size_t i = 0; i <= cash_; ++i) {
      whole.at.push_back(i);
      whole.coefficients.push_back(1);
    }
    problem.rows = {std::move(whole), std::move(sides)};
    for (const ClassRange& range : limits_.classes) {
      problem.rows.push_back({range.at, range.shares, range.range.low, range.range.high});
    }
    std::vector<double> found = goals;
    for (const double room : {0.0, kBandRoom, 9 * kBandRoom}) {
      for (std::size_t j = 1; j < problem.rows.size(); ++j) {
        problem.rows[j].least -= room;
        problem.rows[j].most += room;
      }
      Projection solution = project(problem);
      if (solution.status == Projection::Status::kSolved) return std::move(solution.x);
      const bool kept = check_projection(problem, solution).violation <= kMoved;
      if (kept && drift_of(solution.x) < drift_of(found)) found = std::move(solution.x);
    }
    return found;
  }

  const BandLimits& limits_;
  std::span<const double> divisors_;
  std::size_t cash_;
  std::vector<WeightRange> reachable_;  // where trades can take a position while its band is kept
  int tries_ = 0;
};

}  // namespace

std::optional<std::vector<double>> find_fewest_moves(const BandLimits& limits, std::span<const double> divisors,
                                                     const Reach& reach) {
  return FewestMoves(limits, divisors, reach).find();
}

}  // namespace ballast
