#include "ballast/optimize/projection.hpp"

#include <algorithm>
#include <cmath>

#include "dual_state.hpp"
#include "implied_bounds.hpp"
#include "newton_step.hpp"
#include "rake.hpp"
#include "row_scale.hpp"
#include "separable_terms.hpp"

namespace ballast {
namespace {

using separable::DualState;

// What doubles of order 1 can be asked for, and what is still taken for a solution where rounding stands in the way.
constexpr double kMet = 1e-12;
constexpr double kNearlyMet = 1e-11;
constexpr double kNoise = 1e-14;
constexpr int kFirstRakes = 4;
// Climbs before all rows are raked once more: one may end where a row drops out, and the next goes on without it.
constexpr int kStepsARound = 8;
// After so many rounds in vain raking may be what undoes the steps, where rows hardly leave each other any room.
constexpr int kStuck = 10;
constexpr int kHalvings = 30;
constexpr int kBisections = 120;
// So few that their system may be solved to the end every time.
constexpr std::size_t kFewRows = 60;
// Rounds without half the error gone, after which the rows are held to contradict each other: on the way round a
// degenerate corner the error may stay as it is for a while. Rounds of many rows are dear, and such corners rare there.
constexpr int kPatience = 400;
constexpr int kPatienceWithManyRows = 25;
// A multiplier that is as far out as it can be is a strong sign.
constexpr int kFarthestCounts = 20;
constexpr int kRounds = 2000;

enum class StepKind : std::uint8_t { kNone, kNewton, kClimb };

template <typename Terms>
class Solver {
 public:
  explicit Solver(const ProjectionProblem& problem)
      : scaled_(separable::scale_rows(problem)),
        bounds_(separable::implied_bounds(problem_)),
        state_(problem_, bounds_) {}

  [[nodiscard]] Projection run() {
    for (int i = 0; i < kFirstRakes; ++i) separable::rake(problem_, state_);
    double best = worst_residual();
    int waited = 0;
    const int patience = problem_.rows.size() <= kFewRows ? kPatience : kPatienceWithManyRows;
    for (int round = 0; round < kRounds && best > kMet && waited < patience; ++round) {
      StepKind last = StepKind::kClimb;
      const auto goes_on = [&] { return last == StepKind::kClimb || (waited >= kStuck && last == StepKind::kNewton); };
      for (int step = 0; step < kStepsARound && goes_on(); ++step) last = newton();
      if (last == StepKind::kNone) separable::rake(problem_, state_);
      separable::rake(problem_, state_);
      const double now = worst_residual();
      if (now < 0.5 * best) {
        best = now;
        waited = 0;
      } else {
        waited += any_at_its_farthest() ? kFarthestCounts : 1;
      }
    }
    // Once more in the order of the rows, from multipliers that no longer carry the errors of many moves.
    state_.set(state_.multipliers());
    if (worst_residual() > kMet) separable::rake(problem_, state_);

    Projection out;
    out.x = state_.x();
    out.multipliers = state_.multipliers();
    for (std::size_t j = 0; j < out.multipliers.size(); ++j) out.multipliers[j] *= scaled_.factors[j];
    out.forcing = bounds_.forcing;
    out.status = worst_residual() <= kNearlyMet ? Projection::Status::kSolved : Projection::Status::kLimit;
    return out;
  }

 private:
  [[nodiscard]] bool any_at_its_farthest() const {
    return std::any_of(state_.multipliers().begin(), state_.multipliers().end(),
                       [](double multiplier) { return std::abs(multiplier) == Terms::kFarthest; });
  }

  [[nodiscard]] double worst_residual() const {
    double worst = 0;
    for (std::size_t j = 0; j < problem_.rows.size(); ++j) worst = std::max(worst, std::abs(state_.residual(j)));
    return worst;
  }

  [[nodiscard]] bool is_one_sided(std::size_t j) const { return problem_.rows[j].least != problem_.rows[j].most; }
  [[nodiscard]] double farthest(std::size_t j) const { return std::min(problem_.price(j), Terms::kFarthest); }

  // The multipliers a step of this length along a direction leads to. A multiplier stays on its side: what would pass
  // through zero, or beyond its price, stops there.
  [[nodiscard]] std::vector<double> along(const std::vector<double>& from, const std::vector<double>& direction,
                                          double length) const {
    std::vector<double> to = from;
    for (std::size_t k = 0; k < active_.size(); ++k) {
      const std::size_t j = active_[k];
      to[j] += length * direction[k];
      if (sides_[k] > 0) to[j] = std::max(to[j], 0.0);
      if (sides_[k] < 0) to[j] = std::min(to[j], 0.0);
      to[j] = std::clamp(to[j], -farthest(j), farthest(j));
    }
    return to;
  }

