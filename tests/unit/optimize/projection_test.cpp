// Projections worked out by hand.
#include "ballast/optimize/projection.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace ballast;

namespace {

constexpr double kUnlimited = std::numeric_limits<double>::infinity();

LinearRow class_row(std::vector<std::size_t> at, double least, double most) {
  LinearRow row{std::move(at), {}, least, most};
  row.coefficients.assign(row.at.size(), 1.0);
  return row;
}

LinearRow exact_row(std::vector<std::size_t> at, double share) { return class_row(std::move(at), share, share); }

ProjectionProblem entropy_problem(std::vector<double> prior) {
  ProjectionProblem out;
  out.centre = std::move(prior);
  out.lower.assign(out.centre.size(), 0);
  out.upper.assign(out.centre.size(), 1);
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < out.centre.size(); ++i) all.push_back(i);
  out.rows.push_back(exact_row(std::move(all), 1));
  return out;
}

// Cells of a table, row after row, with shares for its rows and columns.
ProjectionProblem table_problem(std::vector<double> cells, const std::vector<double>& rows,
                                const std::vector<double>& columns) {
  ProjectionProblem out = entropy_problem(std::move(cells));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::vector<std::size_t> at;
    for (std::size_t c = 0; c < columns.size(); ++c) at.push_back(r * columns.size() + c);
    out.rows.push_back(exact_row(at, rows[r]));
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    std::vector<std::size_t> at;
    for (std::size_t r = 0; r < rows.size(); ++r) at.push_back(r * columns.size() + c);
    out.rows.push_back(exact_row(at, columns[c]));
  }
  return out;
}

void check_solution(const ProjectionProblem& problem, const std::vector<double>& expected, double within = 1e-11) {
  const Projection projection = project(problem);
  CHECK(projection.status == Projection::Status::kSolved);
  REQUIRE(projection.x.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    INFO("position " << i << ": " << projection.x[i] << ", expected " << expected[i]);
    CHECK(std::fabs(projection.x[i] - expected[i]) <= within);
  }
  const ProjectionCheck check = check_projection(problem, projection);
  CHECK(check.violation <= 1e-11);
  CHECK(std::fabs(check.gap) <= 1e-9);
}

}  // namespace

TEST_CASE("Without rules the prior stays", "[optimize]") {
  check_solution(entropy_problem({0.5, 0.3, 0.2}), {0.5, 0.3, 0.2});
  check_solution(entropy_problem({5, 3, 2}), {0.5, 0.3, 0.2});
  check_solution(entropy_problem({0.25}), {1});
}

TEST_CASE("One class: it is divided by the prior, and so is the rest", "[optimize]") {
  ProjectionProblem problem = entropy_problem({0.4, 0.1, 0.3, 0.2});
  problem.rows.push_back(exact_row({0, 1}, 0.8));
  check_solution(problem, {0.64, 0.16, 0.12, 0.08});
}

TEST_CASE("A limit that the prior keeps changes nothing; one that it breaks is reached", "[optimize]") {
  ProjectionProblem problem = entropy_problem({0.4, 0.1, 0.3, 0.2});
  problem.rows.push_back(class_row({0, 1}, 0.45, 0.55));
  check_solution(problem, {0.4, 0.1, 0.3, 0.2});
  problem.rows.back() = class_row({0, 1}, 0.6, 0.9);
  check_solution(problem, {0.48, 0.12, 0.24, 0.16});
  problem.rows.back() = class_row({0, 1}, -kUnlimited, 0.25);
  check_solution(problem, {0.2, 0.05, 0.45, 0.3});
}

TEST_CASE("Classes of equal priors are independent", "[optimize]") {
  // 2 x 3: every weight is the product of its row's and its column's share.
  check_solution(table_problem(std::vector<double>(6, 1.0 / 6), {0.6, 0.4}, {0.5, 0.3, 0.2}),
                 {0.30, 0.18, 0.12, 0.20, 0.12, 0.08});
  // 2 x 2 x 2: likewise, with shares of 0.7, 0.2 and 0.1 where a bit is set.
  ProjectionProblem cube = entropy_problem(std::vector<double>(8, 0.125));
  const double shares[] = {0.7, 0.2, 0.1};
  std::vector<double> expected(8, 1.0);
  for (std::size_t d = 0; d < 3; ++d) {
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < 8; ++i) {
      const bool set = (i >> d & 1U) != 0;
      if (set) at.push_back(i);
      expected[i] *= set ? shares[d] : 1 - shares[d];
    }
    cube.rows.push_back(exact_row(at, shares[d]));
  }
  check_solution(cube, expected);
}

