// How a request is read, seen through the command that reads it.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>
#include <vector>

#include "ballast/app/commands.hpp"
#include "ballast/base/limits.hpp"
#include "replies.hpp"

namespace ballast {
namespace {

using Lines = std::vector<std::string>;

constexpr const char* kDocument = R"({
  "format": "ballast", "version": 1, "base_currency": "USD",
  "assets": [{"id": "a", "symbol": "A", "price": "10", "quantity_step": "1"}],
  "accounts": [{"id": "x", "cash": "100", "holdings": []}, {"id": "y", "cash": "50", "holdings": []}],
  "policy": {"targets": [{"asset": "a", "weight": "0.5"}]}
})";

Lines plan_errors(const std::string& request) { return errors_in(plan_command(kDocument, request)); }

TEST_CASE("an empty request and an empty object are the same full rebalance", "[app][request]") {
  CHECK(plan_errors("").empty());
  CHECK(plan_command(kDocument, "") == plan_command(kDocument, "{}"));
  CHECK(plan_command(kDocument, "") ==
        plan_command(kDocument, R"({"directions":"both","trigger":"always","destination":"target",
                                    "minimum_trade_value":"0","cash_flows":[]})"));
}

TEST_CASE("every word of a request is understood", "[app][request]") {
  for (const char* word : {"both", "buy_only", "sell_only", "switch_only"}) {
    CHECK(plan_errors(R"({"directions":")" + std::string(word) + "\"}").empty());
  }
  for (const char* word : {"always", "outside_bands"}) {
    CHECK(plan_errors(R"({"trigger":")" + std::string(word) + "\"}").empty());
  }
  for (const char* word : {"target", "half_way", "band_edge"}) {
    CHECK(plan_errors(R"({"destination":")" + std::string(word) + "\"}").empty());
  }
}

TEST_CASE("all problems of a request at once, each at its place", "[app][request]") {
  CHECK(plan_errors(R"({"directions":"up","trigger":1,"destination":null,"minimum_trade_value":"-1","dry_run":true,
                      "cash_flows":[{"account":"x","amount":"0"},{"account":"nobody","amount":"1"},
                                    {"account":"x","amount":"0.005"},{"amount":5},[],
                                    {"account":"","amount":"1","note":""},{"amount":"1"}],
                      "transfers_between":["x","y","x","nobody",1]})") ==
        Lines{"request document/unknown_value /directions value=up expected=both, buy_only, sell_only, switch_only",
              "request document/wrong_type /trigger expected=a text found=a number",
              "request document/wrong_type /destination expected=a text found=null",
              "request number/out_of_range /minimum_trade_value value=-1 range=0 or more",
              "request document/duplicate_entry /transfers_between/2 id=x",
              "request document/unknown_account /transfers_between/3 id=nobody",
              "request document/wrong_type /transfers_between/4 expected=a text found=a number",
              "request number/out_of_range /cash_flows/0/amount value=0 range=more or less than 0",
              "request document/unknown_account /cash_flows/1/account id=nobody",
              "request number/not_minor_units /cash_flows/2/amount value=0.005 currency=USD digits=2",
              "request document/duplicate_entry /cash_flows/2/account id=x",
              "request number/not_text /cash_flows/3/amount example=5",
              "request document/wrong_type /cash_flows/4 expected=an object found=a list",
              "request document/string_empty /cash_flows/5/account",
              "request document/unknown_field /cash_flows/5/note field=note",
              "request document/duplicate_entry /cash_flows/6 id=no account",
              "request document/unknown_field /dry_run field=dry_run"});
}

TEST_CASE("a request that is no JSON object", "[app][request]") {
  CHECK(plan_errors("null") == Lines{"request document/wrong_type  expected=an object found=null"});
  CHECK(plan_errors("[]") == Lines{"request document/wrong_type  expected=an object found=a list"});
  CHECK(plan_errors(R"({"trigger":"always","trigger":"always"})") == Lines{"request text/duplicate_key  key=trigger"});
  CHECK(plan_errors("{\"x\":\"\xff\"}") == Lines{"request text/not_utf8  byte=6"});
  CHECK(plan_errors(std::string(40, '[')).front().starts_with("request text/too_deep "));
  CHECK(plan_errors("{").front().starts_with("request text/not_json "));
  CHECK(plan_errors(" ").front().starts_with("request text/not_json "));
}

