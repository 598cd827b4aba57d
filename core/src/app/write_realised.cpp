#include "write_realised.hpp"

#include <algorithm>

#include "write_parts.hpp"

namespace ballast {
namespace {

bool has_lots(const Account& account) {
  return std::any_of(account.holdings.begin(), account.holdings.end(),
                     [](const Holding& holding) { return !holding.lots.empty(); });
}

void write_sold_lot(JsonWriter& json, const Portfolio& portfolio, const Trade& trade, std::size_t k) {
  const SoldLot& sold = trade.sold.lots[k];
  const Account& account = portfolio.accounts[trade.account];
  const auto holding = std::find_if(account.holdings.begin(), account.holdings.end(),
                                    [&](const Holding& h) { return h.asset == trade.asset; });
  const Lot& lot = holding->lots[sold.lot];
  json.begin_object();
  json.field("lot", sold.lot);
  if (!lot.id.empty()) json.field("id", lot.id);
  json.field("acquired", date_text(lot.acquired));
  write_field(json, "quantity", sold.quantity);
  write_field(json, "proceeds", sold.proceeds);
  write_field(json, "cost", sold.cost);
  write_field(json, "gain", sold.gain);
  if (sold.period && account.tax_rules) {
    const TaxPeriod& period = portfolio.tax_rules[*account.tax_rules].periods[*sold.period];
    json.field("after_months", period.after_months);
    write_field(json, "rate", period.rate);
  }
  json.key("reason");
  json.begin_object();
  write_reason_fields(json, trade.lot_reasons[k].code, trade.lot_reasons[k].parameters);
  json.end_object();
  json.end_object();
}

void write_estimate(JsonWriter& json, const TaxRules& rules, const TaxEstimate& estimate) {
  json.begin_object();
  json.field("id", rules.id);
  json.key("periods");
  json.begin_list();
  for (std::size_t p = 0; p < rules.periods.size(); ++p) {
    const TaxedPeriod& period = estimate.periods[p];
    json.begin_object();
    json.field("after_months", rules.periods[p].after_months);
    write_field(json, "rate", rules.periods[p].rate);
    write_field(json, "gains", period.gains);
    write_field(json, "losses", period.losses);
    write_field(json, "taxable", period.taxable);
    write_field(json, "tax", period.tax);
    json.end_object();
  }
  json.end_list();
  write_field(json, "losses_disallowed", estimate.losses_disallowed);
  write_field(json, "carried_used", estimate.carried_used);
  write_field(json, "allowance_used", estimate.allowance_used);
  write_field(json, "losses_left", estimate.losses_left);
  write_field(json, "tax", estimate.tax);
  json.end_object();
}

void write_harvested(JsonWriter& json, const Portfolio& portfolio, const Plan& plan) {
  if (!plan.harvested) return;
  Decimal saved;
  for (const HarvestedSale& sale : *plan.harvested) saved += sale.saved;
  json.key("harvested");
  json.begin_object();
  write_field(json, "saved", saved);
  json.key("sales");
  json.begin_list();
  for (const HarvestedSale& sale : *plan.harvested) {
    json.begin_object();
    json.field("account", portfolio.accounts[sale.account].id);
    json.field("asset", portfolio.assets[sale.asset].id);
    write_field(json, "quantity", sale.quantity);
    write_field(json, "saved", sale.saved);
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

// The tax for every percentage point of misplaced share that is put right.
std::optional<Decimal> tax_per_point(const Portfolio& portfolio, const Plan& plan) {
  const Decimal removed = plan.drift_before.misplaced_share - plan.drift_after.misplaced_share;
  const Decimal points = multiply(removed, Decimal::from_integer(100), Rounding::kHalfEven);
  // Less than a ten-thousandth of a point is nothing that a price could be put on.
  if (points < Decimal::smallest(4)) return std::nullopt;
  return divide(plan.realised.tax, points, Rounding::kHalfEven, portfolio.base_currency.minor_unit_digits);
}

}  // namespace

void write_sold_lots(JsonWriter& json, const Portfolio& portfolio, const Trade& trade) {
  const LotSale& sold = trade.sold;
  if (sold.lots.empty()) return;
  json.key("lots");
  json.begin_list();
  for (std::size_t k = 0; k < sold.lots.size(); ++k) write_sold_lot(json, portfolio, trade, k);
  json.end_list();
  if (sold.quantity_without_lot.is_zero()) return;
  json.key("without_lot");
  json.begin_object();
  write_field(json, "quantity", sold.quantity_without_lot);
  write_field(json, "proceeds", sold.proceeds_without_lot);
  json.end_object();
}

void write_realised(JsonWriter& json, const Portfolio& portfolio, const Plan& plan) {
  const bool any_lots = std::any_of(portfolio.accounts.begin(), portfolio.accounts.end(), has_lots);
  if (!any_lots && portfolio.tax_rules.empty()) return;
  json.key("realised");
  json.begin_object();
  write_field(json, "gains", plan.realised.gains);
  write_field(json, "losses", plan.realised.losses);
  write_field(json, "unknown", plan.realised.unknown);
  write_field(json, "taxed", plan.realised.taxed);
  write_field(json, "tax", plan.realised.tax);
  write_optional_field(json, "tax_per_point", tax_per_point(portfolio, plan));
  json.key("tax_rules");
  json.begin_list();
  for (std::size_t r = 0; r < portfolio.tax_rules.size(); ++r) {
    write_estimate(json, portfolio.tax_rules[r], plan.realised.by_rules[r]);
  }
  json.end_list();
  write_harvested(json, portfolio, plan);
  json.end_object();
}

}  // namespace ballast
