#include "settle.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ballast/model/exchange.hpp"
#include "ballast/money/apportion.hpp"
#include "trade_terms.hpp"

namespace ballast {
namespace {

constexpr int kBudgetRounds = 12;
constexpr int kUnitsForNoNewTrade = 100;  // a trade that is there moves so much more before another one is opened

// The trades of one account while they are being settled.
class AccountSettlement {
 public:
  AccountSettlement(const Portfolio& portfolio, const PlanRequest& request, const Opening& opening,
                    const TradingProblem& problem, AccountIndex account, std::span<const double> shares,
                    std::span<const HarvestedSale> harvested)
      : portfolio_(portfolio),
        request_(request),
        problem_(problem),
        account_(account),
        currency_(currency_of(portfolio, portfolio.accounts[account].currency)),
        opening_cash_(opening.cash[account]),
        total_(from_base_currency(portfolio, portfolio.accounts[account].currency, opening.total, Rounding::kHalfEven)),
        minor_(currency_.minor_unit()),
        minimum_value_(minimum_value(portfolio, request, account)),
        sellable_(portfolio.assets.size()),
        harvested_(portfolio.assets.size()),
        minimum_quantity_(portfolio.assets.size()) {
    for (const Holding& holding : portfolio.accounts[account].holdings) {
      sellable_[holding.asset] = sellable_quantity(portfolio, request, account, holding);
      minimum_quantity_[holding.asset] = holding.minimum_quantity;
    }
    for (const HarvestedSale& sale : harvested) {
      if (sale.account == account) harvested_[sale.asset] = sale.quantity;
    }
    settle_shares(shares);
  }

  [[nodiscard]] std::vector<Trade> take() {
    std::stable_sort(trades_.begin(), trades_.end(), [](const Trade& a, const Trade& b) {
      return a.side != b.side ? a.side < b.side : a.asset < b.asset;
    });
    return std::move(trades_);
  }

 private:
  [[nodiscard]] const Asset& asset(AssetIndex i) const { return portfolio_.assets[i]; }
  // Between bid and ask.
  [[nodiscard]] Decimal price(AssetIndex i) const {
    return price_in(portfolio_, portfolio_.accounts[account_], asset(i));
  }

  // An amount of money for a share of the total, in minor units.
  [[nodiscard]] Decimal money(double share) const {
    Decimal fraction;
    if (!from_double(share, Decimal::kFractionDigits, &fraction)) throw ArithmeticOverflow();
    return currency_.round(multiply(fraction, total_, Rounding::kHalfEven), Rounding::kHalfEven);
  }

  // A sale to the edge of a band must not end a fraction of a minor unit outside it: then it is rounded up.
  [[nodiscard]] Decimal money_sold(double share) const {
    if (request_.trigger == PlanRequest::Trigger::kAlways) return money(share);
    Decimal fraction;
    if (!from_double(share, Decimal::kFractionDigits, &fraction)) throw ArithmeticOverflow();
    constexpr int kMoreDigits = 6;  // beyond those of the currency there is only the noise of doubles
    const int digits = std::min(currency_.minor_unit_digits + kMoreDigits, Decimal::kFractionDigits);
    const Decimal amount = multiply(fraction, total_, Rounding::kHalfEven, digits);
    return currency_.round(amount, Rounding::kUp);
  }

  void settle_shares(std::span<const double> shares) {
    const Decimal planned = planned_cash(shares);
    std::vector<AssetIndex> fine_buys;
    std::vector<Decimal> fine_shares;
    Decimal fine_budget;
    for (AssetIndex i = 0; i < shares.size(); ++i) {
      const double share = shares[i];
      if (share == 0) continue;
      if (problem_.is_coarse(i)) {
        add(i, share < 0 ? Side::kSell : Side::kBuy, steps_quantity(i, std::fabs(share)));
      } else if (share < 0) {
        add(i, Side::kSell, quantity_sold(i, money_sold(-share)));
      } else {
        fine_buys.push_back(i);
        Decimal weight;
        if (!from_double(share, Decimal::kFractionDigits, &weight)) throw ArithmeticOverflow();
        fine_shares.push_back(weight);
        fine_budget += money(share);
      }
    }
    place(fine_buys, fine_shares, fine_budget, planned);
    while (cash().sign() < 0) {
      if (!raise(-cash())) break;
    }
  }

  [[nodiscard]] Decimal planned_cash(std::span<const double> shares) const {
    double cash = problem_.accounts[account_].cash;
    for (AssetIndex i = 0; i < shares.size(); ++i) {
      const double x = shares[i];
      cash -= x + problem_.charge_of(account_ * shares.size() + i, x);
    }
    // Cash of less than a minor unit was meant to be none.
    return cash < problem_.accounts[account_].resolution ? Decimal() : money(cash);
  }

