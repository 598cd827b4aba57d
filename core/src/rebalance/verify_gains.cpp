#include "verify_gains.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace ballast {
namespace {

const Holding* sold_from(const Portfolio& portfolio, const Trade& trade) {
  for (const Holding& holding : portfolio.accounts[trade.account].holdings) {
    if (holding.asset == trade.asset) return &holding;
  }
  return nullptr;
}

const TaxRules* rules_of(const Portfolio& portfolio, AccountIndex account) {
  const auto rules = portfolio.accounts[account].tax_rules;
  return rules ? &portfolio.tax_rules.at(*rules) : nullptr;
}

// Of no account where nothing is taxed; where something is, a request without a day is refused.
Date day_of(const PlanRequest& request) { return request.date.value_or(Date()); }

// By the calendar: so many months are over on the day after the one of the same number, or after the month's last.
bool held_for_more_than(int months, Date from, Date to) {
  using std::chrono::year_month_day;
  const year_month_day a(from);
  const year_month_day b(to);
  const int whole = (static_cast<int>(b.year()) - static_cast<int>(a.year())) * 12 +
                    static_cast<int>(static_cast<unsigned>(b.month())) -
                    static_cast<int>(static_cast<unsigned>(a.month()));
  if (whole != months) return whole > months;
  const year_month_day last(b.year() / b.month() / std::chrono::last);
  return b.day() > std::min(a.day(), last.day());
}

}  // namespace

Decimal rate_on_sale(const TaxRules& rules, Date acquired, Date sold) {
  Decimal rate = rules.periods.front().rate;
  for (const TaxPeriod& period : rules.periods) {
    if (period.after_months > 0 && held_for_more_than(period.after_months, acquired, sold)) rate = period.rate;
  }
  return rate;
}

bool may_go_before(const Lot& a, const Lot& b, Decimal price, const TaxRules* rules, Date date) {
  if (rules == nullptr || rules->order == TaxRules::Order::kFirstIn) return a.acquired <= b.acquired;
  switch (rules->order) {
    case TaxRules::Order::kLastIn:
      return a.acquired >= b.acquired;
    case TaxRules::Order::kHighestCost:
      return a.unit_cost >= b.unit_cost;
    case TaxRules::Order::kLowestTax: {
      const auto tax = [&](const Lot& lot) {
        return multiply(rate_on_sale(*rules, lot.acquired, date), price - lot.unit_cost, Rounding::kHalfEven);
      };
      return tax(a) <= tax(b);
    }
    case TaxRules::Order::kFirstIn:
    case TaxRules::Order::kSpecified:
      break;
  }
  return &a <= &b;  // both lie in the holding's list
}

