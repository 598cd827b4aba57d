#include "ballast/io/document.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "../money/decimal_literals.hpp"
#include "document_parts.hpp"

namespace ballast {
namespace {

using Lines = std::vector<std::string>;

Document read(const std::string& text) {
  Result<Document> document = read_document(text);
  if (!document.ok()) {
    for (const std::string& line : texts_of(document.problems())) UNSCOPED_INFO(line);
  }
  REQUIRE(document.ok());
  return std::move(document).value();
}

TEST_CASE("a document in full", "[io][document]") {
  const Document document = read(R"({
    "$schema": "document-1.json", "format": "ballast", "version": 1, "title": "Test",
    "base_currency": {"code": "XAU", "minor_unit_digits": 4},
    "assets": [{"id": "a", "symbol": "AAA", "name": "First", "price": "12.5", "price_date": "2026-11-01",
                "quantity_step": "0.5", "may_buy": false, "may_sell": false},
               {"id": "b", "symbol": "BBB", "price": "0"}],
    "accounts": [{"id": "x", "name": "One", "cash": "7.25", "fees": {"proportional": "0.001", "fixed": "1.5"},
                  "holdings": [{"asset": "b", "quantity": "3", "locked_quantity": "3"},
                               {"asset": "a", "quantity": "0"}]},
                 {"id": "y", "holdings": []}],
    "policy": {"targets": [{"asset": "a", "weight": "0.9", "band": {"kind": "relative", "width": "0.2"}}],
               "cash_weight": "0.1", "band": {"kind": "five_twenty_five"},
               "cash_band": {"kind": "absolute", "width": "0.02"}}
  })");
  CHECK(document.title == "Test");
  const Portfolio& p = document.portfolio;
  CHECK(p.base_currency.code == "XAU");
  CHECK(p.base_currency.minor_unit_digits == 4);
  REQUIRE(p.assets.size() == 2);
  CHECK(p.assets[0].id == "a");
  CHECK(p.assets[0].symbol == "AAA");
  CHECK(p.assets[0].name == "First");
  CHECK(p.assets[0].price == "12.5"_d);
  CHECK(p.assets[0].price_date == "2026-11-01");
  CHECK(p.assets[0].quantity_step == "0.5"_d);
  CHECK_FALSE(p.assets[0].may_buy);
  CHECK_FALSE(p.assets[0].may_sell);
  REQUIRE(p.accounts.size() == 2);
  CHECK(p.accounts[0].name == "One");
  CHECK(p.accounts[0].cash == "7.25"_d);
  CHECK(p.accounts[0].fees.proportional == "0.001"_d);
  CHECK(p.accounts[0].fees.fixed == "1.5"_d);
  REQUIRE(p.accounts[0].holdings.size() == 2);
  CHECK(p.accounts[0].holdings[0].asset == 1);
  CHECK(p.accounts[0].holdings[0].locked_quantity == "3"_d);
  CHECK(p.accounts[0].holdings[1].quantity.is_zero());
  CHECK(document.account_ids.find("y") == 1);

  const std::vector<Target>& targets = document.policy.targets;
  REQUIRE(targets.size() == 3);
  CHECK(targets[0].weight == "0.9"_d);
  CHECK(targets[0].band == Band{Band::Kind::kRelative, "0.2"_d});
  CHECK(targets[1].weight.is_zero());
  CHECK(targets[1].band == Band{Band::Kind::kFiveTwentyFive, {}});
  CHECK(document.policy.cash().weight == "0.1"_d);
  CHECK(document.policy.cash().band == Band{Band::Kind::kAbsolute, "0.02"_d});
}

TEST_CASE("what is left out has its default", "[io][document]") {
  const Document document = read(Parts().text());
  const Asset& asset = document.portfolio.assets[0];
  CHECK(asset.name.empty());
  CHECK(asset.quantity_step == "0.00000001"_d);
  CHECK(asset.may_buy);
  CHECK(asset.may_sell);
  const Account& account = document.portfolio.accounts[0];
  CHECK(account.fees.proportional.is_zero());
  CHECK(account.fees.fixed.is_zero());
  CHECK(account.holdings[0].locked_quantity.is_zero());
  // Cash is what the targets leave; without a band, none.
  CHECK(document.policy.cash().weight == "0.4"_d);
  CHECK(document.policy.cash().band == Band{});
  CHECK(document.policy.targets[0].band == Band{});
}

TEST_CASE("the smallest documents", "[io][document]") {
  Parts parts;
  parts.assets = "[]";
  parts.accounts = "[]";
  parts.policy = R"({"targets":[]})";
  CHECK(read(parts.text()).policy.cash().weight == "1"_d);
  CHECK(read(parts.text()).policy.targets.size() == 1);
}

TEST_CASE("targets may be in any order and sum to 1 exactly", "[io][document]") {
  Parts parts;
  parts.policy = R"({"targets":[{"asset":"b","weight":"0.333333333333333333"},
                                {"asset":"a","weight":"0.333333333333333333"}],
                     "cash_weight":"0.333333333333333334"})";
  const Document document = read(parts.text());
  CHECK(document.policy.targets[0].weight == document.policy.targets[1].weight);
  CHECK(document.policy.cash().weight == "0.333333333333333334"_d);
}