  // Buys that are not in felt steps share one budget by largest remainder, so that they use what is there to the last
  // minor unit; the budget is moved until the cash left is the cash planned.
  void place(const std::vector<AssetIndex>& buys, const std::vector<Decimal>& shares, Decimal budget, Decimal planned) {
    if (buys.empty()) return;
    const std::vector<Trade> before = trades_;
    const Decimal one_and_rate = Decimal::from_integer(1) + portfolio_.accounts[account_].fees.proportional;
    std::optional<Decimal> best_rest;
    std::vector<Trade> best = trades_;
    for (int round = 0; round < kBudgetRounds; ++round) {
      trades_ = before;
      const std::vector<Decimal> parts = apportion(std::max(budget, Decimal()), shares, minor_);
      for (std::size_t k = 0; k < buys.size(); ++k)
        add(buys[k], Side::kBuy, quantity_traded(buys[k], Side::kBuy, parts[k]));
      const Decimal rest = cash() - planned;
      if (rest.sign() >= 0 && (!best_rest || rest < *best_rest)) {
        best_rest = rest;
        best = trades_;
      }
      const Decimal move = currency_.round(divide(rest, one_and_rate, Rounding::kDown), Rounding::kDown);
      if (move.is_zero()) break;
      budget += move;
    }
    if (best_rest) trades_ = std::move(best);
  }

  // The quantity whose value is `value`, as near as the step allows.
  [[nodiscard]] Decimal quantity_worth(AssetIndex i, Decimal value) const {
    return round_to_multiple(divide(value, price(i), Rounding::kHalfEven), asset(i).quantity_step, Rounding::kHalfEven);
  }

  // A trade of the minimum must not fall below it by rounding.
  [[nodiscard]] Decimal quantity_traded(AssetIndex i, Side side, Decimal value) const {
    const Decimal quantity = quantity_worth(i, value);
    return quantity <= least_quantity(i, side) ? least_quantity(i, side) : quantity;
  }
  // A sale that would leave less than a minor unit behind takes everything.
  [[nodiscard]] Decimal quantity_sold(AssetIndex i, Decimal value) const {
    const int digits = currency_.minor_unit_digits;
    const Decimal all = multiply(sellable_[i], price(i), Rounding::kHalfEven, digits);
    return value + minor_ > all ? sellable_[i] : quantity_traded(i, Side::kSell, value);
  }
  // The smallest trade that is allowed; nothing where any is.
  [[nodiscard]] Decimal least_quantity(AssetIndex i, Side side) const {
    const Decimal step = asset(i).quantity_step;
    const Decimal by_number = round_to_multiple(minimum_quantity_[i], step, Rounding::kUp);
    return minimum_value_.is_zero() ? by_number : std::max(by_number, steps_worth(i, side, minimum_value_));
  }

  [[nodiscard]] Decimal steps_quantity(AssetIndex i, double share) const {
    const double steps = share / problem_.step[i];
    Decimal whole;
    if (!from_double(steps, 0, &whole)) throw ArithmeticOverflow();
    return multiply(whole, asset(i).quantity_step, Rounding::kHalfEven);
  }

  // Replaces the trade of an asset.
  void put(AssetIndex i, Side side, Decimal quantity) {
    std::erase_if(trades_, [&](const Trade& t) { return t.asset == i; });
    add(i, side, quantity);
  }

  // Adds a trade for an asset that has none; nothing if it is not worth making.
  void add(AssetIndex i, Side side, Decimal quantity) {
    if (side == Side::kSell) quantity = std::min(std::max(quantity, harvested_[i]), sellable_[i]);
    if (!is_worth(i, side, quantity)) return;
    const Decimal value = trade_value(portfolio_, account_, i, side, quantity);
    const Decimal fee = trade_fee(portfolio_, account_, value);
    trades_.push_back({account_, i, side, quantity, execution_price(portfolio_, account_, i, side), value, fee, {}});
  }

  [[nodiscard]] bool is_worth(AssetIndex i, Side side, Decimal quantity) const {
    if (quantity.sign() <= 0 || quantity < minimum_quantity_[i]) return false;
    const Decimal value = trade_value(portfolio_, account_, i, side, quantity);
    return !value.is_zero() && is_worth_trading(portfolio_, request_, account_, value);
  }

  [[nodiscard]] Decimal cash() const {
    Decimal cash = opening_cash_;
    for (const Trade& trade : trades_) {
      cash += trade.side == Side::kSell ? trade.value : -trade.value;
      cash -= trade.fee;
    }
    return cash;
  }