namespace {

// In the base currency.
Decimal in_base(const Portfolio& portfolio, const Trade& trade, Decimal amount, int digits) {
  const auto currency = portfolio.accounts[trade.account].currency;
  return currency ? multiply(portfolio.currencies.at(*currency).rate, amount, Rounding::kHalfEven, digits) : amount;
}
Decimal price_of(const Portfolio& portfolio, const Trade& trade) {
  return in_base(portfolio, trade, trade.price, Decimal::kFractionDigits);
}
Decimal brought_by(const Portfolio& portfolio, const Trade& trade) {
  return in_base(portfolio, trade, trade.value - trade.fee, portfolio.base_currency.minor_unit_digits);
}

bool sale_is_right(const Portfolio& portfolio, const PlanRequest& request, const Trade& trade) {
  const Holding* holding = sold_from(portfolio, trade);
  if (holding == nullptr) return false;
  const Decimal minor = Decimal::smallest(portfolio.base_currency.minor_unit_digits);
  const TaxRules* rules = rules_of(portfolio, trade.account);
  std::map<std::size_t, Decimal> sold;
  Decimal quantity = trade.sold.quantity_without_lot;
  Decimal proceeds = trade.sold.proceeds_without_lot;
  const Decimal brought = brought_by(portfolio, trade);
  for (const SoldLot& part : trade.sold.lots) {
    if (part.lot >= holding->lots.size() || !sold.emplace(part.lot, part.quantity).second) return false;
    const Lot& lot = holding->lots[part.lot];
    if (part.quantity.sign() <= 0 || part.quantity > lot.quantity) return false;
    const Decimal cost = multiply(part.quantity, lot.unit_cost, Rounding::kDown);
    const Decimal share = multiply_divide(brought, part.quantity, trade.quantity, Rounding::kHalfEven);
    const Decimal off = part.cost - cost;
    if (off + off > minor + Decimal::from_units(2) || -(off + off) > minor) return false;
    if (absolute(part.proceeds - share) > minor || part.gain != part.proceeds - part.cost) return false;
    if ((rules != nullptr) != part.period.has_value()) return false;
    if (rules != nullptr) {
      const std::size_t period = part.period.value_or(0);
      if (period >= rules->periods.size()) return false;
      if (rules->periods[period].rate != rate_on_sale(*rules, lot.acquired, day_of(request))) return false;
    }
    quantity += part.quantity;
    proceeds += part.proceeds;
  }
  if (quantity != trade.quantity || proceeds != brought) return false;
  // No lot is left, not even in part, that should have gone before one that went.
  return std::all_of(holding->lots.begin(), holding->lots.end(), [&](const Lot& left) {
    const auto at = static_cast<std::size_t>(&left - holding->lots.data());
    if (sold[at] == left.quantity) return true;
    return trade.sold.quantity_without_lot.is_zero() &&
           std::all_of(trade.sold.lots.begin(), trade.sold.lots.end(), [&](const SoldLot& part) {
             return part.lot == at ||
                    may_go_before(holding->lots[part.lot], left, price_of(portfolio, trade), rules, day_of(request));
           });
  });
}

bool taxes_anything(const TaxRules& rules) {
  for (const TaxPeriod& period : rules.periods) {
    if (!period.rate.is_zero()) return true;
  }
  return false;
}

// What was bought of an asset around the sale, in any account.
Decimal replaced(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan, AssetIndex asset, int days) {
  Decimal sum;
  const Date last = day_of(request);
  const Date first = last - std::chrono::days(days);
  for (const Account& account : portfolio.accounts) {
    for (const Holding& holding : account.holdings) {
      if (holding.asset != asset) continue;
      for (const Lot& lot : holding.lots)
        sum += lot.acquired >= first && lot.acquired <= last ? lot.quantity : Decimal();
    }
  }
  for (const Trade& trade : plan.trades) {
    if (trade.asset != asset) continue;
    if (trade.side == Side::kBuy) sum += trade.quantity;
    for (const SoldLot& part : trade.sold.lots) {
      const Date acquired = sold_from(portfolio, trade)->lots[part.lot].acquired;
      if (acquired >= first && acquired <= last) sum -= part.quantity;
    }
  }
  return sum;
}

struct Sums {
  std::vector<Decimal> gains;
  std::vector<Decimal> losses;
  Decimal disallowed;
};

Sums sums_of(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan, std::size_t index) {
  const TaxRules& rules = portfolio.tax_rules[index];
  Sums out{std::vector<Decimal>(rules.periods.size()), std::vector<Decimal>(rules.periods.size()), {}};
  std::map<AssetIndex, Decimal> rest;
  for (const Trade& trade : plan.trades) {
    if (portfolio.accounts[trade.account].tax_rules != index) continue;
    if (rules.wash_sale_days > 0 && request.date && !rest.contains(trade.asset)) {
      rest[trade.asset] = replaced(portfolio, request, plan, trade.asset, rules.wash_sale_days);
    }
    for (const SoldLot& part : trade.sold.lots) {
      if (part.gain.sign() >= 0) {
        out.gains[part.period.value_or(0)] += part.gain;
        continue;
      }
      const Decimal units = std::min(rest[trade.asset], part.quantity);
      rest[trade.asset] -= units;
      const Decimal no_loss = multiply_divide(absolute(part.gain), units, part.quantity, Rounding::kHalfEven,
                                              portfolio.base_currency.minor_unit_digits);
      out.losses[part.period.value_or(0)] += absolute(part.gain) - no_loss;
      out.disallowed += no_loss;
    }
  }
  return out;
}

// What a budget counts.
Decimal taxed_gains(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan) {
  Decimal sum;
  for (std::size_t index = 0; index < portfolio.tax_rules.size(); ++index) {
    const TaxRules& rules = portfolio.tax_rules[index];
    const Sums sums = sums_of(portfolio, request, plan, index);
    for (std::size_t p = 0; p < rules.periods.size(); ++p) {
      if (rules.periods[p].rate.sign() > 0) sum += sums.gains[p] - sums.losses[p];
    }
  }
  for (const Trade& trade : plan.trades) {
    const TaxRules* rules = rules_of(portfolio, trade.account);
    if (rules != nullptr && taxes_anything(*rules)) sum += trade.sold.proceeds_without_lot;
  }
  return sum;
}

bool estimate_agrees(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan, std::size_t index) {
  const TaxRules& rules = portfolio.tax_rules[index];
  const TaxEstimate& said = plan.realised.by_rules[index];
  const Sums sums = sums_of(portfolio, request, plan, index);
  if (said.periods.size() != rules.periods.size() || said.losses_disallowed != sums.disallowed) return false;
  std::multiset<std::pair<Decimal, std::size_t>, std::greater<>> by_rate;
  Decimal offset;  // all that may be taken off
  Decimal losses;
  std::vector<Decimal> taxable(rules.periods.size());
  for (std::size_t p = 0; p < rules.periods.size(); ++p) {
    if (said.periods[p].gains != sums.gains[p] || said.periods[p].losses != sums.losses[p]) return false;
    if (rules.periods[p].rate.is_zero()) continue;
    by_rate.emplace(rules.periods[p].rate, p);
    taxable[p] = std::max(Decimal(), sums.gains[p] - sums.losses[p]);
    losses += std::max(Decimal(), sums.losses[p] - sums.gains[p]);
  }
  offset = losses + rules.losses_carried + rules.allowance;
  Decimal used;
  Decimal tax;
  // Of periods with one rate it makes no difference which is relieved; here the later ones are.
  std::map<Decimal, Decimal> left_by_rate;
  for (const auto& [rate, p] : by_rate) {
    const Decimal part = std::min(taxable[p], offset - used);
    used += part;
    left_by_rate[rate] += taxable[p] - part;
  }
  std::map<Decimal, Decimal> said_by_rate;
  for (std::size_t p = 0; p < rules.periods.size(); ++p) {
    const TaxedPeriod& period = said.periods[p];
    if (period.tax != multiply(period.taxable, rules.periods[p].rate, Rounding::kHalfEven,
                               portfolio.base_currency.minor_unit_digits)) {
      return false;
    }
    tax += period.tax;
    if (rules.periods[p].rate.sign() > 0) said_by_rate[rules.periods[p].rate] += period.taxable;
    if (rules.periods[p].rate.is_zero() && !period.taxable.is_zero()) return false;
  }
  const Decimal losses_used = std::min(used, losses + rules.losses_carried);
  return said_by_rate == left_by_rate && tax == said.tax &&
         said.losses_left == losses + rules.losses_carried - losses_used && said.allowance_used == used - losses_used &&
         said.carried_used == std::max(Decimal(), losses_used - losses);
}

}  // namespace

