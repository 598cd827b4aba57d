#include "ballast/rebalance/carry_out.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "ballast/model/exchange.hpp"
#include "ballast/tax/sold_lots.hpp"
#include "pair_switches.hpp"

namespace ballast {
namespace {

class Books {
 public:
  Books(Portfolio portfolio, const Execution& execution)
      : portfolio_(std::move(portfolio)), execution_(execution), gone_(execution.trades.size()) {}

  [[nodiscard]] Result<Portfolio> close() {
    for (const CashFlow& flow : execution_.cash_flows) portfolio_.accounts[flow.account].cash += flow.amount;
    for (const CashTransfer& transfer : execution_.transfers) {
      portfolio_.accounts[transfer.from].cash -= transfer.amount;
      portfolio_.accounts[transfer.to].cash += transfer.amount;
    }
    if (execution_.switches) {
      pair_trades();
      for (const Side side : {Side::kSell, Side::kBuy}) {
        for (const DoneTrade& trade : execution_.trades) {
          if (trade.side == side) enter(trade);
        }
      }
    } else {
      for (const DoneTrade& trade : execution_.trades) enter(trade);
    }
    for (AccountIndex a = 0; a < portfolio_.accounts.size(); ++a) check_cash(a);
    if (!problems_.empty()) return std::move(problems_);
    return std::move(portfolio_);
  }

 private:
  void enter(const DoneTrade& trade) {
    Account& account = portfolio_.accounts[trade.account];
    auto at = std::find_if(account.holdings.begin(), account.holdings.end(),
                           [&](const Holding& holding) { return holding.asset == trade.asset; });
    const Decimal value = value_of(trade);
    if (trade.side == Side::kSell) {
      const Decimal held = at == account.holdings.end() ? Decimal() : at->quantity;
      if (trade.quantity > held) return report_sold(trade, held);
      remove(*at, account, trade, value - trade.fee);
      account.cash += value - trade.fee;
      return;
    }
    if (at == account.holdings.end()) at = account.holdings.insert(at, Holding{trade.asset, {}, {}});
    add(*at, account, trade, value + trade.fee);
    account.cash -= value + trade.fee;
  }

  void remove(Holding& holding, const Account& account, const DoneTrade& trade, Decimal proceeds) {
    const auto in_base = [&](Decimal amount) { return in_base_currency(portfolio_, account.currency, amount); };
    const LotSaleTerms terms{account.tax_rules ? &portfolio_.tax_rules[*account.tax_rules] : nullptr,
                             in_base(trade.price), execution_.date.value_or(Date())};
    const Currency& base = portfolio_.base_currency;
    const Decimal brought = base.round(in_base(std::max(proceeds, Decimal())), Rounding::kHalfEven);
    const LotSale sale = take_lots(holding, terms, base, trade.quantity, brought);
    for (const SoldLot& sold : sale.lots) {
      Lot& lot = holding.lots[sold.lot];
      gone_[place_of(trade)].push_back({lot.id, lot.acquired, sold.quantity, lot.unit_cost});
      lot.quantity -= sold.quantity;
    }
    std::erase_if(holding.lots, [](const Lot& lot) { return lot.quantity.is_zero(); });
    holding.quantity -= trade.quantity;
    // What was sold was not locked: locks that are over are the first to go.
    release(holding);
  }

  // Locks of what is not there any more, beginning with those that end first.
  static void release(Holding& holding) {
    Decimal locked = holding.locked_quantity;
    for (const Lock& lock : holding.locks) locked += lock.quantity;
    std::stable_sort(holding.locks.begin(), holding.locks.end(),
                     [](const Lock& a, const Lock& b) { return a.until < b.until; });
    Decimal surplus = locked - holding.quantity;
    for (Lock& lock : holding.locks) {
      if (surplus.sign() <= 0) break;
      const Decimal part = std::min(surplus, lock.quantity);
      lock.quantity -= part;
      surplus -= part;
    }
    std::erase_if(holding.locks, [](const Lock& lock) { return lock.quantity.is_zero(); });
    holding.locked_quantity = std::min(holding.locked_quantity, holding.quantity);
  }

  void add(Holding& holding, const Account& account, const DoneTrade& trade, Decimal paid) {
    holding.quantity += trade.quantity;
    if (!execution_.date || (holding.lots.empty() && !account.tax_rules)) return;
    const Decimal cost = in_base_currency(portfolio_, account.currency, paid);
    const Lot bought{"", *execution_.date, trade.quantity, divide(cost, trade.quantity, Rounding::kHalfEven)};
    take_over(holding, trade, paid, bought);
  }

