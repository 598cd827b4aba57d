#include "promises/plan.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "promises/money.hpp"
#include "promises/reply.hpp"
#include "promises/weights.hpp"
#include "support/broken.hpp"
#include "support/exact.hpp"

namespace ballast::fuzz {
namespace {

constexpr const char* kCashColumns[] = {"cash_before", "deposits", "withdrawals", "received",  "sent",
                                        "sells",       "buys",     "fees",        "cash_after"};

using Place = std::pair<std::string, std::string>;  // account, asset

class Auditor {
 public:
  Auditor(const Json& plan, const Json& document, const Json& request)
      : plan_(plan),
        request_(request),
        money_(document),
        base_digits_(plan.at("base_currency").at("minor_unit_digits").get<unsigned>()) {
    for (const Json& row : plan.at("accounts")) {
      const Json& currency = row.contains("currency") ? row.at("currency") : plan.at("base_currency");
      must(currency.at("code") == money_.currency(row.at("account")), "an account's currency is the document's");
      digits_[row.at("account")] = currency.at("minor_unit_digits").get<unsigned>();
    }
    for (const Json& asset : document.at("assets")) assets_[asset.at("id")] = &asset;
    for (const Json& account : document.at("accounts")) {
      accounts_[account.at("id")] = &account;
      for (const Json& holding : account.at("holdings")) {
        held_[{account.at("id"), holding.at("asset")}] = &holding;
        listed_.insert(holding.at("asset").get<std::string>());
      }
    }
  }

  void check() {
    for (const Json& trade : plan_.at("trades")) check_trade(trade);
    check_flows();
    for (const Json& account : plan_.at("accounts")) check_account(account);
    for (const char* column : kCashColumns) {
      Exact sum = 0;
      for (const Json& row : plan_.at("accounts")) sum += money_.worth(row.at("account"), exact(row.at(column)));
      must(exact(plan_.at("totals").at(column)) == sum, "totals are sums");
    }
    for (const Json& row : plan_.at("weights")) check_quantities(row);
    check_explanations();
    check_harvest();
  }

 private:
  [[nodiscard]] bool feasible() const { return plan_.at("status") != "infeasible"; }

  void check_trade(const Json& trade) {
    const bool buys = trade.at("side") == "buy";
    const Place place{trade.at("account"), trade.at("asset")};
    const Json& asset = *assets_.at(place.second);
    const Exact quantity = exact(trade.at("quantity"));
    const Exact value = exact(trade.at("value"));
    const Exact step = exact_or(asset, "quantity_step", "0.00000001");
    const std::string directions = request_.value("directions", "both");
    const auto promise = [&](bool holds, const char* what) {
      if (!holds) broken(what, trade.dump());
    };
    promise(traded_.insert(place).second, "one trade per account and asset");
    promise(quantity > 0 && (step == 0 || quantity % step == 0), "a trade is of whole steps");
    promise(is_bid_or_ask(exact(trade.at("price")), place.first, asset, buys),
            "a trade is at the document's price, and its spread");
    promise(value == product_half_even(quantity, exact(trade.at("price")), digits_.at(place.first)),
            "value = quantity * price");
    promise(money_.worth(place.first, value) >= exact_or(request_, "minimum_trade_value", "0"),
            "no trade below the least value");
    promise(value >= exact_or(*accounts_.at(place.first), "minimum_trade_value", "0"), "nor below the venue's");
    if (held_.contains(place)) {
      const Json& holding = *held_.at(place);
      promise(holding.value(buys ? "may_buy" : "may_sell", true), "nothing is traded where it may not be");
      promise(quantity >= exact_or(holding, "minimum_quantity", "0"), "no trade below the least quantity");
    }
    check_lots(trade);
    promise(asset.value(buys ? "may_buy" : "may_sell", true), "nothing is traded that may not be");
    promise(directions != (buys ? "sell_only" : "buy_only"), "trades go in the directions asked for");
    promise(exact(trade.at("fee")) == fee_of(value, *accounts_.at(place.first), digits_.at(place.first)),
            "the fee is the account's");
    promise(exact(trade.at("fee")) < value, "a trade is worth more than its fee");
    if (buys) {
      promise(held_.contains(place) || !listed_.contains(place.second), "bought where it is listed");
    } else {
      promise(held_.contains(place) && quantity <= free_to_sell(*held_.at(place)), "sold what is held and not locked");
    }
    traded_assets_.insert(place.second);
    (buys ? bought_ : sold_)[place.second] += quantity;
    Cash& cash = cash_[place.first];
    (buys ? cash.buys : cash.sells) += value;
    cash.fees += exact(trade.at("fee"));
  }