TEST_CASE("Raked tables keep the prior's odds", "[optimize]") {
  // 2 x 2: (.1 * .4) / (.2 * .3) = (6 * 4) / (6 * 6) = 2/3, with rows of .3 and .7, columns of .4 and .6.
  check_solution(table_problem({6.0 / 22, 6.0 / 22, 6.0 / 22, 4.0 / 22}, {0.3, 0.7}, {0.4, 0.6}), {0.1, 0.2, 0.3, 0.4});
  // 3 x 3: 1 2 1 / 3 1 2 / 1 1 4 with its rows times 2, 1, 3 and its columns times 1, 2, 1 is 2 8 2 / 3 2 2 / 3 6 12,
  // together 40, with rows of 12, 7, 21 and columns of 8, 16, 16.
  check_solution(
      table_problem({1 / 16.0, 2 / 16.0, 1 / 16.0, 3 / 16.0, 1 / 16.0, 2 / 16.0, 1 / 16.0, 1 / 16.0, 4 / 16.0},
                    {0.3, 0.175, 0.525}, {0.2, 0.4, 0.4}),
      {0.05, 0.2, 0.05, 0.075, 0.05, 0.05, 0.075, 0.15, 0.3});
}

TEST_CASE("A capped index: what is cut off goes to the others in proportion, until all hold", "[optimize]") {
  ProjectionProblem problem = entropy_problem({0.5, 0.2, 0.15, 0.1, 0.05});
  problem.upper.assign(5, 0.3);  // 0.7 for the others, which had 0.5
  check_solution(problem, {0.3, 0.28, 0.21, 0.14, 0.07});
  problem.upper.assign(5, 0.25);  // that would take the second to 0.3: 0.5 for the other three, which had 0.3
  check_solution(problem, {0.25, 0.25, 0.25, 0.5 / 3, 0.25 / 3});
  problem.upper.assign(5, 0.2);
  check_solution(problem, {0.2, 0.2, 0.2, 0.2, 0.2});
}

TEST_CASE("A cap and a class meet", "[optimize]") {
  // The first two are pulled up to 0.48; the third takes what is left, below its cap of 0.53.
  ProjectionProblem problem = entropy_problem({0.18, 0.09, 0.73});
  problem.upper.assign(3, 0.53);
  problem.rows.push_back(class_row({0, 1}, 0.48, kUnlimited));
  check_solution(problem, {0.32, 0.16, 0.52});
}

TEST_CASE("What another rule implies does no harm", "[optimize]") {
  ProjectionProblem problem = entropy_problem({0.03, 0.95, 0.02});
  problem.rows.push_back(class_row({0, 2}, 0.685, kUnlimited));  // 0.687 by the next
  problem.rows.push_back(exact_row({1}, 0.313));
  check_solution(problem, {0.4122, 0.313, 0.2748});
  problem.rows.push_back(exact_row({0, 1, 2}, 1));
  problem.rows.push_back(class_row({0, 1, 2}, 0, 1));
  problem.rows.push_back(problem.rows[2]);
  problem.rows.push_back(exact_row({0, 2}, 0.687));
  check_solution(problem, {0.4122, 0.313, 0.2748});
}

TEST_CASE("Shares of a class", "[optimize]") {
  // The first is 3/4 of the first two: x0 - 3/4 (x0 + x1) = 0. Both keep p0^(3/4) p1^(1/4) as their common measure:
  // with a prior of .2 and .2 that is 0.2 / ((3/4)^(3/4) (1/4)^(1/4)) = 0.2 * 4 / 27^(1/4) against 0.6 for the third.
  ProjectionProblem problem = entropy_problem({0.2, 0.2, 0.6});
  problem.rows.push_back({{0, 1}, {0.25, -0.75}, 0, 0});
  const double both = 0.8 / std::pow(27.0, 0.25);
  const double sum = both + 0.6;
  check_solution(problem, {0.75 * both / sum, 0.25 * both / sum, 0.6 / sum});
}

TEST_CASE("A divided membership", "[optimize]") {
  // Half of the second is in the class: x0 + x1/2 = 0.625. x = p (m^2, m, 1/1) times a level: m = 2 gives (4, 2, 1) / 7
  // with 5/7; of equal priors and a share of 5/7 exactly that.
  ProjectionProblem problem = entropy_problem({1.0 / 3, 1.0 / 3, 1.0 / 3});
  problem.rows.push_back({{0, 1}, {1, 0.5}, 5.0 / 7, 5.0 / 7});
  check_solution(problem, {4.0 / 7, 2.0 / 7, 1.0 / 7});
}

TEST_CASE("Shares of 0 and of 1", "[optimize]") {
  ProjectionProblem problem = entropy_problem({0.4, 0.1, 0.3, 0.2});
  problem.rows.push_back(exact_row({0, 1}, 0));
  check_solution(problem, {0, 0, 0.6, 0.4});
  problem.rows.back() = exact_row({0, 1}, 1);
  check_solution(problem, {0.8, 0.2, 0, 0});
  problem.rows.back() = class_row({0, 1}, -kUnlimited, 0);
  problem.rows.push_back(exact_row({2}, 1));
  check_solution(problem, {0, 0, 1, 0});
}

