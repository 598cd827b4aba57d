#include "trim_sales.hpp"

#include <algorithm>
#include <optional>

#include "ballast/model/exchange.hpp"
#include "place_cash.hpp"
#include "trade_terms.hpp"

namespace ballast {
namespace {

Decimal brings(const Trade& trade) { return (trade.side == Side::kSell ? trade.value : -trade.value) - trade.fee; }

// Accounts whose cash is one.
class Purse {
 public:
  Purse(const Portfolio& portfolio, const PlanRequest& request, std::span<const HarvestedSale> harvested,
        std::vector<bool> members)
      : portfolio_(portfolio), request_(request), harvested_(harvested), members_(std::move(members)) {}

  void trim(const std::vector<Decimal>& cash, std::vector<Trade>& trades) const {
    Decimal left;
    for (AccountIndex a = 0; a < cash.size(); ++a) left += members_[a] ? needed_by(a, cash[a]) : Decimal();
    std::vector<Trade*> sales;
    for (Trade& trade : trades) {
      if (!members_[trade.account]) continue;
      left += brings(trade);
      if (trade.side == Side::kSell) sales.push_back(&trade);
    }
    // Coarse steps first: fine ones take up what they leave.
    std::stable_sort(sales.begin(), sales.end(), [&](const Trade* a, const Trade* b) { return step(*a) > step(*b); });
    for (Trade* sale : sales) left -= made_smaller(*sale, left);
    std::erase_if(trades, [](const Trade& trade) { return trade.quantity.is_zero(); });
  }

 private:
  // One account pays from cash as it is; what goes from one to another is whole minor units.
  [[nodiscard]] Decimal needed_by(AccountIndex account, Decimal cash) const {
    const bool alone = std::count(members_.begin(), members_.end(), true) == 1;
    return alone ? cash : currency_of(portfolio_, portfolio_.accounts[account].currency).round(cash, Rounding::kDown);
  }

  [[nodiscard]] Decimal step(const Trade& trade) const {
    return multiply(portfolio_.assets[trade.asset].quantity_step, trade.price, Rounding::kUp);
  }

  // By how much it brings less: at most `left`.
  Decimal made_smaller(Trade& sale, Decimal left) const {
    // A value that is rounded may fall by a minor unit more than asked for.
    constexpr int kTries = 3;
    const Decimal minor = currency_of(portfolio_, portfolio_.accounts[sale.account].currency).minor_unit();
    const Decimal before = brings(sale);
    if (before <= left) {
      sale.quantity = sale.value = sale.fee = Decimal();
      return before;
    }
    Decimal less(left);
    for (int attempt = 0; attempt < kTries && less.sign() > 0; ++attempt, less -= minor) {
      const Trade smaller = with_less(sale, less);
      if (!is_allowed(smaller) || before - brings(smaller) > left) continue;
      sale = smaller;
      return before - brings(smaller);
    }
    return {};
  }

  [[nodiscard]] Trade with_less(const Trade& sale, Decimal less) const {
    const Decimal step = portfolio_.assets[sale.asset].quantity_step;
    const Decimal fewer = round_to_multiple(divide(less, sale.price, Rounding::kDown), step, Rounding::kDown);
    Trade out(sale);
    out.quantity -= std::min(out.quantity, fewer);
    out.value = trade_value(portfolio_, sale.account, sale.asset, Side::kSell, out.quantity);
    out.fee = trade_fee(portfolio_, sale.account, out.value);
    return out;
  }

  [[nodiscard]] bool is_allowed(const Trade& sale) const {
    const std::vector<Holding>& holdings = portfolio_.accounts[sale.account].holdings;
    const auto held = std::find_if(holdings.begin(), holdings.end(),
                                   [&](const Holding& holding) { return holding.asset == sale.asset; });
    const bool is_harvested = std::any_of(harvested_.begin(), harvested_.end(), [&](const HarvestedSale& one) {
      return one.account == sale.account && one.asset == sale.asset && sale.quantity < one.quantity;
    });
    return !is_harvested && sale.value.sign() > 0 && sale.quantity >= held->minimum_quantity &&
           is_worth_trading(portfolio_, request_, sale.account, sale.value);
  }

  const Portfolio& portfolio_;
  const PlanRequest& request_;
  std::span<const HarvestedSale> harvested_;
  std::vector<bool> members_;
};

}  // namespace

void trim_sales(const Portfolio& portfolio, const PlanRequest& request, const std::vector<Decimal>& cash,
                std::span<const HarvestedSale> harvested, std::vector<Trade>& trades) {
  std::vector<bool> together(cash.size());
  if (!request.may_transfer.empty()) {
    together = accounts_that_share(portfolio, request);
    Purse(portfolio, request, harvested, together).trim(cash, trades);
  }
  for (AccountIndex a = 0; a < cash.size(); ++a) {
    if (together[a]) continue;
    std::vector<bool> alone(cash.size());
    alone[a] = true;
    Purse(portfolio, request, harvested, alone).trim(cash, trades);
  }
}

}  // namespace ballast
