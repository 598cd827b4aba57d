// Projections by relative entropy against iterative proportional fitting run to its end, against a bound from linear
// programs where there are limits on both sides, and against themselves with assets in another order.
#include "ballast/optimize/projection.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "../reference/draw.hpp"
#include "../reference/relative_entropy.hpp"
#include "../support/random_case.hpp"

using namespace ballast;
using ballast::test::case_count;
using ballast::test::CaseCount;
using ballast::test::Draw;
using ballast::test::Real;
using ballast::test::real;

namespace {

constexpr CaseCount kProjectionCases = {.native = 10'000, .sanitized = 500, .wasm = 400};

LinearRow whole_row(std::size_t count) {
  LinearRow row;
  for (std::size_t i = 0; i < count; ++i) row.at.push_back(i);
  row.coefficients.assign(count, 1.0);
  row.least = row.most = 1;
  return row;
}

// e^-spread … e^spread, together 1.
std::vector<double> any_weights(Draw& draw, std::size_t count, double spread) {
  std::vector<double> out;
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(std::exp(spread * (2 * draw.unit() - 1)));
    sum += out.back();
  }
  for (double& weight : out) weight /= sum;
  return out;
}

// Divisions of all positions into classes, and what each class weighs in weights that there are.
struct Marginals {
  std::vector<std::vector<std::vector<std::size_t>>> members;  ///< by division and class
  std::vector<std::vector<double>> sums;
};

Marginals any_marginals(Draw& draw, const std::vector<double>& weights) {
  Marginals out;
  for (int divisions = draw.between(1, 4); divisions > 0; --divisions) {
    const auto classes = static_cast<std::size_t>(draw.between(1, 6));
    std::vector<std::vector<std::size_t>> members(classes);
    std::vector<double> sums(classes);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const std::size_t c = draw.below(classes);
      members[c].push_back(i);
      sums[c] += weights[i];
    }
    out.members.push_back(std::move(members));
    out.sums.push_back(std::move(sums));
  }
  return out;
}

// Deming and Stephan 1940: every division's classes in turn are scaled to their sums. Nothing where that has no end.
std::optional<std::vector<Real>> fitted(const std::vector<double>& prior, const Marginals& marginals) {
  std::vector<Real> x;
  for (const double weight : prior) x.push_back(real(weight));
  for (int cycle = 0; cycle < 200'000; ++cycle) {
    Real off = 0;
    for (std::size_t d = 0; d < marginals.members.size(); ++d) {
      for (std::size_t c = 0; c < marginals.sums[d].size(); ++c) {
        const Real wanted = real(marginals.sums[d][c]);
        Real sum = 0;
        for (const std::size_t i : marginals.members[d][c]) sum += x[i];
        if (sum == 0) continue;
        off = std::max(off, std::fabs(sum - wanted));
        for (const std::size_t i : marginals.members[d][c]) x[i] *= wanted / sum;
      }
    }
    if (off <= real(2e-15)) return x;  // sums of doubles: no nearer to each other
  }
  return std::nullopt;
}

// Ranges, caps, fixed weights and divided memberships around weights that there are.
ProjectionProblem any_problem(Draw& draw, std::size_t count) {
  const std::vector<double> weights = draw.shares(count, 200);
  ProjectionProblem out;
  out.centre = any_weights(draw, count, 3);
  out.lower.assign(count, 0);
  out.upper.assign(count, draw.one_in(3) ? *std::max_element(weights.begin(), weights.end()) + 0.02 : 1);
  if (draw.one_in(3)) {
    const std::size_t i = draw.below(count);
    out.lower[i] = out.upper[i] = weights[i];
  }
  out.rows.push_back(whole_row(count));
  for (int rows = draw.between(1, 6); rows > 0; --rows) {
    LinearRow row;
    for (std::size_t i = 0; i < count; ++i) {
      if (!draw.one_in(2)) continue;
      row.at.push_back(i);
      row.coefficients.push_back(draw.one_in(3) ? 0.25 * draw.between(1, 3) : 1);
    }
    const double value = row_value(row, weights);
    row.least = std::max(0.0, value - 0.02 * draw.between(0, 4));
    row.most = value + 0.02 * draw.between(0, 4);
    if (draw.one_in(4)) row.least = -test::kNoLimit;
    if (draw.one_in(4)) row.most = test::kNoLimit;
    out.rows.push_back(row);
  }
  return out;
}

test::EntropyBound bound_of(const ProjectionProblem& problem) {
  test::PlainProgram program{problem.centre, problem.lower, problem.upper, {}};
  for (const LinearRow& row : problem.rows) {
    test::PlainRow dense{std::vector<double>(problem.centre.size()), row.least, row.most};
    for (std::size_t k = 0; k < row.at.size(); ++k) dense.a[row.at[k]] = row.coefficients[k];
    program.rows.push_back(std::move(dense));
  }
  return {std::move(program), problem.centre};
}

