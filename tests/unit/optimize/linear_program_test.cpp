// Linear programs from books, and odd ones.
#include "ballast/optimize/linear_program.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace ballast;

namespace {

constexpr double kNone = std::numeric_limits<double>::infinity();

LinearProgram program_of(std::vector<double> cost, double upper) {
  LinearProgram out;
  out.cost = std::move(cost);
  out.lower.assign(out.cost.size(), 0);
  out.upper.assign(out.cost.size(), upper);
  return out;
}

LinearRow dense_row(const std::vector<double>& a, double least, double most) {
  LinearRow row;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == 0) continue;
    row.at.push_back(i);
    row.coefficients.push_back(a[i]);
  }
  row.least = least;
  row.most = most;
  return row;
}

void check_optimum(const LinearProgram& program, const std::vector<double>& expected) {
  const LinearSolution solution = solve(program);
  REQUIRE(solution.status == LinearSolution::Status::kOptimal);
  REQUIRE(solution.x.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO("x" << i << " = " << solution.x[i] << ", expected " << expected[i]);
    CHECK(std::fabs(solution.x[i] - expected[i]) <= 1e-9);
  }
}

std::vector<std::size_t> conflict_of(const LinearProgram& program) {
  const LinearSolution solution = solve(program);
  REQUIRE(solution.status == LinearSolution::Status::kInfeasible);
  return solution.conflict;
}

}  // namespace

TEST_CASE("Chvatal's first example", "[optimize]") {
  // maximise 5a + 4b + 3c: 13 at (2, 0, 1)
  LinearProgram program = program_of({-5, -4, -3}, 100);
  program.rows = {dense_row({2, 3, 1}, -kNone, 5), dense_row({4, 1, 2}, -kNone, 11), dense_row({3, 4, 2}, -kNone, 8)};
  check_optimum(program, {2, 0, 1});
}

TEST_CASE("Programs on which Dantzig's rule alone goes round in circles", "[optimize]") {
  // Chvatal, chapter 3: maximise 10a - 57b - 9c - 24d, 1 at (1, 0, 1, 0).
  LinearProgram program = program_of({-10, 57, 9, 24}, 100);
  program.rows = {dense_row({0.5, -5.5, -2.5, 9}, -kNone, 0), dense_row({0.5, -1.5, -0.5, 1}, -kNone, 0),
                  dense_row({1, 0, 0, 0}, -kNone, 1)};
  check_optimum(program, {1, 0, 1, 0});
  // Beale 1955: -1/20 at (1/25, 0, 1, 0).
  program = program_of({-0.75, 150, -0.02, 6}, 100);
  program.rows = {dense_row({0.25, -60, -0.04, 9}, -kNone, 0), dense_row({0.5, -90, -0.02, 3}, -kNone, 0),
                  dense_row({0, 0, 1, 0}, -kNone, 1)};
  check_optimum(program, {0.04, 0, 1, 0});
}

TEST_CASE("Klee and Minty's cube", "[optimize]") {
  LinearProgram program = program_of({-100, -10, -1}, 1e5);
  program.rows = {dense_row({1, 0, 0}, -kNone, 1), dense_row({20, 1, 0}, -kNone, 100),
                  dense_row({200, 20, 1}, -kNone, 10'000)};
  check_optimum(program, {0, 0, 10'000});
}

TEST_CASE("An assignment: whole by itself, though highly degenerate", "[optimize]") {
  // 4 1 3 / 2 0 5 / 3 2 2: least 1 + 2 + 2 = 5
  LinearProgram program = program_of({4, 1, 3, 2, 0, 5, 3, 2, 2}, kNone);
  for (std::size_t k = 0; k < 3; ++k) {
    program.rows.push_back({{3 * k, 3 * k + 1, 3 * k + 2}, {1, 1, 1}, 1, 1});
    program.rows.push_back({{k, k + 3, k + 6}, {1, 1, 1}, 1, 1});
  }
  check_optimum(program, {0, 1, 0, 1, 0, 0, 0, 0, 1});
}

TEST_CASE("Limits of variables alone", "[optimize]") {
  LinearProgram program = program_of({1, -1, 0}, 2);
  program.lower = {-1, 0, 0.5};
  check_optimum(program, {-1, 2, 0.5});
  program.lower = program.upper = {0.25, 0.5, 0.75};
  check_optimum(program, {0.25, 0.5, 0.75});
  check_optimum(program_of({}, 1), {});
}

TEST_CASE("Rows with limits on both sides, and rows said twice", "[optimize]") {
  LinearProgram program = program_of({1, 2}, 1);
  program.rows = {dense_row({1, 1}, 0.6, 0.8), dense_row({1, 0}, 0.1, 0.4)};
  check_optimum(program, {0.4, 0.2});
  program.rows.push_back(program.rows.front());
  program.rows.push_back(dense_row({2, 2}, 1.2, 1.2));
  program.rows.push_back(dense_row({1, 1}, 0.6, 0.6));
  check_optimum(program, {0.4, 0.2});
}

TEST_CASE("A variable without an upper limit takes what is left", "[optimize]") {
  LinearProgram program = program_of({3, 1}, kNone);
  program.upper[1] = 5;
  program.rows = {dense_row({1, 1}, 12, kNone)};
  check_optimum(program, {7, 5});
}

TEST_CASE("Rows that cannot be met are named", "[optimize]") {
  LinearProgram program = program_of({0, 0, 0}, 1);
  program.rows = {dense_row({1, 1, 1}, 1, 1), dense_row({1, 0, 0}, 0.7, 1), dense_row({0, 1, 0}, 0.5, 1)};
  CHECK(conflict_of(program) == std::vector<std::size_t>{0, 1, 2});
  // One row against the limits of its variables.
  program.rows = {dense_row({1, 1, 1}, 3.5, 4)};
  CHECK(conflict_of(program) == std::vector<std::size_t>{0});
  // One that has no variable at all.
  program.rows = {dense_row({1, 1, 1}, 1, 1), dense_row({0, 0, 0}, 0.1, 1)};
  const std::vector<std::size_t> conflict = conflict_of(program);
  CHECK(std::find(conflict.begin(), conflict.end(), 1U) != conflict.end());
}

TEST_CASE("What is broken by less than a tolerance is not broken", "[optimize]") {
  LinearProgram program = program_of({0, 0}, 1);
  program.rows = {dense_row({1, 1}, 1, 1), dense_row({1, 0}, 0.4, 0.4), dense_row({0, 1}, 0.6 + 1e-12, 1)};
  CHECK(solve(program).status == LinearSolution::Status::kOptimal);
  program.rows.back().least = 0.6 + 1e-6;
  CHECK(solve(program).status == LinearSolution::Status::kInfeasible);
}
