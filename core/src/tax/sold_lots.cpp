#include "ballast/tax/sold_lots.hpp"

#include <algorithm>

#include "ballast/money/apportion.hpp"

namespace ballast {

LotSale take_lots(const Holding& holding, const LotSaleTerms& terms, const Currency& currency, Decimal quantity,
                  Decimal net_proceeds) {
  LotSale out;
  std::vector<Decimal> parts;
  Decimal rest = quantity;
  for (const std::size_t at : sale_order(holding, terms)) {
    if (rest.is_zero()) break;
    const Lot& lot = holding.lots[at];
    SoldLot sold;
    sold.lot = at;
    sold.quantity = std::min(rest, lot.quantity);
    sold.cost = multiply(sold.quantity, lot.unit_cost, Rounding::kHalfEven, currency.minor_unit_digits);
    if (terms.rules != nullptr) sold.period = period_of_sale(*terms.rules, lot.acquired, terms.date);
    rest -= sold.quantity;
    parts.push_back(sold.quantity);
    out.lots.push_back(sold);
  }
  out.quantity_without_lot = rest;
  parts.push_back(rest);
  const std::vector<Decimal> proceeds = apportion(net_proceeds, parts, currency.minor_unit());
  for (std::size_t k = 0; k < out.lots.size(); ++k) {
    out.lots[k].proceeds = proceeds[k];
    out.lots[k].gain = proceeds[k] - out.lots[k].cost;
  }
  out.proceeds_without_lot = proceeds.back();
  return out;
}

}  // namespace ballast
