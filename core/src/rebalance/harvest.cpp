#include "harvest.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

#include "ballast/model/exchange.hpp"
#include "trade_terms.hpp"

namespace ballast {
namespace {

// What is sold, summed over lots with some factor each.
struct WeightedLots {
  Decimal cost;
  Decimal quantity;

  void add(Decimal factor, Decimal more, Decimal unit_cost) {
    const Decimal weighted = multiply(factor, more, Rounding::kHalfEven);
    quantity += weighted;
    cost += multiply(weighted, unit_cost, Rounding::kHalfEven);
  }
  // What they bring less what they cost, where `all` is sold for `net`.
  [[nodiscard]] Decimal gain(Decimal net, Decimal all) const {
    return multiply_divide(net, quantity, all, Rounding::kHalfEven) - cost;
  }
};

bool is_bought_lately(const Lot& lot, Date day, int days) {
  return lot.acquired <= day && lot.acquired >= day - std::chrono::days(days);
}

// The sales that could be made of a holding.
class Harvester {
 public:
  Harvester(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account, const Holding& holding)
      : portfolio_(portfolio),
        request_(request),
        account_(account),
        holding_(holding),
        terms_(lot_sale_terms(portfolio, request, account, holding.asset)) {}

  /// The sale that gains most, where that is more than nothing; with `bought_lately` in all accounts.
  [[nodiscard]] std::optional<HarvestedSale> best(Decimal bought_lately) const {
    const Decimal sellable = sellable_quantity(portfolio_, request_, account_, holding_);
    std::optional<HarvestedSale> best;
    if (sellable.is_zero()) return best;
    const Decimal step = portfolio_.assets[holding_.asset].quantity_step;
    Decimal most;
    Decimal end;
    Decimal last;
    WeightedLots at_rates;
    WeightedLots taxed;
    const std::vector<std::size_t> order = sale_order(holding_, terms_);
    for (const std::size_t at : order) {
      const Lot& lot = holding_.lots[at];
      const Decimal quantity = round_to_multiple(std::min(end + lot.quantity, sellable), step, Rounding::kDown);
      const auto with_part = [&](WeightedLots sum, Decimal factor, Decimal part) {
        sum.add(factor, part, lot.unit_cost);
        return sum;
      };
      const Decimal whether = Decimal::from_integer(rate_of(lot).sign());
      if (quantity > last && is_possible(quantity)) {
        const Decimal part = quantity - end;
        const Decimal net = net_of(quantity);
        const Disallowed off = disallowed(order, quantity, net, bought_lately);
        const Decimal gains = with_part(taxed, whether, part).gain(net, quantity) + off.loss;
        const Decimal saved = -with_part(at_rates, rate_of(lot), part).gain(net, quantity) - off.tax;
        const Decimal gained = in_minor_units(saved - margin_of(quantity)) - fee_of(quantity);
        const bool keeps_budget = !request_.gain_budget || gains.sign() <= 0;
        if (gained > most && keeps_budget) {
          most = gained;
          best = HarvestedSale{account_, holding_.asset, quantity, in_minor_units(saved)};
        }
      }
      at_rates = with_part(at_rates, rate_of(lot), lot.quantity);
      taxed = with_part(taxed, whether, lot.quantity);
      last = std::max(last, quantity);
      end += lot.quantity;
      if (end >= sellable) break;
    }
    return best;
  }

 private:
  struct Disallowed {
    Decimal loss;  ///< where the rate is above 0
    Decimal tax;
  };