TEST_CASE("a request has a limit of its own", "[app][request]") {
  const std::string fits = "{}" + std::string(limits::kRequestBytes - 2, ' ');
  CHECK(plan_errors(fits).empty());
  CHECK(plan_errors(fits + " ") == Lines{"request text/too_long  bytes=1048577 limit=1048576"});
  std::string flows;
  for (std::size_t i = 0; i <= limits::kAccounts; ++i) flows += R"(,{"account":"x","amount":"1"})";
  CHECK(plan_errors(R"({"cash_flows":[)" + flows.substr(1) + "]}") ==
        Lines{"request document/too_many /cash_flows count=1001 what=cash flows limit=1000"});
}

TEST_CASE("the document comes first: its problems alone are told", "[app][request]") {
  CHECK(errors_in(plan_command("{}", "{")) ==
        Lines{"document document/missing_field  field=format", "document document/missing_field  field=version"});
}

TEST_CASE("amounts are whole minor units of the base currency", "[app][request]") {
  const auto errors_with = [](const std::string& currency, const std::string& amount) {
    const std::string document = R"({"format":"ballast","version":1,"base_currency":")" + currency +
                                 R"(","assets":[],"accounts":[{"id":"x","holdings":[]}],"policy":{"targets":[]}})";
    return errors_in(plan_command(document, R"({"cash_flows":[{"account":"x","amount":")" + amount + R"("}]})"));
  };
  CHECK(errors_with("USD", "0.01").empty());
  CHECK(errors_with("USD", "0.010000").empty());
  CHECK(errors_with("JPY", "1").empty());
  CHECK(errors_with("JPY", "1.5") ==
        Lines{"request number/not_minor_units /cash_flows/0/amount value=1.5 currency=JPY digits=0"});
  CHECK(errors_with("BTC", "0.00000001").empty());
  CHECK(errors_with("BTC", "-0.000000001") ==
        Lines{"request number/not_minor_units /cash_flows/0/amount value=-0.000000001 currency=BTC digits=8"});
  CHECK(errors_with("BHD", "0.001").empty());
}

TEST_CASE("deposits must leave the total in range", "[app][request]") {
  const auto errors_with = [](const std::string& one, const std::string& two) {
    return plan_errors(R"({"cash_flows":[{"account":"x","amount":")" + one + R"("},{"account":"y","amount":")" + two +
                       R"("}]})");
  };
  const Lines too_large = {"request number/total_too_large /cash_flows limit=100000000000000000000"};
  CHECK(errors_with("99999999999999999849", "1").empty());
  CHECK(errors_with("99999999999999999849", "1.01") == too_large);
  CHECK(errors_with("100000000000000000000", "100000000000000000000") == too_large);
  const std::string rich = R"({"format":"ballast","version":1,"base_currency":"USD","assets":[],"accounts":
      [{"id":"x","cash":"90000000000000000000","holdings":[]}],"policy":{"targets":[]}})";
  CHECK(errors_in(plan_command(rich, R"({"cash_flows":[{"account":"x","amount":"90000000000000000000"}]})")) ==
        too_large);
  // What is taken out does not make room for what is put in.
  CHECK(errors_with("-100", "99999999999999999851") == too_large);
}

TEST_CASE("withdrawals of any size are answered", "[app][request]") {
  const std::string most = "-100000000000000000000";
  const std::string reply = plan_command(kDocument, R"({"cash_flows":[{"account":"x","amount":")" + most + R"("}]})");
  CHECK(text_at(reply_data(reply), {"value", "status"}) == "infeasible");
  CHECK(plan_errors(R"({"cash_flows":[{"account":"x","amount":")" + most + R"("},{"account":"y","amount":")" + most +
                    R"("}]})") == Lines{"request number/total_too_large /cash_flows limit=100000000000000000000"});
}

}  // namespace
}  // namespace ballast