  // What the paired sales pay for takes over their lots; what is of unknown cost there stays so here.
  void take_over(Holding& holding, const DoneTrade& trade, Decimal paid, Lot rest) {
    Decimal unpaid = paid;
    Decimal left = trade.quantity;
    Decimal unknown;
    for (const LegPair& pair : pairs_) {
      if (pair.bought != place_of(trade)) continue;
      const DoneTrade& sale = execution_.trades[pair.sold];
      const Decimal proceeds = value_of(sale) - sale.fee;
      const Decimal part = multiply_divide(trade.quantity, pair.value, paid, Rounding::kDown);
      Decimal unknown_there = sale.quantity;
      for (const Lot& lot : gone_[pair.sold]) {
        unknown_there -= lot.quantity;
        const Decimal quantity = multiply_divide(part, lot.quantity, sale.quantity, Rounding::kDown);
        if (quantity.is_zero()) continue;
        const Decimal gone = multiply_divide(lot.quantity, pair.value, proceeds, Rounding::kHalfEven);
        const Decimal unit_cost = multiply_divide(lot.unit_cost, gone, quantity, Rounding::kHalfEven);
        holding.lots.push_back({lot.id, lot.acquired, quantity, unit_cost});
        left -= quantity;
      }
      unknown += multiply_divide(part, unknown_there, sale.quantity, Rounding::kDown);
      unpaid -= pair.value;
    }
    if (left == trade.quantity && unpaid == paid) return holding.lots.push_back(rest);
    if (unpaid.sign() > 0) {
      rest.quantity = std::min(left - unknown, multiply_divide(trade.quantity, unpaid, paid, Rounding::kDown));
      left -= rest.quantity;
      if (!rest.quantity.is_zero()) holding.lots.push_back(rest);
    }
    // What rounding down leaves is not of unknown cost.
    if (unknown.is_zero() && !holding.lots.empty()) holding.lots.back().quantity += left;
  }

  [[nodiscard]] Decimal value_of(const DoneTrade& trade) const {
    return multiply(trade.quantity, trade.price, Rounding::kHalfEven,
                    currency_of(portfolio_, portfolio_.accounts[trade.account].currency).minor_unit_digits);
  }

  [[nodiscard]] std::size_t place_of(const DoneTrade& trade) const {
    return static_cast<std::size_t>(&trade - execution_.trades.data());
  }

  [[nodiscard]] bool switches_untaxed(AccountIndex a) const {
    const std::optional<std::size_t> rules = portfolio_.accounts[a].tax_rules;
    return rules && portfolio_.tax_rules[*rules].switches_are_untaxed;
  }

  void pair_trades() {
    std::vector<SwitchLeg> sold;
    std::vector<SwitchLeg> bought;
    for (std::size_t t = 0; t < execution_.trades.size(); ++t) {
      const DoneTrade& trade = execution_.trades[t];
      if (!switches_untaxed(trade.account)) continue;
      const bool sells = trade.side == Side::kSell;
      const Decimal value = value_of(trade);
      (sells ? sold : bought).push_back({t, trade.account, sells ? value - trade.fee : value + trade.fee});
    }
    std::vector<int> purses;
    purses.reserve(portfolio_.accounts.size());
    for (const Account& account : portfolio_.accounts) {
      purses.push_back(account.currency ? static_cast<int>(*account.currency) + 1 : 0);
    }
    pairs_ = pair_legs(std::move(sold), std::move(bought), purses);
  }

  void report_sold(const DoneTrade& trade, Decimal held) {
    const auto index = static_cast<std::size_t>(&trade - execution_.trades.data());
    problems_.push_back(
        {ErrorCode::kSoldMoreThanHeld,
         Source::kRequest,
         "/trades/" + std::to_string(index) + "/quantity",
         {{"sold", trade.quantity.text()}, {"symbol", portfolio_.assets[trade.asset].symbol}, {"held", held.text()}}});
  }

  void check_cash(AccountIndex a) {
    const Account& account = portfolio_.accounts[a];
    if (account.cash.sign() >= 0) return;
    problems_.push_back(
        {ErrorCode::kOverdrawn,
         Source::kRequest,
         "",
         {{"account", account.name.empty() ? account.id : account.name}, {"missing", (-account.cash).text()}}});
  }

  Portfolio portfolio_;
  const Execution& execution_;
  std::vector<LegPair> pairs_;          ///< of switches that are not taxed
  std::vector<std::vector<Lot>> gone_;  ///< at the place of a sale: what of which lots went
  Problems problems_;
};

}  // namespace

Result<Portfolio> carry_out(Portfolio portfolio, const Execution& execution) {
  return Books(std::move(portfolio), execution).close();
}

}  // namespace ballast
