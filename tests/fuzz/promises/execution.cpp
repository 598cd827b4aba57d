#include "promises/execution.hpp"

#include <map>
#include <string>
#include <utility>

#include "promises/money.hpp"
#include "support/broken.hpp"
#include "support/exact.hpp"

namespace ballast::fuzz {
namespace {

Exact lots_of(const Json& holding) { return sum_of(holding.value("lots", Json::array()), "quantity"); }

}  // namespace

void check_execution(const Json& after, const Json& document, const Json& request) {
  std::map<std::string, Exact> cash;
  std::map<std::pair<std::string, std::string>, Exact> quantities;
  for (const Json& account : document.at("accounts")) {
    cash[account.at("id")] = exact_or(account, "cash", "0");
    for (const Json& holding : account.at("holdings")) {
      quantities[{account.at("id"), holding.at("asset")}] = exact(holding.at("quantity"));
    }
  }
  for (const Json& flow : request.value("cash_flows", Json::array()))
    cash[flow.at("account")] += exact(flow.at("amount"));
  for (const Json& transfer : request.value("transfers", Json::array())) {
    cash[transfer.at("from")] -= exact(transfer.at("amount"));
    cash[transfer.at("to")] += exact(transfer.at("amount"));
  }
  const Money money(document);
  for (const Json& trade : request.value("trades", Json::array())) {
    const bool buys = trade.at("side") == "buy";
    const Exact quantity = exact(trade.at("quantity"));
    const Exact value =
        product_half_even(quantity, exact(trade.at("price")), money.digits(trade.at("account")).value_or(2));
    cash[trade.at("account")] += (buys ? Exact(-value) : value) - exact_or(trade, "fee", "0");
    quantities[{trade.at("account"), trade.at("asset")}] += buys ? quantity : Exact(-quantity);
  }
  for (const Json& account : after.at("accounts")) {
    const std::string id = account.at("account");
    if (exact(account.at("cash")) < 0) broken("no account is overdrawn", account.dump());
    if (money.digits(id) && exact(account.at("cash")) != cash[id])
      broken("cash is what it was, and what came and went", account.dump());
    for (const Json& holding : account.at("holdings")) {
      const Exact held = exact(holding.at("quantity"));
      if (held < 0 || held != quantities[{id, holding.at("asset")}]) {
        broken("a quantity is what it was, and what came and went", holding.dump());
      }
      if (lots_of(holding) > held) broken("lots are of what is held", holding.dump());
      const Exact locked = exact(holding.at("locked_quantity")) + sum_of(holding.at("locks"), "quantity");
      if (locked > held) broken("no more is locked than held", holding.dump());
    }
  }
}

}  // namespace ballast::fuzz