TEST_CASE("all problems of a document at once, in its order, each at its place", "[io][document]") {
  CHECK(problems_of(R"({
    "format": "ballast", "version": 1, "titel": "x",
    "base_currency": "XXX",
    "assets": [{"id": "a", "symbol": "", "price": 10},
               {"id": "a", "symbol": "B", "price": "-5", "may_buy": "no"},
               7],
    "accounts": [{"id": "x", "cash": "1,5", "fees": {"proportional": "1", "flat": "2"},
                  "holdings": [{"asset": "zzz", "quantity": "1"}, {"quantity": "1", "asset": "a"},
                               {"asset": "a", "quantity": "1", "locked_quantity": "2"}]}],
    "policy": {"targets": [{"asset": "a", "weight": "1.5"}], "band": {"kind": "absolute"}}
  })") == Lines{
              "document/unknown_currency /base_currency code=XXX",
              "document/string_empty /assets/0/symbol",
              "number/not_text /assets/0/price example=10",
              "number/out_of_range /assets/1/price value=-5 range=0 or more",
              "document/wrong_type /assets/1/may_buy expected=true or false found=a text",
              "document/duplicate_id /assets/1/id id=a first=/assets/0/id",
              "document/wrong_type /assets/2 expected=an object found=a number",
              "number/malformed /accounts/0/cash text=1,5",
              "number/out_of_range /accounts/0/fees/proportional value=1 range=from 0 to below 1",
              "document/unknown_field /accounts/0/fees/flat field=flat",
              "document/unknown_asset /accounts/0/holdings/0/asset id=zzz",
              "document/locked_above_quantity /accounts/0/holdings/2/locked_quantity locked=2 quantity=1",
              "document/duplicate_entry /accounts/0/holdings/2/asset id=a",
              "document/missing_field /policy/band field=width",
              "number/out_of_range /policy/targets/0/weight value=1.5 range=from 0 to 1",
              "document/unknown_field /titel field=titel",
          });
}

TEST_CASE("another format or a newer version is all that is said", "[io][document]") {
  CHECK(problems_of("{}") == Lines{"document/missing_field  field=format", "document/missing_field  field=version"});
  CHECK(problems_of(R"({"format":"Ballast","version":1,"x":1})") == Lines{"document/unknown_format /format"});
  CHECK(problems_of(R"({"format":null,"version":1})") == Lines{"document/unknown_format /format"});
  CHECK(problems_of(R"({"format":"ballast","version":2,"x":1})") ==
        Lines{"document/unknown_version /version version=2 supported=1"});
  CHECK(problems_of(R"({"format":"ballast","version":0})") ==
        Lines{"number/out_of_range /version value=0 range=from 1 to 1000000"});
  CHECK(problems_of(R"({"format":"ballast","version":"1"})") ==
        Lines{"document/wrong_type /version expected=a whole number found=a text"});
  CHECK(problems_of("[1]") == Lines{"document/wrong_type  expected=an object found=a list"});
}

TEST_CASE("one problem is not told as two", "[io][document]") {
  Parts parts;
  SECTION("an amount that cannot be read is not also too small") {
    parts.accounts = R"([{"id":"x","holdings":[{"asset":"a","quantity":"two","locked_quantity":"1"}]}])";
    CHECK(problems_of(parts.text()) == Lines{"number/malformed /accounts/0/holdings/0/quantity text=two"});
  }
  SECTION("a weight that cannot be read is not also missing from the sum") {
    parts.policy = R"({"targets":[{"asset":"a","weight":"60%"}],"cash_weight":"0.4"})";
    CHECK(problems_of(parts.text()) == Lines{"number/malformed /policy/targets/0/weight text=60%"});
    parts.policy = R"({"targets":[{"asset":"a","weight":"0.6"}],"cash_weight":"40%"})";
    CHECK(problems_of(parts.text()) == Lines{"number/malformed /policy/cash_weight text=40%"});
    parts.policy = R"({"targets":[{"asset":"a"}],"cash_weight":"1"})";
    CHECK(problems_of(parts.text()) == Lines{"document/missing_field /policy/targets/0 field=weight"});
    parts.policy = R"({"targets":["a"],"cash_weight":"0.4"})";
    CHECK(problems_of(parts.text()) == Lines{"document/wrong_type /policy/targets/0 expected=an object found=a text"});
    parts.policy = R"({"targets":{"a":"0.6"},"cash_weight":"0.4"})";
    CHECK(problems_of(parts.text()) == Lines{"document/wrong_type /policy/targets expected=a list found=an object"});
  }
  SECTION("a weight is known though its asset is not") {
    parts.policy = R"({"targets":[{"asset":"zzz","weight":"0.6"}],"cash_weight":"0.4"})";
    CHECK(problems_of(parts.text()) == Lines{"document/unknown_asset /policy/targets/0/asset id=zzz"});
  }
  SECTION("a price that cannot be read is not also 0") {
    parts.assets = R"([{"id":"a","symbol":"A","price":"$10"}])";
    CHECK(problems_of(parts.text()) == Lines{"number/malformed /assets/0/price text=$10"});
  }
  SECTION("the width of a band of unknown kind is not also unknown") {
    parts.policy = R"({"targets":[],"band":{"kind":"absolut","width":"0.05"}})";
    CHECK(problems_of(parts.text()) == Lines{"document/unknown_value /policy/band/kind value=absolut "
                                             "expected=none, absolute, relative, five_twenty_five"});
  }
  SECTION("where the assets cannot be read, nothing is said of who names them") {
    const Lines expected = {"document/wrong_type /assets expected=a list found=an object"};
    parts.assets = "{}";
    CHECK(problems_of(parts.text()) == expected);
  }
  SECTION("an id that is too long is not also unknown") {
    parts.accounts = R"([{"id":"x","holdings":[{"asset":")" + std::string(10'000, 'a') + R"(","quantity":"1"}]}])";
    CHECK(problems_of(parts.text()) ==
          Lines{"document/string_too_long /accounts/0/holdings/0/asset bytes=10000 limit=200"});
  }
}