  // The first units that are sold at a loss do not count while as many were bought lately and are still there.
  [[nodiscard]] Disallowed disallowed(const std::vector<std::size_t>& order, Decimal quantity, Decimal net,
                                      Decimal bought_lately) const {
    Disallowed out;
    if (bought_lately.is_zero()) return out;
    const auto each_part = [&](const auto& use) {
      Decimal rest = quantity;
      for (const std::size_t at : order) {
        if (rest.is_zero()) break;
        const Decimal part = std::min(rest, holding_.lots[at].quantity);
        rest -= part;
        if (!use(holding_.lots[at], part)) break;
      }
    };
    Decimal replaced = bought_lately;
    each_part([&](const Lot& lot, Decimal part) {
      if (is_bought_lately(lot, terms_.date, terms_.rules->wash_sale_days)) replaced -= part;
      return replaced.sign() > 0;
    });
    each_part([&](const Lot& lot, Decimal part) {
      if (compare_products(lot.unit_cost, quantity, net, Decimal::from_integer(1)) <= 0) return true;
      const Decimal units = std::min(part, std::max(replaced, Decimal()));
      WeightedLots lost;
      lost.add(Decimal::from_integer(1), units, lot.unit_cost);
      const Decimal loss = -lost.gain(net, quantity);
      out.tax += multiply(rate_of(lot), loss, Rounding::kHalfEven);
      if (rate_of(lot).sign() > 0) out.loss += loss;
      replaced -= units;
      return replaced.sign() > 0;
    });
    return out;
  }

  [[nodiscard]] Decimal rate_of(const Lot& lot) const {
    return terms_.rules->periods[period_of_sale(*terms_.rules, lot.acquired, terms_.date)].rate;
  }
  // In the account's currency.
  [[nodiscard]] Decimal value_of(Decimal quantity) const {
    return trade_value(portfolio_, account_, holding_.asset, Side::kSell, quantity);
  }
  [[nodiscard]] Decimal in_base(Decimal amount) const {
    return in_base_currency(portfolio_, portfolio_.accounts[account_].currency, amount);
  }
  [[nodiscard]] Decimal fee_of(Decimal quantity) const {
    return in_base(trade_fee(portfolio_, account_, value_of(quantity)));
  }
  [[nodiscard]] Decimal net_of(Decimal quantity) const {
    const Decimal value = value_of(quantity);
    return in_minor_units(in_base(value - trade_fee(portfolio_, account_, value)));
  }
  [[nodiscard]] Decimal margin_of(Decimal quantity) const {
    const Account& account = portfolio_.accounts[account_];
    const Decimal price = price_in(portfolio_, account, portfolio_.assets[holding_.asset]);
    const Decimal off = price - execution_price(portfolio_, account_, holding_.asset, Side::kSell);
    return in_base(multiply(quantity, off, Rounding::kHalfEven));
  }
  [[nodiscard]] bool is_possible(Decimal quantity) const {
    return quantity >= holding_.minimum_quantity &&
           is_worth_trading(portfolio_, request_, account_, value_of(quantity));
  }
  [[nodiscard]] Decimal in_minor_units(Decimal amount) const {
    return portfolio_.base_currency.round(amount, Rounding::kHalfEven);
  }

  const Portfolio& portfolio_;
  const PlanRequest& request_;
  AccountIndex account_;
  const Holding& holding_;
  LotSaleTerms terms_;
};

struct Recent {
  Decimal quantity;
  Date last;
};

// What was bought in the window of each set of rules and is there, in any account; by asset.
class BoughtLately {
 public:
  BoughtLately(const Portfolio& portfolio, const PlanRequest& request) {
    for (const TaxRules& rules : portfolio.tax_rules) {
      std::vector<Recent>& out = by_rules_.emplace_back(portfolio.assets.size());
      if (rules.wash_sale_days == 0 || !request.date) continue;
      for (const Account& account : portfolio.accounts) {
        for (const Holding& holding : account.holdings) {
          for (const Lot& lot : holding.lots) {
            if (is_bought_lately(lot, *request.date, rules.wash_sale_days)) add(lot, out[holding.asset]);
          }
        }
      }
    }
  }

  [[nodiscard]] const Recent& of(std::size_t rules, AssetIndex asset) const { return by_rules_[rules][asset]; }

 private:
  static void add(const Lot& lot, Recent& out) {
    out.last = out.quantity.is_zero() ? lot.acquired : std::max(out.last, lot.acquired);
    out.quantity += lot.quantity;
  }