TEST_CASE("Weights that rules force to 0", "[optimize]") {
  // Rows .6 and .4, columns .4 and .6, and nothing in the last cell: the third fills its row and its column.
  ProjectionProblem problem = entropy_problem({0.3, 0.3, 0.4});
  problem.rows.push_back(exact_row({0, 1}, 0.6));
  problem.rows.push_back(exact_row({2}, 0.4));
  problem.rows.push_back(exact_row({0, 2}, 0.4));
  problem.rows.push_back(exact_row({1}, 0.6));
  check_solution(problem, {0, 0.6, 0.4});
}

TEST_CASE("What hardly has a prior gets weight only where it must", "[optimize]") {
  ProjectionProblem problem = entropy_problem({1e-18, 1e-18, 0.5, 0.5});
  check_solution(problem, {0, 0, 0.5, 0.5}, 1e-15);
  problem.rows.push_back(class_row({0, 1}, 0.3, kUnlimited));
  check_solution(problem, {0.15, 0.15, 0.35, 0.35});
  problem.rows.back() = exact_row({0, 1}, 1);
  check_solution(problem, {0.5, 0.5, 0, 0});
  // All of them: equal parts.
  check_solution(entropy_problem({1e-18, 1e-18, 1e-18, 1e-18}), {0.25, 0.25, 0.25, 0.25});
}

TEST_CASE("Bounds of single weights", "[optimize]") {
  ProjectionProblem problem = entropy_problem({0.5, 0.3, 0.2});
  problem.upper[0] = 0;  // no price
  check_solution(problem, {0, 0.6, 0.4});
  problem.lower = {0, 0.7, 0};
  check_solution(problem, {0, 0.7, 0.3});
  problem.lower = problem.upper = {0.1, 0.2, 0.7};
  check_solution(problem, {0.1, 0.2, 0.7});
}

TEST_CASE("Classes without assets", "[optimize]") {
  ProjectionProblem problem = entropy_problem({0.5, 0.5});
  problem.rows.push_back(exact_row({}, 0));
  problem.rows.push_back(class_row({}, -kUnlimited, 0.4));
  check_solution(problem, {0.5, 0.5});
  problem.rows.push_back(exact_row({}, 0.1));
  CHECK(project(problem).status == Projection::Status::kLimit);
}

TEST_CASE("Rows that contradict each other are not solved", "[optimize]") {
  ProjectionProblem problem = entropy_problem({0.4, 0.3, 0.3});
  problem.rows.push_back(exact_row({0}, 0.6));
  problem.rows.push_back(class_row({1, 2}, 0.5, kUnlimited));
  CHECK(project(problem).status == Projection::Status::kLimit);
}

TEST_CASE("Squares: what a bound takes is divided by the scales", "[optimize]") {
  ProjectionProblem problem = entropy_problem({0.5, 0.3, 0.2});
  problem.distance = ProjectionProblem::Distance::kSquares;
  problem.scale = {0.5, 0.3, 0.2};
  problem.upper[0] = 0.4;
  check_solution(problem, {0.4, 0.36, 0.24});
  // Half of the first belongs to a class with the second. Both rows hold: x0 = .4 by its bound, x0/2 + x1 = .5.
  problem.rows.push_back({{0, 1}, {0.5, 1}, 0.5, 0.5});
  check_solution(problem, {0.4, 0.3, 0.3});
}

TEST_CASE("Rows with a price are broken where keeping them costs more", "[optimize]") {
  // x0 >= 0.8 of two equal ones: at a price of ln 2 a unit the odds go to 2 : 1 and no further; ln 4 is just enough.
  ProjectionProblem problem = entropy_problem({0.5, 0.5});
  problem.rows.push_back(class_row({0}, 0.8, kUnlimited));
  problem.prices = {kUnlimited, std::log(2.0)};
  check_solution(problem, {2.0 / 3, 1.0 / 3});
  problem.prices[1] = std::log(9.0);
  check_solution(problem, {0.8, 0.2});
  // It can be met by nothing: all for it, at any price.
  problem.rows.back() = class_row({0}, 2, kUnlimited);
  problem.prices = {kUnlimited, std::log(9.0)};
  check_solution(problem, {0.9, 0.1});
}

TEST_CASE("The check tells a claim that is wrong", "[optimize]") {
  const ProjectionProblem problem = entropy_problem({0.5, 0.5});
  Projection claim;
  claim.x = {0.8, 0.2};
  claim.multipliers = {0};
  const ProjectionCheck away = check_projection(problem, claim);
  CHECK(away.violation <= 1e-15);
  CHECK(std::fabs(away.gap - (0.8 * std::log(1.6) + 0.2 * std::log(0.4))) <= 1e-15);
  claim.x = {0.5, 0.4};
  CHECK(std::fabs(check_projection(problem, claim).violation - 0.1) <= 1e-15);
  claim.x = {1.1, -0.1};
  CHECK(std::fabs(check_projection(problem, claim).violation - 0.1) <= 1e-15);
}
