#include "ballast/tax/sale_order.hpp"

#include <algorithm>
#include <numeric>

namespace ballast {
namespace {

Decimal tax_per_unit(const Lot& lot, const LotSaleTerms& terms) {
  const std::size_t period = period_of_sale(*terms.rules, lot.acquired, terms.date);
  return multiply(terms.unit_price - lot.unit_cost, terms.rules->periods[period].rate, Rounding::kHalfEven);
}

}  // namespace

std::size_t period_of_sale(const TaxRules& rules, Date acquired, Date sold) {
  std::size_t period = 0;
  for (std::size_t p = 1; p < rules.periods.size(); ++p) {
    if (sold > months_later(acquired, rules.periods[p].after_months)) period = p;
  }
  return period;
}

std::vector<std::size_t> sale_order(const Holding& holding, const LotSaleTerms& terms) {
  const std::vector<Lot>& lots = holding.lots;
  std::vector<std::size_t> order(lots.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const TaxRules::Order rule = terms.rules == nullptr ? TaxRules::Order::kFirstIn : terms.rules->order;
  if (rule == TaxRules::Order::kSpecified) return order;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return lots[a].acquired < lots[b].acquired; });
  if (rule == TaxRules::Order::kLastIn) {
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lots[a].acquired > lots[b].acquired; });
  } else if (rule == TaxRules::Order::kHighestCost) {
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lots[a].unit_cost > lots[b].unit_cost; });
  } else if (rule == TaxRules::Order::kLowestTax) {
    std::vector<Decimal> tax;
    tax.reserve(lots.size());
    for (const Lot& lot : lots) tax.push_back(tax_per_unit(lot, terms));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return tax[a] < tax[b]; });
  }
  return order;
}

bool has_taxed_gain(const Lot& lot, const LotSaleTerms& terms) {
  if (terms.rules == nullptr || terms.unit_price <= lot.unit_cost) return false;
  return terms.rules->periods[period_of_sale(*terms.rules, lot.acquired, terms.date)].rate.sign() > 0;
}

Decimal quantity_without_gain(const Holding& holding, const LotSaleTerms& terms) {
  if (terms.rules == nullptr || !is_taxed(*terms.rules)) return holding.quantity;
  Decimal out;
  for (const std::size_t lot : sale_order(holding, terms)) {
    if (has_taxed_gain(holding.lots[lot], terms)) break;
    out += holding.lots[lot].quantity;
  }
  return out;
}

}  // namespace ballast