  std::vector<std::vector<Recent>> by_rules_;
};

// Every holding whose sale may be taxed, with what was bought lately of its asset and the window of its rules.
template <typename Use>
void each_taxed_holding(const Portfolio& portfolio, const PlanRequest& request, const Use& use) {
  const BoughtLately lately(portfolio, request);
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    const Account& account = portfolio.accounts[a];
    if (!account.tax_rules || !is_taxed(portfolio.tax_rules[*account.tax_rules])) continue;
    const int days = portfolio.tax_rules[*account.tax_rules].wash_sale_days;
    for (const Holding& holding : account.holdings) {
      if (!holding.lots.empty()) use(a, holding, lately.of(*account.tax_rules, holding.asset), days);
    }
  }
}

}  // namespace

std::vector<HarvestedSale> find_harvest(const Portfolio& portfolio, const PlanRequest& request) {
  std::vector<HarvestedSale> out;
  if (!request.harvest_losses || !request.date) return out;
  each_taxed_holding(portfolio, request,
                     [&](AccountIndex a, const Holding& holding, const Recent& lately, int /*days*/) {
                       if (const auto sale = Harvester(portfolio, request, a, holding).best(lately.quantity))
                         out.push_back(*sale);
                     });
  std::sort(out.begin(), out.end(), [](const HarvestedSale& x, const HarvestedSale& y) {
    return std::tie(x.account, x.asset) < std::tie(y.account, y.asset);
  });
  return out;
}

std::vector<std::optional<LossLater>> losses_that_count_later(const Portfolio& portfolio, const PlanRequest& request) {
  std::vector<std::optional<LossLater>> out(portfolio.assets.size());
  if (!request.harvest_losses || !request.date) return out;
  each_taxed_holding(portfolio, request, [&](AccountIndex a, const Holding& holding, const Recent& lately, int days) {
    if (lately.quantity.is_zero()) return;
    const Harvester harvester(portfolio, request, a, holding);
    if (harvester.best(lately.quantity) || !harvester.best(Decimal())) return;
    const Date from = lately.last + std::chrono::days(days + 1);
    std::optional<LossLater>& first = out[holding.asset];
    if (!first || from < first->from) first = {from, days};
  });
  return out;
}

void demand_harvest(const Portfolio& portfolio, std::span<const HarvestedSale> harvested, double total,
                    TradingProblem& problem) {
  const Trades least = only_harvest(portfolio, harvested, total);
  for (const HarvestedSale& sale : harvested) {
    for (std::size_t pair = sale.asset; pair < problem.pair_count(); pair += problem.asset_count) {
      problem.upper[pair] = std::min({problem.upper[pair], least[pair], 0.0});
      problem.lower[pair] = std::min(problem.lower[pair], problem.upper[pair]);
    }
  }
}

Trades only_harvest(const Portfolio& portfolio, std::span<const HarvestedSale> harvested, double total) {
  const std::size_t n = portfolio.assets.size();
  Trades out(n * portfolio.accounts.size());
  for (const HarvestedSale& sale : harvested) {
    const double price = portfolio.assets[sale.asset].price.to_double();
    out[sale.account * n + sale.asset] = -(sale.quantity.to_double() * price / total);
  }
  return out;
}

std::vector<Decimal> values_after_harvest(const Portfolio& portfolio, std::span<const HarvestedSale> harvested,
                                          std::vector<Decimal> values) {
  for (const HarvestedSale& sale : harvested) {
    const Decimal value = multiply(sale.quantity, portfolio.assets[sale.asset].price, Rounding::kHalfEven);
    values[sale.asset] -= std::min(value, values[sale.asset]);
    values.back() += value;
  }
  return values;
}

bool is_sold(const HarvestedSale& sale, const std::vector<Trade>& trades) {
  return std::any_of(trades.begin(), trades.end(), [&](const Trade& trade) {
    return trade.account == sale.account && trade.asset == sale.asset && trade.side == Side::kSell &&
           trade.quantity >= sale.quantity;
  });
}

}  // namespace ballast