  // What raised the dual: a step along the Newton direction, or one along a direction that is flat.
  StepKind newton() {
    active_.clear();
    sides_.clear();
    std::vector<double> residual;
    double size = 0;
    for (std::size_t j = 0; j < problem_.rows.size(); ++j) {
      const double off = state_.residual(j);
      const double multiplier = state_.multipliers()[j];
      if (std::abs(off) < kNoise && multiplier == 0 && is_one_sided(j)) continue;
      active_.push_back(j);
      sides_.push_back(!is_one_sided(j) ? 0 : ((multiplier == 0 ? off : multiplier) > 0 ? 1 : -1));
      residual.push_back(off);
      size = std::max(size, std::abs(off));
    }
    if (active_.empty()) return StepKind::kNone;
    separable::NewtonSystem<Terms> system(problem_, state_, active_);
    const double tightest = active_.size() < kFewRows ? 1e-10 : 1e-6;
    const auto [step, flat] = system.solve(residual, std::clamp(0.1 * size, tightest, 1e-2 * std::sqrt(tightest)));
    if (!flat.empty() && climb(flat)) return StepKind::kClimb;
    return backtrack(step, residual) ? StepKind::kNewton : StepKind::kNone;
  }

  bool backtrack(const std::vector<double>& step, const std::vector<double>& residual) {
    const std::vector<double> from = state_.multipliers();
    const double value = state_.value();
    const double error = worst_residual();
    double length = 1;
    for (int i = 0; i < kHalvings; ++i, length /= 2) {
      std::vector<double> to = along(from, step, length);
      double promised = 0;
      for (std::size_t k = 0; k < active_.size(); ++k) promised += residual[k] * (to[active_[k]] - from[active_[k]]);
      state_.set(std::move(to));
      if (promised > 0 && state_.value() >= value + 1e-4 * promised) return true;
      // So near the top the dual's value no longer tells; the residuals do.
      if (std::abs(promised) < 1e-12 && worst_residual() < error) return true;
    }
    state_.set(from);
    return false;
  }

  // How fast the dual rises with the length of a step, where that has led.
  [[nodiscard]] double slope(const std::vector<double>& from, const std::vector<double>& direction, double length) {
    std::vector<double> to = along(from, direction, length);
    std::vector<bool> moving(active_.size());
    for (std::size_t k = 0; k < active_.size(); ++k) {
      const std::size_t j = active_[k];
      const bool at_zero = sides_[k] != 0 && to[j] == 0 && sides_[k] * direction[k] <= 0;
      const bool stopped = at_zero || std::abs(to[j]) == farthest(j);
      moving[k] = !stopped;
    }
    state_.set(std::move(to));
    double sum = 0;
    for (std::size_t k = 0; k < active_.size(); ++k) {
      if (moving[k]) sum += state_.residual(active_[k]) * direction[k];
    }
    return sum;
  }

  // To the highest point along a direction: where a multiplier reaches zero, or coordinates begin to move. Without
  // either the rows contradict each other, and the multipliers end at their farthest.
  bool climb(const std::vector<double>& direction) {
    const std::vector<double> from = state_.multipliers();
    const double before = state_.value();
    if (slope(from, direction, 0) <= 0) {
      state_.set(from);
      return false;
    }
    std::vector<double> zeros;
    double longest = 0;
    for (std::size_t k = 0; k < active_.size(); ++k) {
      const std::size_t j = active_[k];
      if (direction[k] == 0) continue;
      const double zero = -from[j] / direction[k];
      if (is_one_sided(j) && zero > 0) zeros.push_back(zero);
      longest = std::max(longest, (farthest(j) + std::abs(from[j])) / std::abs(direction[k]));
    }
    std::sort(zeros.begin(), zeros.end());
    double low = 0;
    double high = longest;
    for (const double zero : zeros) {
      if (zero >= high) break;
      // Just past it, so that the multiplier is exactly zero.
      const double past = zero * (1 + 1e-15);
      (slope(from, direction, past) > 0 ? low : high) = past;
    }
    for (int i = 0; i < kBisections && high - low > 1e-15 * high; ++i) {
      // Lengths differ by orders of magnitude.
      const double middle = low > 0 && high / low > 4 ? std::sqrt(low) * std::sqrt(high) : 0.5 * (low + high);
      (slope(from, direction, middle) > 0 ? low : high) = middle;
    }
    state_.set(along(from, direction, high));
    if (state_.value() > before) return true;
    state_.set(from);
    return false;
  }

  const separable::ScaledRows scaled_;
  const ProjectionProblem& problem_ = scaled_.problem;
  const separable::Bounds bounds_;
  DualState<Terms> state_;
  std::vector<int> sides_;           ///< of their multipliers: 1 or -1, or 0 where either will do
  std::vector<std::size_t> active_;  ///< rows of the step under way
};

template <typename Terms>
ProjectionCheck check(const ProjectionProblem& problem, const Projection& claimed) {
  const separable::Bounds bounds = separable::implied_bounds(problem);
  const Terms terms(problem, bounds);
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
