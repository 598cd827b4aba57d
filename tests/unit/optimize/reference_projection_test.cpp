// Small projections that CVXOPT, a general convex solver, has solved (tests/reference/i_projection.jsonl).
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "../../reference/relative_entropy.hpp"
#include "ballast/io/json_value.hpp"
#include "ballast/optimize/projection.hpp"

using namespace ballast;

namespace {

JsonValue line_of(const std::string& text) {
  Result<JsonValue> parsed = parse_json(text, Source::kDocument, 1'000'000);
  REQUIRE(parsed.ok());
  return std::move(parsed).value();
}

const JsonValue& member(const JsonValue& value, const std::string& name) {
  const JsonValue* const found = value.find(name);
  if (found == nullptr) throw std::invalid_argument("no " + name);
  return *found;
}

double number(const JsonValue& value) { return std::strtod(value.text.c_str(), nullptr); }

double limit(const JsonValue& value, double otherwise) {
  return value.kind == JsonValue::Kind::kNull ? otherwise : number(value);
}

std::vector<double> numbers(const JsonValue& list) {
  std::vector<double> out;
  for (const JsonValue& item : list.items) out.push_back(number(item));
  return out;
}

struct ReferenceCase {
  std::string kind;
  ProjectionProblem problem;
  std::vector<double> weights;
  double entropy = 0;
  double gap = 0;
};

ReferenceCase case_of(const JsonValue& value) {
  ReferenceCase out;
  out.kind = member(value, "kind").text;
  out.problem.centre = numbers(member(value, "prior"));
  out.problem.lower = numbers(member(value, "lower"));
  out.problem.upper = numbers(member(value, "upper"));
  for (const JsonValue& item : member(value, "rows").items) {
    LinearRow row;
    for (const double at : numbers(member(item, "at"))) row.at.push_back(static_cast<std::size_t>(at));
    row.coefficients = numbers(member(item, "coefficients"));
    row.least = limit(member(item, "least"), -std::numeric_limits<double>::infinity());
    row.most = limit(member(item, "most"), std::numeric_limits<double>::infinity());
    out.problem.rows.push_back(std::move(row));
  }
  out.weights = numbers(member(value, "weights"));
  out.entropy = number(member(value, "entropy"));
  out.gap = number(member(value, "gap"));
  return out;
}

std::vector<ReferenceCase> read_cases() {
  std::ifstream file(std::string(BALLAST_TESTS_DIR) + "/reference/i_projection.jsonl");
  REQUIRE(file);
  std::string line;
  std::getline(file, line);
  const auto count = static_cast<std::size_t>(number(member(line_of(line), "cases")));
  std::vector<ReferenceCase> out;
  while (std::getline(file, line)) out.push_back(case_of(line_of(line)));
  REQUIRE(out.size() == count);
  REQUIRE(count >= 200);
  return out;
}

}  // namespace

TEST_CASE("Projections are those of a general convex solver", "[optimize][reference]") {
  std::map<std::string, int> kinds;
  int number_of_case = 0;
  for (const ReferenceCase& known : read_cases()) {
    INFO("line " << number_of_case + 2 << ", " << known.kind);
    const ProjectionProblem& problem = known.problem;
    const Projection projection = project(problem);
    ++number_of_case;
    ++kinds[known.kind];
    CHECK(projection.status == Projection::Status::kSolved);
    if (projection.status != Projection::Status::kSolved) continue;
    for (std::size_t i = 0; i < problem.centre.size(); ++i) {
      CHECK(projection.x[i] >= problem.lower[i]);
      CHECK(projection.x[i] <= problem.upper[i]);
      // Pinsker: entropies within 1e-9 alone would leave 4e-5.
      CHECK(std::fabs(projection.x[i] - known.weights[i]) <= 1e-6);
    }
    for (const LinearRow& row : problem.rows) {
      CHECK(row_value(row, projection.x) >= row.least - 1e-10);
      CHECK(row_value(row, projection.x) <= row.most + 1e-10);
    }
    const auto reached = static_cast<double>(test::relative_entropy(projection.x, problem.centre));
    CHECK(std::fabs(reached - known.entropy) <= 1e-9);
    CHECK(std::fabs(check_projection(problem, projection).gap) <= 1e-9);
  }
  CHECK(kinds.size() == 6);
  for (const auto& [kind, count] : kinds) CHECK(count >= 30);
}