  // Half the spread off the price, and what changing money costs, to the last decimals.
  [[nodiscard]] bool is_bid_or_ask(const Exact& price, const std::string& account, const Json& asset, bool buys) const {
    const Exact middle = money_.price(account, asset);
    const Exact margin = middle * (exact_or(asset, "spread", "0") + 2 * money_.conversion_cost(account, asset)) / one();
    const Exact off = 2 * (price - middle) - (buys ? margin : Exact(-margin));
    return off >= -6 && off <= 6;
  }

  // The schedule's fee of the last tier that the value reaches, up to a minor unit.
  [[nodiscard]] Exact fee_of(const Exact& value, const Json& account, unsigned digits) const {
    const Json fees = account.value("fees", Json::object());
    Json rates = fees;
    for (const Json& tier : fees.value("tiers", Json::array())) {
      if (value >= exact(tier.at("from"))) rates = tier;
    }
    Exact fee = value * exact_or(rates, "proportional", "0") + exact_or(rates, "fixed", "0") * one();
    fee = std::max(fee, Exact(exact_or(fees, "minimum", "0") * one()));
    if (fees.contains("maximum")) fee = std::min(fee, Exact(exact(fees.at("maximum")) * one()));
    const Exact minor = power_of_ten(18 - digits);
    const Exact unit = minor * one();
    return (fee + unit - 1) / unit * minor;
  }

  [[nodiscard]] Exact free_to_sell(const Json& holding) const {
    Exact out = exact(holding.at("quantity")) - exact_or(holding, "locked_quantity", "0");
    const std::string date = request_.value("date", "");
    for (const Json& lock : holding.value("locks", Json::array())) {
      if (date.empty() || lock.at("until").get<std::string>() > date) out -= exact(lock.at("quantity"));
    }
    return out;
  }

  // What goes is all of the sale, none of it twice, for what the sale brings.
  void check_lots(const Json& trade) const {
    if (!trade.contains("lots")) return;
    const Json& lots = held_.at({trade.at("account"), trade.at("asset")})->at("lots");
    const Json rest = trade.value("without_lot", Json::object());
    Exact quantity = exact_or(rest, "quantity", "0");
    Exact proceeds = exact_or(rest, "proceeds", "0");
    std::set<std::size_t> seen;
    for (const Json& sold : trade.at("lots")) {
      const auto place = sold.at("lot").get<std::size_t>();
      const bool fits = place < lots.size() && seen.insert(place).second &&
                        exact(sold.at("quantity")) <= exact(lots[place].at("quantity")) &&
                        exact(sold.at("gain")) == exact(sold.at("proceeds")) - exact(sold.at("cost"));
      if (!fits) broken("a lot is sold once, and not more of it than there is", trade.dump());
      quantity += exact(sold.at("quantity"));
      proceeds += exact(sold.at("proceeds"));
    }
    const Exact brought =
        money_.worth(trade.at("account"), exact(trade.at("value")) - exact(trade.at("fee")), base_digits_);
    const bool all = quantity == exact(trade.at("quantity")) && proceeds == brought;
    if (!all) broken("lots are all of a sale", trade.dump());
  }

