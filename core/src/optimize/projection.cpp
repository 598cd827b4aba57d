#include "ballast/optimize/projection.hpp"

#include <algorithm>
#include <cmath>

#include "dual_state.hpp"
#include "newton_step.hpp"
#include "rake.hpp"
#include "separable_terms.hpp"

namespace ballast {
namespace {

using separable::DualState;

// What doubles of order 1 can be asked for, and what is still taken for a solution where rounding stands in the way.
constexpr double kMet = 1e-12;
constexpr double kNearlyMet = 1e-11;
constexpr int kFirstRakes = 4;
constexpr int kRounds = 120;
constexpr int kHalvings = 30;
// Rounds without half the error gone, after which the rows are held to contradict each other.
constexpr int kPatience = 10;
// With prices there is always a solution, only sometimes a slow way to it.
constexpr int kPatienceWithPrices = 100;

template <typename Terms>
class Solver {
 public:
  explicit Solver(const ProjectionProblem& problem) : problem_(problem), state_(problem) {}

  [[nodiscard]] Projection run() {
    for (int i = 0; i < kFirstRakes; ++i) separable::rake(problem_, state_);
    double best = worst_residual();
    int waited = 0;
    const int patience = problem_.prices.empty() ? kPatience : kPatienceWithPrices;
    for (int round = 0; round < kRounds && best > kMet && waited < patience; ++round) {
      if (!newton()) separable::rake(problem_, state_);
      separable::rake(problem_, state_);
      const double now = worst_residual();
      if (now < 0.5 * best) {
        best = now;
        waited = 0;
      } else {
        ++waited;
      }
    }
    // Once more in the order of the rows, from multipliers that no longer carry the errors of many moves.
    state_.set(state_.multipliers());
    if (worst_residual() > kMet) separable::rake(problem_, state_);

    Projection out;
    out.x = state_.x();
    out.multipliers = state_.multipliers();
    out.status = worst_residual() <= kNearlyMet ? Projection::Status::kSolved : Projection::Status::kLimit;
    return out;
  }

 private:
  [[nodiscard]] double worst_residual() const {
    double worst = 0;
    for (std::size_t j = 0; j < problem_.rows.size(); ++j) worst = std::max(worst, std::abs(state_.residual(j)));
    return worst;
  }

  // A multiplier stays on its side: what would pass through zero, or beyond its price, stops there.
  [[nodiscard]] double kept_in_range(std::size_t j, double from, double to) const {
    const LinearRow& row = problem_.rows[j];
    const double farthest = std::min(problem_.price(j), separable::kFarthest);
    const bool one_sided = row.least != row.most;
    if (one_sided && from > 0) to = std::max(to, 0.0);
    if (one_sided && from < 0) to = std::min(to, 0.0);
    return std::clamp(to, -farthest, farthest);
  }

  // Whether a step along the Newton direction raised the dual.
  bool newton() {
    std::vector<std::size_t> active;
    std::vector<double> residual;
    double size = 0;
    for (std::size_t j = 0; j < problem_.rows.size(); ++j) {
      const LinearRow& row = problem_.rows[j];
      const double off = state_.residual(j);
      if (off == 0 && (state_.multipliers()[j] == 0 && row.least != row.most)) continue;
      active.push_back(j);
      residual.push_back(off);
      size = std::max(size, std::abs(off));
    }
    if (active.empty()) return false;
    separable::NewtonSystem<Terms> system(problem_, state_, active);
    const std::vector<double> step = system.solve(residual, std::clamp(0.1 * size, 1e-6, 1e-2));

    const std::vector<double> from = state_.multipliers();
    const double value = state_.value();
    const double error = worst_residual();
    double length = 1;
    for (int i = 0; i < kHalvings; ++i, length /= 2) {
      std::vector<double> to = from;
      double promised = 0;
      for (std::size_t k = 0; k < active.size(); ++k) {
        const std::size_t j = active[k];
        to[j] = kept_in_range(j, from[j], from[j] + length * step[k]);
        promised += residual[k] * (to[j] - from[j]);
      }
      state_.set(std::move(to));
      if (promised > 0 && state_.value() >= value + 1e-4 * promised) return true;
      // So near the top the dual's value no longer tells; the residuals do.
      if (std::abs(promised) < 1e-12 && worst_residual() < error) return true;
    }
    state_.set(from);
    return false;
  }

  const ProjectionProblem& problem_;
  DualState<Terms> state_;
};

template <typename Terms>
ProjectionCheck check(const ProjectionProblem& problem, const Projection& claimed) {
  const Terms terms(problem);
  ProjectionCheck out;
  std::vector<double> slopes(problem.centre.size());
  double objective = 0;
  double dual = 0;
  for (std::size_t j = 0; j < problem.rows.size(); ++j) {
    const LinearRow& row = problem.rows[j];
    const double m = claimed.multipliers[j];
    for (std::size_t k = 0; k < row.at.size(); ++k) slopes[row.at[k]] += row.coefficients[k] * m;
    const double value = row_value(row, claimed.x);
    const double broken = std::max({row.least - value, value - row.most, 0.0});
    if (std::isinf(problem.price(j))) {
      out.violation = std::max(out.violation, broken);
    } else {
      objective += problem.price(j) * broken;
    }
    if (m != 0) dual += m * (m > 0 ? row.least : row.most);
  }
  for (std::size_t i = 0; i < claimed.x.size(); ++i) {
    const double x = claimed.x[i];
    out.violation = std::max({out.violation, problem.lower[i] - x, x - problem.upper[i]});
    objective += terms.distance(i, x);
    const double best = terms.point(i, slopes[i]);
    dual += terms.distance(i, best) - slopes[i] * best;
  }
  out.gap = objective - dual;
  return out;
}

}  // namespace

Projection project(const ProjectionProblem& problem) {
  return problem.distance == ProjectionProblem::Distance::kEntropy ? Solver<separable::EntropyTerms>(problem).run()
                                                                   : Solver<separable::SquareTerms>(problem).run();
}

ProjectionCheck check_projection(const ProjectionProblem& problem, const Projection& claimed) {
  return problem.distance == ProjectionProblem::Distance::kEntropy ? check<separable::EntropyTerms>(problem, claimed)
                                                                   : check<separable::SquareTerms>(problem, claimed);
}

}  // namespace ballast
