#include "ballast/rebalance/carry_out.hpp"

#include <algorithm>
#include <string>

#include "ballast/model/exchange.hpp"
#include "ballast/tax/sold_lots.hpp"

namespace ballast {
namespace {

class Books {
 public:
  Books(Portfolio portfolio, const Execution& execution) : portfolio_(std::move(portfolio)), execution_(execution) {}

  [[nodiscard]] Result<Portfolio> close() {
    for (const CashFlow& flow : execution_.cash_flows) portfolio_.accounts[flow.account].cash += flow.amount;
    for (const CashTransfer& transfer : execution_.transfers) {
      portfolio_.accounts[transfer.from].cash -= transfer.amount;
      portfolio_.accounts[transfer.to].cash += transfer.amount;
    }
    for (const DoneTrade& trade : execution_.trades) enter(trade);
    for (AccountIndex a = 0; a < portfolio_.accounts.size(); ++a) check_cash(a);
    if (!problems_.empty()) return std::move(problems_);
    return std::move(portfolio_);
  }

 private:
  void enter(const DoneTrade& trade) {
    Account& account = portfolio_.accounts[trade.account];
    auto at = std::find_if(account.holdings.begin(), account.holdings.end(),
                           [&](const Holding& holding) { return holding.asset == trade.asset; });
    const Decimal value = multiply(trade.quantity, trade.price, Rounding::kHalfEven,
                                   currency_of(portfolio_, account.currency).minor_unit_digits);
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
    for (const SoldLot& sold : sale.lots) holding.lots[sold.lot].quantity -= sold.quantity;
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
    holding.lots.push_back({"", *execution_.date, trade.quantity, divide(cost, trade.quantity, Rounding::kHalfEven)});
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
  Problems problems_;
};

}  // namespace

Result<Portfolio> carry_out(Portfolio portfolio, const Execution& execution) {
  return Books(std::move(portfolio), execution).close();
}

}  // namespace ballast
