// How large a document may be, and what is said of one that is larger.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "ballast/base/limits.hpp"
#include "document_parts.hpp"

namespace ballast {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("what is too much", "[io][document]") {
  Parts parts;
  parts.policy = R"({"targets":[]})";
  const auto many = [](std::size_t count, const auto& item) {
    std::string out = "[";
    for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : ",") + item(i);
    return out + "]";
  };
  const auto asset = [](std::size_t i) { return R"({"id":"a)" + std::to_string(i) + R"(","symbol":"A","price":"1"})"; };
  const auto account = [](std::size_t i) { return R"({"id":")" + std::to_string(i) + R"(","holdings":[]})"; };

  SECTION("assets") {
    parts.assets = many(limits::kAssets + 1, asset);
    CHECK(problems_of(parts.text()) == Lines{"document/too_many /assets count=10001 what=assets limit=10000"});
  }
  SECTION("accounts") {
    parts.accounts = many(limits::kAccounts + 1, account);
    CHECK(problems_of(parts.text()) == Lines{"document/too_many /accounts count=1001 what=accounts limit=1000"});
  }
  SECTION("pairs of them") {
    parts.assets = many(1'001, asset);
    parts.accounts = many(1'000, account);
    CHECK(problems_of(parts.text()) ==
          Lines{"document/too_many  count=1001000 what=pairs of asset and account limit=1000000"});
  }
  SECTION("as much as is allowed") {
    parts.assets = many(10'000, asset);
    parts.accounts = many(100, account);
    CHECK(problems_of(parts.text()).empty());
  }
  SECTION("holdings") {
    parts.assets = many(1'000, asset);
    const auto holding = [](std::size_t i) { return R"({"asset":"a)" + std::to_string(i) + R"(","quantity":"0"})"; };
    const std::string holdings = many(1'000, holding);
    const auto full = [&](std::size_t i) {
      return R"({"id":")" + std::to_string(i) + R"(","holdings":)" + holdings + "}";
    };
    parts.accounts = many(100, full);
    CHECK(problems_of(parts.text()).empty());
    parts.accounts.back() = ',';
    parts.accounts += R"({"id":"last","holdings":[{"asset":"a0","quantity":"0"}]}])";
    CHECK(problems_of(parts.text()) == Lines{"document/too_many  count=100001 what=holdings limit=100000"});
  }
  SECTION("value") {
    parts.accounts = R"([{"id":"x","cash":"100000000000000000000","holdings":[]}])";
    CHECK(problems_of(parts.text()).empty());
    parts.accounts = R"([{"id":"x","cash":"100000000000000000000","holdings":[{"asset":"b","quantity":"1"}]}])";
    CHECK(problems_of(parts.text()) == Lines{"number/total_too_large  limit=100000000000000000000"});
  }
  SECTION("problems") {
    parts.assets = many(5'000, [](std::size_t) { return std::string("{}"); });
    CHECK(problems_of(parts.text()).size() == limits::kProblems);
  }
}

}  // namespace
}  // namespace ballast
