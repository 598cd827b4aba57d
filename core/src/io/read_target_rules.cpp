#include "read_target_rules.hpp"

#include <utility>

#include "ballast/base/limits.hpp"

namespace ballast {
namespace {

Prior read_prior(DocumentContext& context, const JsonValue& value, const Place& place) {
  Fields fields(context.intake, value, place);
  Prior prior;
  const auto kind = fields.word(
      "kind", true, {"market_cap", "square_root_market_cap", "equal", "current", "inverse_volatility", "given"});
  if (kind) prior.kind = static_cast<Prior::Kind>(*kind);
  if (!kind || prior.kind != Prior::Kind::kGiven) {
    if (!kind) (void)fields.member("weights", false);  // whether it belongs there is not known
    fields.finish();
    return prior;
  }
  prior.given.resize(context.asset_count() + 1);
  NamedOnce named;
  named.begin(context.asset_count() + 1);
  const Place list = fields.at("weights");
  std::size_t index = 0;
  for (const JsonValue& item : fields.list("weights", true, limits::kAssets + 1, "weights")) {
    const Place here(list, index++);
    Fields weight(context.intake, item, here);
    const std::optional<std::size_t> position = context.read_position(weight);
    const Decimal number = weight.decimal("weight", true, Range::kNotNegative);
    weight.finish();
    if (!position) continue;
    const bool is_cash = *position == context.asset_count();
    if (named.again(*position)) {
      context.report_twice(weight.at("asset"), is_cash ? "cash" : context.document.portfolio.assets[*position].id);
    }
    prior.given[*position] = number;
  }
  fields.finish();
  return prior;
}

class RuleReader {
 public:
  RuleReader(DocumentContext& context, const JsonValue& value, const Place& place)
      : context_(context), fields_(context.intake, value, place), place_(place) {}

  std::optional<TargetRule> read() {
    if (!fields_.usable()) return std::nullopt;
    const std::size_t before = context_.intake.reported();
    read_subject();
    read_numbers();
    if (const JsonValue* of = fields_.member("of", false)) read_of(*of);
    rule_.locked = fields_.boolean("locked", false);
    fields_.finish();
    if (context_.intake.reported() > before || !subject_known_) return std::nullopt;
    return rule_;
  }

 private:
  void read_subject() {
    const bool of_position = fields_.has("asset");
    const bool of_class = fields_.has("classification") || fields_.has("class");
    (void)fields_.member("classification", false);
    (void)fields_.member("class", false);
    if (of_position == of_class) {
      context_.intake.report(ErrorCode::kRuleSubject, place_, {});
    } else if (of_position) {
      if (const auto position = context_.read_position(fields_)) {
        rule_.subject = PositionSubject{*position};
        subject_known_ = true;
      }
    } else if (const auto place = context_.read_class_place(fields_)) {
      rule_.subject = *place;
      subject_known_ = true;
    }
  }

  void read_numbers() {
    const std::size_t before = context_.intake.reported();
    rule_.exact = fields_.has("exact");
    rule_.has_least = fields_.has("least");
    rule_.has_most = fields_.has("most");
    const Decimal exact = fields_.decimal("exact", false, Range::kShare);
    rule_.least = rule_.exact ? exact : fields_.decimal("least", false, Range::kShare);
    rule_.most = rule_.exact ? exact : fields_.decimal("most", false, Range::kShare, kOne);
    if (rule_.exact && (rule_.has_least || rule_.has_most)) {
      context_.intake.report(ErrorCode::kRuleWithTwoNumbers, place_, {{"other", rule_.has_least ? "least" : "most"}});
    } else if (!rule_.exact && !rule_.has_least && !rule_.has_most) {
      context_.intake.report(ErrorCode::kRuleWithoutNumber, place_, {});
    } else if (context_.intake.reported() == before && rule_.least > rule_.most) {
      context_.intake.report(ErrorCode::kRuleRangeReversed, place_,
                             {{"least", rule_.least.text()}, {"most", rule_.most.text()}});
    }
    const auto* position = std::get_if<PositionSubject>(&rule_.subject);
    const bool of_asset = subject_known_ && position != nullptr && position->position < context_.asset_count();
    if (of_asset && rule_.least.sign() > 0 && !context_.has_price[position->position]) {
      fields_.report(rule_.exact ? "exact" : "least", ErrorCode::kTargetWithoutPrice,
                     {{"id", context_.document.portfolio.assets[position->position].id}});
    }
  }

  void read_of(const JsonValue& value) {
    const Place place = fields_.at("of");
    Fields of(context_.intake, value, place);
    const std::optional<ClassPlace> whole = context_.read_class_place(of);
    of.finish();
    if (!whole) return;
    rule_.of = whole;
    const auto* subject = std::get_if<ClassPlace>(&rule_.subject);
    if (!subject_known_ || subject == nullptr || subject->classification != whole->classification) return;
    const Classification& classification = context_.document.classifications[whole->classification];
    std::optional<ClassIndex> at = classification.classes[subject->in].parent;
    while (at && *at != whole->in) at = classification.classes[*at].parent;
    if (!at) {
      context_.intake.report(
          ErrorCode::kNotBelow, place,
          {{"class", classification.classes[subject->in].id}, {"of", classification.classes[whole->in].id}});
    }
  }

  DocumentContext& context_;
  Fields fields_;
  const Place& place_;
  TargetRule rule_;
  bool subject_known_ = false;
};

}  // namespace

void read_target_rules(DocumentContext& context, Fields& policy) {
  TargetRules rules;
  if (const JsonValue* prior = policy.member("prior", true)) {
    rules.prior = read_prior(context, *prior, policy.at("prior"));
  }
  const Place list = policy.at("rules");
  std::size_t index = 0;
  for (const JsonValue& value : policy.list("rules", true, limits::kRules, "rules")) {
    const Place place(list, index++);
    if (std::optional<TargetRule> rule = RuleReader(context, value, place).read()) {
      rules.rules.push_back(*std::move(rule));
    }
  }
  if (const auto largest = policy.whole("largest", false, 1, static_cast<int>(limits::kAssets))) {
    rules.largest = static_cast<std::size_t>(*largest);
  }
  if (policy.has("most_per_asset")) rules.most_per_asset = policy.decimal("most_per_asset", false, Range::kShare);
  context.document.rules = std::move(rules);
}

}  // namespace ballast