  // The request's flows by account, and all of the one that has none; money moves only between those that may.
  void check_flows() {
    std::map<std::string, Exact> placed;
    for (const Json& flow : plan_.at("cash_flows")) placed[flow.at("account")] += exact(flow.at("amount"));
    Exact rest = 0;
    for (const Json& flow : request_.value("cash_flows", Json::array())) {
      if (!flow.contains("account")) {
        rest += exact(flow.at("amount"));
      } else if (feasible()) {
        placed[flow.at("account")] -= exact(flow.at("amount"));
      }
    }
    const bool into = rest > 0;
    for (const auto& [account, amount] : placed) {
      if (amount != 0 && (amount > 0) != into) broken("a flow goes one way", account);
      rest -= amount;
    }
    if (feasible()) must(rest == 0, "all of a flow is placed");
    const Json among = request_.value("transfers_between", Json::array());
    for (const Json& transfer : plan_.at("transfers")) {
      const bool may = std::find(among.begin(), among.end(), transfer.at("from")) != among.end() &&
                       std::find(among.begin(), among.end(), transfer.at("to")) != among.end() &&
                       transfer.at("from") != transfer.at("to") &&
                       money_.currency(transfer.at("from")) == money_.currency(transfer.at("to")) &&
                       exact(transfer.at("amount")) > 0;
      if (!may) broken("money moves where it may", transfer.dump());
    }
  }

  void check_account(const Json& row) {
    const std::string id = row.at("account");
    Cash& own = cash_[id];
    for (const Json& flow : plan_.at("cash_flows")) {
      if (flow.at("account") != id) continue;
      const Exact amount = exact(flow.at("amount"));
      (amount > 0 ? own.deposits : own.withdrawals) += amount > 0 ? amount : Exact(-amount);
    }
    for (const Json& transfer : plan_.at("transfers")) {
      if (transfer.at("from") == id) own.sent += exact(transfer.at("amount"));
      if (transfer.at("to") == id) own.received += exact(transfer.at("amount"));
    }
    const Exact before = exact_or(*accounts_.at(id), "cash", "0");
    const Exact after =
        before + own.deposits + own.received + own.sells - own.buys - own.fees - own.sent - own.withdrawals;
    const bool keeps = exact(row.at("cash_before")) == before && exact(row.at("deposits")) == own.deposits &&
                       exact(row.at("withdrawals")) == own.withdrawals && exact(row.at("received")) == own.received &&
                       exact(row.at("sent")) == own.sent && exact(row.at("sells")) == own.sells &&
                       exact(row.at("buys")) == own.buys && exact(row.at("fees")) == own.fees &&
                       exact(row.at("cash_after")) == after;
    if (!keeps) broken("cash after is cash before and what came and went", row.dump());
    if (after < 0) broken("no account is overdrawn", row.dump());
    if (after > 0) left_over_.insert(id);
  }

  void check_quantities(const Json& row) {
    if (row.at("asset").is_null()) return;
    const std::string id = row.at("asset");
    Exact before = 0;
    for (const auto& [place, holding] : held_) {
      if (place.second == id) before += exact(holding->at("quantity"));
    }
    if (exact(row.at("quantity_before")) != before) broken("what is held is the document's", row.dump());
    if (exact(row.at("quantity_after")) != before + bought_[id] - sold_[id]) {
      broken("held after = held before + bought - sold", row.dump());
    }
  }

  // Every asset is traded or skipped with a reason; every account with cash left says why.
  void check_explanations() {
    std::set<std::string> skipped;
    for (const Json& skip : plan_.at("skipped")) {
      if (!skipped.insert(skip.at("asset")).second || traded_assets_.contains(skip.at("asset").get<std::string>())) {
        broken("an asset is skipped once, and only if it is not traded", skip.dump());
      }
    }
    must(skipped.size() + traded_assets_.size() == assets_.size(), "every asset is traded or skipped");
    std::set<std::string> explained;
    for (const Json& left : plan_.at("left_over")) explained.insert(left.at("account").get<std::string>());
    if (feasible()) must(explained == left_over_, "every account with cash left says why");
  }