TEST_CASE("target weights that do not sum to 1", "[io][document]") {
  const auto problems_with = [](const std::string& a, const std::string& b, const std::string& cash) {
    Parts parts;
    parts.policy = R"({"targets":[{"asset":"a","weight":")" + a + R"("},{"asset":"b","weight":")" + b + R"("}])" +
                   (cash.empty() ? "" : R"(,"cash_weight":")" + cash + "\"") + "}";
    return problems_of(parts.text());
  };
  CHECK(problems_with("0.3333", "0.3333", "0.3333") ==
        Lines{"policy/targets_sum /policy/targets sum=0.9999 difference=-0.0001"});
  CHECK(problems_with("0.75", "0.75", "") == Lines{"policy/targets_sum /policy/targets sum=1.5 difference=0.5"});
  CHECK(problems_with("0", "0", "0") == Lines{"policy/targets_sum /policy/targets sum=0 difference=-1"});
  CHECK(problems_with("0.5", "0.5", "0.000000000000000001") ==
        Lines{"policy/targets_sum /policy/targets sum=1.000000000000000001 difference=0.000000000000000001"});
  CHECK(problems_with("0.5", "0.5", "").empty());
  CHECK(problems_with("0", "0", "").empty());
  CHECK(problems_with("0.5", "0.5", "0").empty());
}

TEST_CASE("a target for what has no price", "[io][document]") {
  Parts parts;
  parts.assets = R"([{"id":"a","symbol":"A","price":"0"}])";
  CHECK(problems_of(parts.text()) == Lines{"policy/target_without_price /policy/targets/0/weight id=a"});
  parts.policy = R"({"targets":[{"asset":"a","weight":"0"}]})";
  CHECK(problems_of(parts.text()).empty());
}

TEST_CASE("a currency that is not known needs its digits", "[io][document]") {
  Parts parts;
  const auto problems_with = [&](const std::string& currency) {
    parts.currency = currency;
    return problems_of(parts.text());
  };
  CHECK(problems_with(R"("usd")") == Lines{"document/unknown_currency /base_currency code=usd"});
  CHECK(problems_with(R"("")") == Lines{"document/string_empty /base_currency"});
  CHECK(problems_with("\"" + std::string(10'000, 'X') + "\"") ==
        Lines{"document/string_too_long /base_currency bytes=10000 limit=200"});
  CHECK(problems_with("null") == Lines{"document/wrong_type /base_currency expected=a text or an object found=null"});
  CHECK(problems_with(R"({"code":"XAU"})") == Lines{"document/missing_field /base_currency field=minor_unit_digits"});
  CHECK(problems_with(R"({"code":"XAU","minor_unit_digits":19})") ==
        Lines{"number/out_of_range /base_currency/minor_unit_digits value=19 range=from 0 to 18"});
  CHECK(problems_with(R"({"code":"XAU","minor_unit_digits":18})").empty());
  // Known codes may be given otherwise: a broker that books dollars in whole ones.
  CHECK(problems_with(R"({"code":"USD","minor_unit_digits":0})").empty());
}

TEST_CASE("names may be anything", "[io][document]") {
  Parts parts;
  parts.assets = R"([{"id":"__proto__","symbol":"<img onerror=alert(1)>","name":"\u202egnol","price":"10"},
                     {"id":"constructor","symbol":"=cmd|' /C calc'!A0","price":"1"},
                     {"id":"a~b/c","symbol":"🙂","price":"1"}])";
  parts.accounts =
      R"([{"id":"toString","holdings":[{"asset":"__proto__","quantity":"1"},{"asset":"a~b/c","quantity":"-1"}]}])";
  parts.policy = R"({"targets":[{"asset":"constructor","weight":"1"}]})";
  CHECK(problems_of(parts.text()) ==
        Lines{"number/out_of_range /accounts/0/holdings/1/quantity value=-1 range=0 or more"});
}

}  // namespace
}  // namespace ballast
