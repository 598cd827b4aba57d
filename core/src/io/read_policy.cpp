#include "read_policy.hpp"

#include <utility>

#include "ballast/base/limits.hpp"
#include "read_target_rules.hpp"

namespace ballast {
namespace {

class PolicyReader {
 public:
  explicit PolicyReader(DocumentContext& context)
      : context_(context), intake_(context.intake), policy_(context.document.policy) {}

  void read(const JsonValue& value, const Place& place) {
    Fields fields(intake_, value, place);
    if (const JsonValue* common = fields.member("band", false)) band_ = read_band(*common, fields.at("band"));
    policy_.targets.assign(context_.asset_count() + 1, Target{{}, band_});
    const bool by_rules = fields.has("rules") || fields.has("prior");
    if (by_rules && fields.has("targets")) {
      intake_.report(ErrorCode::kTwoKindsOfTargets, place, {});
      for (const std::string_view known : kMembers) (void)fields.member(known, false);
    } else if (by_rules) {
      read_target_rules(context_, fields);
      read_asset_bands(fields);
    } else {
      read_weights(fields);
    }
    if (const JsonValue* own = fields.member("cash_band", false)) {
      policy_.targets.back().band = read_band(*own, fields.at("cash_band"));
    }
    read_class_bands(fields);
    fields.finish();
  }

 private:
  static constexpr std::string_view kMembers[] = {"targets", "cash_weight",    "prior",      "rules",
                                                  "largest", "most_per_asset", "asset_bands"};

  void read_weights(Fields& fields) {
    const Place list = fields.at("targets");
    std::size_t index = 0;
    Decimal sum;
    const std::size_t before_list = intake_.reported();
    const std::vector<JsonValue>& items = fields.list("targets", true, limits::kAssets, "targets");
    bool weights_known = intake_.reported() == before_list;
    named_.begin(context_.asset_count());
    for (const JsonValue& item : items) {
      const Place here(list, index++);
      Fields target(intake_, item, here);
      const std::optional<AssetIndex> asset = context_.read_asset(target);
      const std::size_t before = intake_.reported();
      const Decimal weight = target.decimal("weight", true, Range::kShare);
      weights_known = weights_known && target.usable() && intake_.reported() == before;
      std::optional<Band> own;
      if (const JsonValue* given = target.member("band", false)) own = read_band(*given, target.at("band"));
      target.finish();
      sum += weight;
      if (!asset) continue;
      report_if_named(target, *asset);
      policy_.targets[*asset] = {weight, own.value_or(band_)};
      if (weight.sign() > 0 && !context_.has_price[*asset]) {
        target.report("weight", ErrorCode::kTargetWithoutPrice, {{"id", id_of(*asset)}});
      }
    }
    read_cash_target(fields, sum, weights_known);
  }

  void read_cash_target(Fields& fields, Decimal sum_of_targets, bool weights_known) {
    Target& cash = policy_.targets.back();
    const bool given = fields.has("cash_weight");
    const std::size_t before = intake_.reported();
    cash.weight = given ? fields.decimal("cash_weight", false, Range::kShare) : kOne - sum_of_targets;
    const Decimal sum = given ? sum_of_targets + cash.weight : sum_of_targets;
    weights_known = weights_known && intake_.reported() == before;
    if (weights_known && (given ? sum != kOne : sum > kOne)) {
      fields.report("targets", ErrorCode::kTargetsSum, {{"sum", sum.text()}, {"difference", (sum - kOne).text()}});
    }
  }

  void read_asset_bands(Fields& fields) {
    const Place list = fields.at("asset_bands");
    std::size_t index = 0;
    named_.begin(context_.asset_count());
    for (const JsonValue& item : fields.list("asset_bands", false, limits::kAssets, "bands")) {
      const Place here(list, index++);
      Fields entry(intake_, item, here);
      const std::optional<AssetIndex> asset = context_.read_asset(entry);
      Band band;
      if (const JsonValue* given = entry.member("band", true)) band = read_band(*given, entry.at("band"));
      entry.finish();
      if (!asset) continue;
      report_if_named(entry, *asset);
      policy_.targets[*asset].band = band;
    }
  }

  void read_class_bands(Fields& fields) {
    const Place list = fields.at("class_bands");
    std::size_t index = 0;
    std::vector<std::vector<bool>> named;
    named.reserve(context_.document.classifications.size());
    for (const Classification& classification : context_.document.classifications) {
      named.emplace_back(classification.classes.size());
    }
    for (const JsonValue& item :
         fields.list("class_bands", false, limits::kClassifications * limits::kClasses, "bands")) {
      const Place here(list, index++);
      Fields entry(intake_, item, here);
      const std::optional<ClassPlace> place = entry.usable() ? context_.read_class_place(entry) : std::nullopt;
      Band band;
      if (const JsonValue* given = entry.member("band", true)) band = read_band(*given, entry.at("band"));
      entry.finish();
      if (!place) continue;
      if (named[place->classification][place->in]) {
        const Classification& named_twice = context_.document.classifications[place->classification];
        context_.report_twice(entry.at("class"), named_twice.classes[place->in].id);
      }
      named[place->classification][place->in] = true;
      const Classification& of = context_.document.classifications[place->classification];
      policy_.class_bands.push_back(
          {*place, band, of.name + ": " + of.classes[place->in].name, members_of(of, place->in)});
    }
  }

  Band read_band(const JsonValue& value, const Place& place) {
    Fields fields(intake_, value, place);
    Band band;
    const std::optional<std::size_t> kind =
        fields.word("kind", true, {"none", "absolute", "relative", "five_twenty_five"});
    if (kind) {
      band.kind = static_cast<Band::Kind>(*kind);
    } else {
      (void)fields.member("width", false);  // which kinds have one, and this is none of them
    }
    if (band.kind == Band::Kind::kAbsolute || band.kind == Band::Kind::kRelative) {
      band.width = fields.decimal("width", true, Range::kShare);
    }
    fields.finish();
    return band;
  }

  [[nodiscard]] const std::string& id_of(AssetIndex asset) const {
    return context_.document.portfolio.assets[asset].id;
  }

  void report_if_named(Fields& fields, AssetIndex asset) {
    if (named_.again(asset)) context_.report_twice(fields.at("asset"), id_of(asset));
  }

  DocumentContext& context_;
  Intake& intake_;
  Policy& policy_;
  Band band_;
  NamedOnce named_;
};

}  // namespace

void read_policy(DocumentContext& context, const JsonValue& value, const Place& place) {
  PolicyReader(context).read(value, place);
}

}  // namespace ballast
