// Linear programs against all their vertices: whole numbers, up to three variables, every intersection of as many
// planes formed exactly. A program can be met where a vertex keeps all limits, and its least cost is that of the best
// one.
#include "ballast/optimize/linear_program.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <sstream>
#include <vector>

#include "../reference/draw.hpp"
#include "../reference/plain_program.hpp"
#include "../support/random_case.hpp"

using namespace ballast;
using ballast::test::case_count;
using ballast::test::CaseCount;
using ballast::test::Draw;

namespace {

constexpr CaseCount kProgramCases = {.native = 100'000, .sanitized = 10'000, .wasm = 3'000};

using Whole = std::int64_t;
using Triple = std::array<Whole, 3>;

constexpr double kNone = std::numeric_limits<double>::infinity();

// a . x against `limit`, in three dimensions: what is not there has a = 0 and is held at 0 by planes of its own.
struct Plane {
  Triple a;
  Whole limit;
};

struct Half {
  Plane plane;
  int sign;  ///< +1: a . x >= limit, -1: <=
};

Whole determinant(const Triple& a, const Triple& b, const Triple& c) {
  return a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
}

std::vector<Half> halves_of(const LinearProgram& program, const std::vector<std::size_t>& rows) {
  std::vector<Half> out;
  const auto add = [&](const Triple& a, double least, double most) {
    if (std::isfinite(least)) out.push_back({{a, std::llround(least)}, 1});
    if (std::isfinite(most)) out.push_back({{a, std::llround(most)}, -1});
  };
  for (std::size_t i = 0; i < 3; ++i) {
    Triple unit{};
    unit[i] = 1;
    const bool there = i < program.cost.size();
    add(unit, there ? program.lower[i] : 0, there ? program.upper[i] : 0);
  }
  for (const std::size_t r : rows) {
    const LinearRow& row = program.rows[r];
    Triple a{};
    for (std::size_t k = 0; k < row.at.size(); ++k) a[row.at[k]] = std::llround(row.coefficients[k]);
    add(a, row.least, row.most);
  }
  return out;
}

// The least cost over all vertices that keep every half-space, or nothing where none does.
std::optional<double> best_vertex(const LinearProgram& program, const std::vector<Half>& halves) {
  std::optional<double> best;
  const auto try_vertex = [&](const Plane& p, const Plane& q, const Plane& r) {
    const Whole all = determinant(p.a, q.a, r.a);
    if (all == 0) return;
    // Cramer: x_i = scaled[i] / all.
    Triple scaled{};
    for (std::size_t i = 0; i < 3; ++i) {
      Triple a = p.a;
      Triple b = q.a;
      Triple c = r.a;
      a[i] = p.limit;
      b[i] = q.limit;
      c[i] = r.limit;
      scaled[i] = determinant(a, b, c);
    }
    for (const auto& [plane, sign] : halves) {
      const Whole value = plane.a[0] * scaled[0] + plane.a[1] * scaled[1] + plane.a[2] * scaled[2];
      if ((value - plane.limit * all) * (all > 0 ? 1 : -1) * sign < 0) return;
    }
    double cost = 0;
    for (std::size_t i = 0; i < program.cost.size(); ++i) cost += program.cost[i] * static_cast<double>(scaled[i]);
    cost /= static_cast<double>(all);
    if (!best || cost < *best) best = cost;
  };
  for (std::size_t p = 0; p < halves.size(); ++p) {
    for (std::size_t q = p + 1; q < halves.size(); ++q) {
      for (std::size_t r = q + 1; r < halves.size(); ++r) try_vertex(halves[p].plane, halves[q].plane, halves[r].plane);
    }
  }
  return best;
}

LinearProgram any_program(Draw& draw) {
  LinearProgram out;
  const int variables = draw.between(1, 3);
  for (int i = 0; i < variables; ++i) {
    out.cost.push_back(draw.between(-3, 3));
    out.lower.push_back(draw.between(-2, 1));
    const bool open = out.cost.back() >= 0 && draw.one_in(5);
    out.upper.push_back(open ? kNone : out.lower.back() + draw.between(0, 4));
  }
  for (int rows = draw.between(0, 4); rows > 0; --rows) {
    LinearRow row;
    for (std::size_t i = 0; i < out.cost.size(); ++i) {
      const int a = draw.between(-2, 2);
      if (a == 0) continue;
      row.at.push_back(i);
      row.coefficients.push_back(a);
    }
    row.least = draw.between(-4, 3);
    row.most = row.least + draw.between(0, 3);
    if (draw.one_in(5)) row.least = -kNone;
    if (draw.one_in(5)) row.most = kNone;
    out.rows.push_back(row);
  }
  return out;
}

std::string text_of(const LinearProgram& program) {
  std::ostringstream out;
  for (std::size_t i = 0; i < program.cost.size(); ++i) {
    out << program.lower[i] << " <= x" << i << " <= " << program.upper[i] << " cost " << program.cost[i] << "\n";
  }
  for (const LinearRow& row : program.rows) {
    out << row.least << " <=";
    for (std::size_t k = 0; k < row.at.size(); ++k) out << " " << row.coefficients[k] << " x" << row.at[k];
    out << " <= " << row.most << "\n";
  }
  return out.str();
}

std::string fault_of(const LinearProgram& program, int& infeasible) {
  std::vector<std::size_t> all(program.rows.size());
  for (std::size_t r = 0; r < all.size(); ++r) all[r] = r;
  const std::optional<double> best = best_vertex(program, halves_of(program, all));
  const LinearSolution solution = solve(program);
  if (solution.status == LinearSolution::Status::kLimit) return "no end";
  if (!best) {
    ++infeasible;
    if (solution.status != LinearSolution::Status::kInfeasible) return "no vertex, but solved";
    if (best_vertex(program, halves_of(program, solution.conflict))) return "a conflict that is none";
    return "";
  }
  if (solution.status != LinearSolution::Status::kOptimal) return "a vertex, but not solved";
  double cost = 0;
  for (std::size_t i = 0; i < program.cost.size(); ++i) {
    cost += program.cost[i] * solution.x[i];
    if (solution.x[i] < program.lower[i] - 1e-9 || solution.x[i] > program.upper[i] + 1e-9) return "a limit is broken";
  }
  for (const LinearRow& row : program.rows) {
    const double value = row_value(row, solution.x);
    if (value < row.least - 1e-9 || value > row.most + 1e-9) return "a row is broken";
  }
  return std::fabs(cost - *best) <= 1e-8 ? "" : "not the least cost";
}

}  // namespace

TEST_CASE("Tiny linear programs have the best of their vertices", "[property][optimize]") {
  int infeasible = 0;
  const std::uint64_t count = case_count(kProgramCases.here());
  for (std::uint64_t seed = 0; seed < count; ++seed) {
    Draw draw(seed);
    const LinearProgram program = any_program(draw);
    const std::string fault = fault_of(program, infeasible);
    if (fault.empty()) continue;
    INFO("seed " << seed << "\n" << text_of(program));
    FAIL(fault);
  }
  CHECK(static_cast<std::uint64_t>(infeasible) > count / 10);
}

// The two simplex methods of the tests and the core share nothing but the problem; rows as rules make them.
TEST_CASE("Larger linear programs agree with a plain tableau", "[property][optimize]") {
  int infeasible = 0;
  const std::uint64_t count = case_count(kProgramCases.here()) / 20;
  for (std::uint64_t seed = 0; seed < count; ++seed) {
    Draw draw(seed);
    LinearProgram program;
    const auto variables = static_cast<std::size_t>(draw.between(3, 12));
    program.lower.assign(variables, 0);
    program.upper.assign(variables, draw.one_in(3) ? 0.2 : 1);
    test::PlainProgram plain{{}, program.lower, program.upper, {}};
    for (std::size_t i = 0; i < variables; ++i) program.cost.push_back(draw.between(-20, 20));
    plain.cost = program.cost;
    for (int rows = draw.between(1, 12); rows > 0; --rows) {
      LinearRow row;
      test::PlainRow dense{std::vector<double>(variables), 0, 0};
      for (std::size_t i = 0; i < variables; ++i) {
        if (!draw.one_in(3)) continue;
        row.at.push_back(i);
        row.coefficients.push_back(0.25 * draw.between(1, 4));
        dense.a[i] = row.coefficients.back();
      }
      row.least = 0.05 * draw.between(0, 8);
      row.most = row.least + 0.05 * draw.between(0, 4);
      dense.least = row.least;
      dense.most = row.most;
      program.rows.push_back(row);
      plain.rows.push_back(dense);
    }
    INFO("seed " << seed << "\n" << text_of(program));
    const LinearSolution solution = solve(program);
    const std::optional<test::PlainMinimum> expected = test::plain_minimum(plain);
    REQUIRE(solution.status != LinearSolution::Status::kLimit);
    REQUIRE((solution.status == LinearSolution::Status::kOptimal) == expected.has_value());
    if (!expected) {
      ++infeasible;
      test::PlainProgram part = plain;
      part.rows.clear();
      for (const std::size_t r : solution.conflict) part.rows.push_back(plain.rows[r]);
      REQUIRE_FALSE(test::plain_minimum(part));
      continue;
    }
    double cost = 0;
    for (std::size_t i = 0; i < variables; ++i) cost += program.cost[i] * solution.x[i];
    REQUIRE(std::fabs(cost - expected->cost) <= 1e-7);
    for (const LinearRow& row : program.rows) {
      const double value = row_value(row, solution.x);
      REQUIRE(value >= row.least - 1e-9);
      REQUIRE(value <= row.most + 1e-9);
    }
  }
  CHECK(static_cast<std::uint64_t>(infeasible) > count / 10);
  CHECK(static_cast<std::uint64_t>(infeasible) < count - count / 10);
}
