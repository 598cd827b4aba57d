#include "read_fee_schedule.hpp"

#include "ballast/base/limits.hpp"

namespace ballast {
namespace {

std::vector<FeeTier> read_tiers(Intake& intake, Fields& schedule) {
  std::vector<FeeTier> out;
  const Place list = schedule.at("tiers");
  std::size_t index = 0;
  for (const JsonValue& value : schedule.list("tiers", false, limits::kFeeTiers, "tiers")) {
    const Place place(list, index++);
    const std::size_t before = intake.reported();
    Fields fields(intake, value, place);
    FeeTier tier;
    tier.from = fields.decimal("from", true, Range::kPositive, Decimal::from_integer(1));
    const bool known = intake.reported() == before;
    tier.proportional = fields.decimal("proportional", false, Range::kBelowOne);
    tier.fixed = fields.decimal("fixed", false, Range::kNotNegative);
    fields.finish();
    if (!known) continue;
    if (!out.empty() && tier.from <= out.back().from) {
      fields.report("from", ErrorCode::kTiersNotRising,
                    {{"from", tier.from.text()}, {"before", out.back().from.text()}});
    }
    out.push_back(tier);
  }
  return out;
}

}  // namespace

FeeSchedule read_fee_schedule(Intake& intake, const JsonValue& value, const Place& place) {
  Fields fields(intake, value, place);
  FeeSchedule out;
  out.proportional = fields.decimal("proportional", false, Range::kBelowOne);
  out.fixed = fields.decimal("fixed", false, Range::kNotNegative);
  out.tiers = read_tiers(intake, fields);
  const std::size_t before = intake.reported();
  out.minimum = fields.decimal("minimum", false, Range::kNotNegative);
  if (fields.has("maximum")) out.maximum = fields.decimal("maximum", false, Range::kNotNegative);
  if (intake.reported() == before && out.maximum && *out.maximum < out.minimum) {
    fields.report("maximum", ErrorCode::kMaximumBelowMinimum,
                  {{"maximum", out.maximum->text()}, {"minimum", out.minimum.text()}});
  }
  fields.finish();
  return out;
}

}  // namespace ballast
