#include "read_tax_rules.hpp"

#include "ballast/base/limits.hpp"

namespace ballast {
namespace {

std::vector<TaxPeriod> read_periods(Intake& intake, Fields& rules) {
  std::vector<TaxPeriod> out;
  const Place list = rules.at("periods");
  std::size_t index = 0;
  for (const JsonValue& value : rules.list("periods", true, limits::kTaxPeriods, "periods")) {
    const Place place(list, index++);
    Fields fields(intake, value, place);
    TaxPeriod period;
    const std::size_t before = intake.reported();
    period.after_months = fields.whole("after_months", false, 0, limits::kMonths).value_or(0);
    const bool known = intake.reported() == before;
    period.rate = fields.decimal("rate", true, Range::kShare);
    fields.finish();
    if (!known) continue;
    const bool rises = out.empty() ? period.after_months == 0 : period.after_months > out.back().after_months;
    if (!rises) {
      fields.report("after_months", ErrorCode::kPeriodsNotRising, {{"months", std::to_string(period.after_months)}});
    }
    out.push_back(period);
  }
  if (out.empty()) out.emplace_back();
  return out;
}

}  // namespace

std::vector<TaxRules> read_tax_rules(Intake& intake, Fields& document, IdIndex& ids) {
  std::vector<TaxRules> out;
  const Place list = document.at("tax_rules");
  for (const JsonValue& value : document.list("tax_rules", false, limits::kTaxRules, "tax rules")) {
    const Place place(list, out.size());
    Fields fields(intake, value, place);
    TaxRules rules;
    rules.id = fields.text("id", true);
    rules.name = fields.text("name", false);
    if (const auto word = fields.word("lots", false, {"fifo", "lifo", "hifo", "lowest_tax", "specified"})) {
      rules.order = static_cast<TaxRules::Order>(*word);
    }
    rules.periods = read_periods(intake, fields);
    rules.losses_carried = fields.decimal("losses_carried", false, Range::kNotNegative);
    rules.allowance = fields.decimal("allowance", false, Range::kNotNegative);
    if (fields.has("wash_sale_days")) {
      constexpr int kMostDays = 3'650;
      rules.wash_sale_days = fields.whole("wash_sale_days", false, 0, kMostDays).value_or(0);
    }
    rules.switches_are_untaxed = fields.boolean("switches_are_untaxed", false);
    fields.finish();
    ids.add(intake, rules.id, out.size(), fields.at("id"));
    out.push_back(std::move(rules));
  }
  return out;
}

std::vector<Lot> read_lots(Intake& intake, Fields& holding) {
  std::vector<Lot> out;
  const Place list = holding.at("lots");
  std::size_t index = 0;
  for (const JsonValue& value : holding.list("lots", false, limits::kLots, "lots")) {
    const Place place(list, index++);
    Fields fields(intake, value, place);
    Lot lot;
    lot.id = fields.text("id", false);
    if (const std::optional<Date> acquired = fields.date("acquired", true)) lot.acquired = *acquired;
    lot.quantity = fields.decimal("quantity", true, Range::kPositive, Decimal::from_integer(1));
    lot.unit_cost = fields.decimal("unit_cost", true, Range::kNotNegative);
    fields.finish();
    out.push_back(std::move(lot));
  }
  return out;
}

}  // namespace ballast