ProjectionProblem permuted(const ProjectionProblem& problem, const std::vector<std::size_t>& to, Draw& draw) {
  ProjectionProblem out = problem;
  for (std::size_t i = 0; i < to.size(); ++i) {
    out.centre[to[i]] = problem.centre[i];
    out.lower[to[i]] = problem.lower[i];
    out.upper[to[i]] = problem.upper[i];
  }
  const std::vector<std::size_t> order = draw.permutation(problem.rows.size());
  for (std::size_t j = 0; j < order.size(); ++j) {
    const LinearRow& from = problem.rows[j];
    std::vector<std::pair<std::size_t, double>> terms;
    for (std::size_t k = 0; k < from.at.size(); ++k) terms.emplace_back(to[from.at[k]], from.coefficients[k]);
    std::sort(terms.begin(), terms.end());
    LinearRow& row = out.rows[order[j]];
    row = {{}, {}, from.least, from.most};
    for (const auto& [at, coefficient] : terms) {
      row.at.push_back(at);
      row.coefficients.push_back(coefficient);
    }
  }
  return out;
}

double farthest(const std::vector<double>& a, const std::vector<double>& b) {
  double out = 0;
  for (std::size_t i = 0; i < a.size(); ++i) out = std::max(out, std::fabs(a[i] - b[i]));
  return out;
}

}  // namespace

TEST_CASE("Exact shares of classes: the weights of iterative proportional fitting", "[property][optimize]") {
  for (std::uint64_t seed = 0; seed < case_count(kProjectionCases.here()); ++seed) {
    Draw draw(seed);
    const auto count = static_cast<std::size_t>(draw.between(2, 24));
    const std::vector<double> wanted = any_weights(draw, count, 2);
    ProjectionProblem problem;
    problem.centre = wanted;
    for (double& centre : problem.centre) centre *= std::exp(4 * draw.unit() - 2);
    problem.lower.assign(count, 0);
    problem.upper.assign(count, 1);
    problem.rows.push_back(whole_row(count));
    const Marginals marginals = any_marginals(draw, wanted);
    for (std::size_t d = 0; d < marginals.members.size(); ++d) {
      for (std::size_t c = 0; c < marginals.sums[d].size(); ++c) {
        const std::vector<std::size_t>& at = marginals.members[d][c];
        const double sum = marginals.sums[d][c];
        problem.rows.push_back({at, std::vector<double>(at.size(), 1.0), sum, sum});
      }
    }
    INFO("seed " << seed);
    const std::optional<std::vector<Real>> expected = fitted(problem.centre, marginals);
    REQUIRE(expected);
    const Projection projection = project(problem);
    REQUIRE(projection.status == Projection::Status::kSolved);
    for (std::size_t i = 0; i < count; ++i) {
      REQUIRE(std::fabs(projection.x[i] - static_cast<double>((*expected)[i])) <= 1e-10);
    }
    for (const LinearRow& row : problem.rows) REQUIRE(std::fabs(row_value(row, projection.x) - row.least) <= 1e-10);
  }
}

TEST_CASE("Limits on both sides: nothing within them is nearer", "[property][optimize]") {
  std::uint64_t held_back = 0;
  const std::uint64_t cases = case_count(kProjectionCases.here()) / 2;
  for (std::uint64_t seed = 0; seed < cases; ++seed) {
    Draw draw(seed);
    const ProjectionProblem problem = any_problem(draw, static_cast<std::size_t>(draw.between(3, 10)));
    INFO("seed " << seed);
    const Projection projection = project(problem);
    REQUIRE(projection.status == Projection::Status::kSolved);
    for (std::size_t i = 0; i < problem.centre.size(); ++i) {
      REQUIRE(projection.x[i] >= problem.lower[i]);
      REQUIRE(projection.x[i] <= problem.upper[i]);
    }
    for (const LinearRow& row : problem.rows) {
      REQUIRE(row_value(row, projection.x) >= row.least - 1e-10);
      REQUIRE(row_value(row, projection.x) <= row.most + 1e-10);
    }
    REQUIRE(bound_of(problem).gap(projection.x, 1e-9) <= 1e-9);
    const Real reached = test::relative_entropy(projection.x, problem.centre);
    if (reached > real(1e-3)) ++held_back;
  }
  CHECK(held_back > cases / 2);
}

TEST_CASE("One solution: neither order nor scale changes it", "[property][optimize]") {
  for (std::uint64_t seed = 0; seed < case_count(kProjectionCases.here()) / 2; ++seed) {
    Draw draw(seed);
    const auto count = static_cast<std::size_t>(draw.between(3, 16));
    const ProjectionProblem problem = any_problem(draw, count);
    INFO("seed " << seed);
    const std::vector<double> x = project(problem).x;
    CHECK(project(problem).x == x);

    const std::vector<std::size_t> to = draw.permutation(count);
    const std::vector<double> moved = project(permuted(problem, to, draw)).x;
    std::vector<double> back(count);
    for (std::size_t i = 0; i < count; ++i) back[i] = moved[to[i]];
    REQUIRE(farthest(back, x) <= 1e-10);

    ProjectionProblem scaled = problem;
    const double factor = std::pow(10.0, draw.between(-4, 4));
    for (double& centre : scaled.centre) centre *= factor;
    REQUIRE(farthest(project(scaled).x, x) <= 1e-10);
  }
}
