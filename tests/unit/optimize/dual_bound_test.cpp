// Bounds of linear programs from any prices of their rows.
#include "ballast/optimize/dual_bound.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace ballast;

namespace {

constexpr double kWithout = std::numeric_limits<double>::infinity();

// Maximise 3x + 5y with x <= 4, 2y <= 12, 3x + 2y <= 18: 36 at (2, 6) (Hillier and Lieberman's Wyndor Glass Co.).
LinearProgram wyndor() {
  LinearProgram out;
  out.cost = {-3, -5};
  out.lower = {0, 0};
  out.upper = {4, 100};
  out.rows = {{{1}, {2}, -kWithout, 12}, {{0, 1}, {3, 2}, -kWithout, 18}};
  return out;
}

}  // namespace

TEST_CASE("Prices of an optimum bound it exactly", "[unit][optimize]") {
  const LinearProgram program = wyndor();
  const LinearSolution solution = solve(program);
  REQUIRE(solution.status == LinearSolution::Status::kOptimal);
  // The book's shadow prices: 3/2 and 1.
  REQUIRE(solution.row_prices.size() == 2);
  CHECK(std::fabs(solution.row_prices[0] + 1.5) < 1e-12);
  CHECK(std::fabs(solution.row_prices[1] + 1) < 1e-12);
  const double bound = dual_bound(program, solution.row_prices);
  CHECK(bound <= -36);
  CHECK(bound > -36 - 1e-9);
}

TEST_CASE("Any prices bound from below", "[unit][optimize]") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> figure(-2, 2);
  for (int round = 0; round < 500; ++round) {
    LinearProgram program;
    std::vector<double> inside;
    for (int v = 0; v < 4; ++v) {
      program.cost.push_back(figure(random));
      program.lower.push_back(-1);
      program.upper.push_back(1);
      inside.push_back(figure(random) / 2);
    }
    for (int r = 0; r < 3; ++r) {
      LinearRow row;
      double sum = 0;
      for (std::size_t v = 0; v < 4; ++v) {
        row.at.push_back(v);
        row.coefficients.push_back(figure(random));
        sum += row.coefficients.back() * inside[v];
      }
      row.least = r == 0 ? -kWithout : sum - 0.5;
      row.most = r == 1 ? kWithout : sum + 0.5;
      program.rows.push_back(row);
    }
    const LinearSolution solution = solve(program);
    REQUIRE(solution.status == LinearSolution::Status::kOptimal);
    double optimum = 0;
    for (std::size_t v = 0; v < 4; ++v) optimum += program.cost[v] * solution.x[v];
    const double tight = dual_bound(program, solution.row_prices);
    CHECK(tight <= optimum + 1e-12);
    CHECK(tight > optimum - 1e-8);
    const std::vector<double> any = {figure(random), figure(random), figure(random)};
    CHECK(dual_bound(program, any) <= optimum + 1e-12);
  }
}

TEST_CASE("Where a variable has no limit a price can be no bound", "[unit][optimize]") {
  LinearProgram program = wyndor();
  program.upper = {kWithout, kWithout};
  CHECK(std::isinf(dual_bound(program, std::vector<double>{0, 0})));
  const LinearSolution solution = solve(wyndor());
  CHECK(dual_bound(program, solution.row_prices) <= -36);
}