  // Losses are taken only if asked for; what is sold for one is sold, bought nowhere, and saves something.
  void check_harvest() {
    const Json realised = plan_.value("realised", Json::object());
    const bool asked = request_.value("harvest_losses", false);
    must(realised.contains("harvested") == (asked && !realised.empty()), "losses are taken if asked for");
    if (!realised.contains("harvested")) return;
    const Json& harvested = realised.at("harvested");
    must(sum_of(harvested.at("sales"), "saved") == exact(harvested.at("saved")), "what losses save is summed");
    for (const Json& sale : harvested.at("sales")) {
      const std::string asset = sale.at("asset");
      const bool holds = exact(sale.at("saved")) > 0 && exact(sale.at("quantity")) > 0 && bought_[asset] == 0 &&
                         exact(sale.at("quantity")) <= sold_[asset];
      if (!holds) broken("what is sold for its loss is sold and not bought", sale.dump());
    }
  }

  struct Cash {
    Exact deposits, withdrawals, received, sent, sells, buys, fees;
  };

  const Json& plan_;
  const Json& request_;
  Money money_;
  unsigned base_digits_;
  std::map<std::string, unsigned> digits_;  // of each account's minor unit
  std::map<std::string, const Json*> assets_;
  std::map<std::string, const Json*> accounts_;
  std::map<Place, const Json*> held_;
  std::set<std::string> listed_;
  std::set<Place> traded_;
  std::set<std::string> traded_assets_;
  std::set<std::string> left_over_;
  std::map<std::string, Exact> bought_;
  std::map<std::string, Exact> sold_;
  std::map<std::string, Cash> cash_;
};

}  // namespace

void check_plan(const Json& plan, const Json& document, const Json& request) {
  const bool infeasible = plan.at("status") == "infeasible";
  must(infeasible == !plan.at("infeasible").empty(), "who cannot be paid is named");
  must(!infeasible || plan.at("trades").empty(), "a plan that cannot be met has no trades");
  must(plan.at("accounts").size() == document.at("accounts").size(), "one row per account");
  check_asset_order(plan.at("weights"), document);
  const bool nothing_before = check_weights(plan.at("weights"), "before");
  const bool nothing_after = check_weights(plan.at("weights"), "after");
  must(!check_weights(plan.at("weights"), "target"), "there are targets");
  check_class_rows(plan.at("classes"), document, "before", nothing_before);
  check_class_rows(plan.at("classes"), document, "after", nothing_after);
  check_class_rows(plan.at("classes"), document, "target", false);
  must(sum_of(plan.at("weights"), "value_before") == exact(plan.at("totals").at("value_before")), "values sum, before");
  must(sum_of(plan.at("weights"), "value_after") == exact(plan.at("totals").at("value_after")), "values sum, after");
  must(exact(plan.at("objective")) - exact(plan.at("lower_bound")) == exact(plan.at("gap")), "gap = objective - bound");
  must(exact(plan.at("gap")) >= 0 && exact(plan.at("lower_bound")) >= 0, "a bound is below what was found");
  if (plan.contains("costs")) {
    const Json& costs = plan.at("costs");
    must(exact(costs.at("amount")) - exact(costs.at("lower_bound")) == exact(costs.at("gap")), "gap of costs");
    must(exact(costs.at("gap")) >= 0 && exact(costs.at("lower_bound")) >= 0, "costs are no less than their bound");
    must(exact(costs.at("amount")) >= exact(plan.at("totals").at("fees")) - Exact(1), "fees are costs");
  }
  Auditor(plan, document, request).check();
  check_notices(plan.at("notices"), document);
}

}  // namespace ballast::fuzz
