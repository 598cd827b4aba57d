// One row at a time: the multiplier of a row is set so that the row is met, all others held still.
#pragma once

#include <cmath>
#include <cstddef>

#include "dual_state.hpp"

namespace ballast::separable {

inline constexpr int kRootSteps = 80;

/// The step of row j's multiplier at which its value is `wanted`, within a bracket that holds it.
template <typename Terms>
[[nodiscard]] double find_step(const DualState<Terms>& state, std::size_t j, double wanted, double from, double to) {
  double low = from;
  double high = to;
  double at = std::clamp(0.0, low, high);
  double width = high - low;
  for (int round = 0; round < kRootSteps; ++round) {
    const auto probe = state.probe(j, at);
    const double off = wanted - probe.value;
    if (std::abs(off) <= 1e-16 * std::abs(wanted) || high - low <= 1e-15 * (1 + std::abs(at))) break;
    (off > 0 ? low : high) = at;
    // In logarithms where that is possible: a row of an exponential family is straighter there.
    double next = at + (probe.speed > 0 ? off / probe.speed : 0.0);
    if (wanted > 0 && probe.value > 0 && probe.speed > 0) {
      next = at + std::log(wanted / probe.value) * probe.value / probe.speed;
    }
    // No further than one and a half times what is known: beyond that exponentials say nothing, and Newton's steps come
    // back from there by one at a time. And where the bracket hardly shrinks, its middle.
    const double reach = 1 + 1.5 * std::abs(at);
    next = std::clamp(next, at - reach, at + reach);
    const bool slow = round % 4 == 3 && high - low > 0.25 * width;
    if (round % 4 == 3) width = high - low;
    if (!(next > low && next < high) || (slow && low > from && high < to)) next = 0.5 * (low + high);
    at = next;
  }
  return at;
}

template <typename Terms>
void rake_row(const ProjectionProblem& problem, DualState<Terms>& state, std::size_t j) {
  const LinearRow& row = problem.rows[j];
  const double farthest = std::min(problem.price(j), Terms::kFarthest);
  const double now = state.multipliers()[j];
  const double without = now == 0 ? state.row_value(j) : state.probe(j, -now).value;
  if (without >= row.least && without <= row.most) {
    state.move(j, -now);
  } else if (without < row.least) {
    state.move(j, find_step(state, j, row.least, -now, farthest - now));
  } else {
    state.move(j, find_step(state, j, row.most, -farthest - now, -now));
  }
}

template <typename Terms>
void rake(const ProjectionProblem& problem, DualState<Terms>& state) {
  for (std::size_t j = 0; j < problem.rows.size(); ++j) rake_row(problem, state, j);
}

}  // namespace ballast::separable