  // One way to raise cash: another quantity for one trade.
  struct Change {
    AssetIndex asset = 0;
    Side side = Side::kSell;
    Decimal quantity;
    Decimal raised;
    Decimal price;  // money moved by it, and what a trade more is worth avoiding
  };

  // Raises at least a part of `needed` by the change that moves the least money; false where nothing is left.
  bool raise(Decimal needed) {
    std::optional<Change> best;
    const auto offer = [&](const Change& change) {
      if (change.raised.sign() <= 0) return;
      const bool enough = change.raised >= needed;
      const bool best_enough = best && best->raised >= needed;
      const bool better =
          !best || (enough && !best_enough) ||
          (enough == best_enough && (enough ? change.price < best->price : change.raised > best->raised));
      if (better) best = change;
    };
    for (const Trade& trade : trades_) {
      if (trade.side == Side::kBuy) offer(buy_less(trade, needed));
    }
    for (AssetIndex i = 0; i < sellable_.size(); ++i) {
      if (!sellable_[i].is_zero() && !buys(i)) offer(sell_more(i, needed));
    }
    if (!best) return false;
    put(best->asset, best->side, best->quantity);
    return true;
  }

  [[nodiscard]] bool buys(AssetIndex i) const {
    return std::any_of(trades_.begin(), trades_.end(),
                       [&](const Trade& t) { return t.asset == i && t.side == Side::kBuy; });
  }

  [[nodiscard]] Change buy_less(const Trade& buy, Decimal needed) const {
    const Decimal quantity = std::max(Decimal(), buy.quantity - steps_worth(buy.asset, Side::kBuy, needed));
    if (!is_worth(buy.asset, Side::kBuy, quantity)) return {buy.asset, Side::kBuy, {}, buy.value + buy.fee, buy.value};
    const Decimal value = trade_value(portfolio_, account_, buy.asset, Side::kBuy, quantity);
    const Decimal freed = buy.value - value;
    return {buy.asset, Side::kBuy, quantity, freed + buy.fee - trade_fee(portfolio_, account_, value), freed};
  }

  [[nodiscard]] Change sell_more(AssetIndex i, Decimal needed) const {
    const Decimal now = sold(i);
    const bool is_new = now.is_zero();
    const Decimal gross = value_before_fee(portfolio_, account_, needed) + minor_;
    const Decimal more = steps_worth(i, Side::kSell, gross);
    const Decimal least = is_new ? least_quantity(i, Side::kSell) : Decimal();
    const Decimal quantity = std::min(sellable_[i], std::max(now + more, least));
    const Decimal raised = proceeds(i, quantity) - proceeds(i, now);
    const Decimal new_trade = multiply(minor_, Decimal::from_integer(kUnitsForNoNewTrade), Rounding::kUp);
    return {i, Side::kSell, quantity, raised, raised + (is_new ? new_trade : Decimal())};
  }

  [[nodiscard]] Decimal steps_worth(AssetIndex i, Side side, Decimal value) const {
    const Decimal quantity = divide(value, execution_price(portfolio_, account_, i, side), Rounding::kUp);
    return round_to_multiple(quantity, asset(i).quantity_step, Rounding::kUp);
  }

  [[nodiscard]] Decimal sold(AssetIndex i) const {
    for (const Trade& trade : trades_) {
      if (trade.asset == i && trade.side == Side::kSell) return trade.quantity;
    }
    return {};
  }

  [[nodiscard]] Decimal proceeds(AssetIndex i, Decimal quantity) const {
    if (!is_worth(i, Side::kSell, quantity)) return {};
    const Decimal value = trade_value(portfolio_, account_, i, Side::kSell, quantity);
    return value - trade_fee(portfolio_, account_, value);
  }

  const Portfolio& portfolio_;
  const PlanRequest& request_;
  const TradingProblem& problem_;
  AccountIndex account_;
  const Currency& currency_;
  Decimal opening_cash_;
  Decimal total_;  ///< all there is, in the account's currency
  Decimal minor_;
  Decimal minimum_value_;
  std::vector<Decimal> sellable_;
  std::vector<Decimal> harvested_;         ///< per asset, what is sold at least
  std::vector<Decimal> minimum_quantity_;  ///< per asset, of one trade
  std::vector<Trade> trades_;
};

}  // namespace

std::vector<Trade> settle(const Portfolio& portfolio, const PlanRequest& request, const Opening& opening,
                          const TradingProblem& problem, const Trades& trades,
                          std::span<const HarvestedSale> harvested) {
  std::vector<Trade> out;
  const std::size_t n = problem.asset_count;
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    AccountSettlement account(portfolio, request, opening, problem, a, std::span(trades).subspan(a * n, n), harvested);
    for (Trade& trade : account.take()) out.push_back(std::move(trade));
  }
  return out;
}

}  // namespace ballast
