#include "ballast/base/result.hpp"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

namespace ballast {
namespace {

TEST_CASE("a result holds a value", "[base][result]") {
  const Result<std::string> result = std::string("planned");
  REQUIRE(result.ok());
  CHECK(result.value() == "planned");
}

TEST_CASE("a result holds a problem, or several", "[base][result]") {
  const Result<int> one = Problem{ErrorCode::kStringEmpty, Source::kRequest, "/directions", {}};
  REQUIRE_FALSE(one.ok());
  REQUIRE(one.problems().size() == 1);
  CHECK(one.problems().front().code == ErrorCode::kStringEmpty);
  CHECK(one.problems().front().source == Source::kRequest);
  CHECK(one.problems().front().pointer == "/directions");

  const Result<int> several = Problems(3, Problem{ErrorCode::kInternal, Source::kEngine, "", {}});
  CHECK(several.problems().size() == 3);
}

TEST_CASE("a value can be moved out", "[base][result]") {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  REQUIRE(result.ok());
  const std::unique_ptr<int> moved = std::move(result).value();
  CHECK(*moved == 7);
}

}  // namespace
}  // namespace ballast