bool lots_are_right(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan) {
  return std::all_of(plan.trades.begin(), plan.trades.end(), [&](const Trade& trade) {
    if (trade.side == Side::kSell) return sale_is_right(portfolio, request, trade);
    return trade.sold.lots.empty() && trade.sold.quantity_without_lot.is_zero();
  });
}

bool gains_are_wanted(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan) {
  if (request.gain_budget && taxed_gains(portfolio, request, plan) > *request.gain_budget) return false;
  if (request.gains != PlanRequest::Gains::kNone) return true;
  return std::all_of(plan.trades.begin(), plan.trades.end(), [&](const Trade& trade) {
    const TaxRules* rules = rules_of(portfolio, trade.account);
    if (rules == nullptr || !taxes_anything(*rules) || trade.side == Side::kBuy) return true;
    return trade.sold.quantity_without_lot.is_zero() &&
           std::all_of(trade.sold.lots.begin(), trade.sold.lots.end(), [&](const SoldLot& part) {
             const Lot& lot = sold_from(portfolio, trade)->lots[part.lot];
             return price_of(portfolio, trade) <= lot.unit_cost ||
                    rate_on_sale(*rules, lot.acquired, day_of(request)).is_zero();
           });
  });
}

bool tax_agrees(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan) {
  if (plan.realised.by_rules.size() != portfolio.tax_rules.size()) return false;
  Decimal net;
  Decimal unknown;
  Decimal tax;
  for (const Trade& trade : plan.trades) {
    for (const SoldLot& part : trade.sold.lots) net += part.gain;
    unknown += trade.sold.proceeds_without_lot;
  }
  for (std::size_t rules = 0; rules < portfolio.tax_rules.size(); ++rules) {
    if (!estimate_agrees(portfolio, request, plan, rules)) return false;
    tax += plan.realised.by_rules[rules].tax;
  }
  return plan.realised.gains.sign() >= 0 && plan.realised.losses.sign() >= 0 &&
         plan.realised.gains - plan.realised.losses == net && plan.realised.unknown == unknown &&
         plan.realised.tax == tax && plan.realised.taxed == taxed_gains(portfolio, request, plan);
}

}  // namespace ballast
