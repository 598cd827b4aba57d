#include "read_classifications.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "ballast/base/limits.hpp"

namespace ballast {
namespace {

class ClassificationReader {
 public:
  ClassificationReader(DocumentContext& context, std::size_t index)
      : context_(context), ids_(context.class_ids[index]), out_(context.document.classifications[index]) {}

  void read(const JsonValue& value, const Place& place, std::size_t index) {
    Fields fields(context_.intake, value, place);
    out_.id = fields.text("id", true);
    out_.name = fields.text("name", true);
    if (const auto kind = fields.word("kind", false, {"given", "market_cap"})) {
      out_.kind = static_cast<Classification::Kind>(*kind);
    }
    read_classes(fields, std::nullopt);
    if (out_.classes.size() > limits::kClasses) {
      context_.report_too_many(fields.at("classes"), out_.classes.size(), "classes", limits::kClasses);
    }
    out_.members.resize(context_.asset_count() + 1);
    in_no_class_.resize(context_.asset_count() + 1);
    unknown_sum_.resize(context_.asset_count() + 1);
    read_members(fields, "members", false);
    read_members(fields, "cash_members", true);
    fields.finish();
    context_.classification_ids.add(context_.intake, out_.id, index, fields.at("id"));
    check_shares(fields);
    std::vector<bool> said;
    said.reserve(in_no_class_.size());
    for (const Decimal share : in_no_class_) said.push_back(!share.is_zero());
    assign_tiers(context_.document.portfolio, said, out_);
  }

  [[nodiscard]] std::size_t member_count() const { return member_count_; }

 private:
  void read_classes(Fields& parent, std::optional<ClassIndex> above) {
    const Place list = parent.at("classes");
    std::size_t position = 0;
    for (const JsonValue& value : parent.list("classes", !above, limits::kClasses, "classes")) {
      const Place place(list, position++);
      Fields fields(context_.intake, value, place);
      const ClassIndex own = out_.classes.size();
      AssetClass read;
      read.id = fields.text("id", true);
      read.name = fields.text("name", true);
      read.parent = above;
      const bool tiers = out_.kind == Classification::Kind::kMarketCap;
      if (tiers) read_threshold(fields, read);
      out_.classes.push_back(read);
      ids_.add(context_.intake, read.id, own, fields.at("id"));
      if (!tiers) read_classes(fields, own);
      fields.finish();
    }
  }

  void read_threshold(Fields& fields, AssetClass& tier) {
    const std::size_t before = context_.intake.reported();
    tier.at_least = fields.decimal("at_least", true, Range::kNotNegative);
    // What is no class, or has no threshold, has none that another could be the same as.
    if (!fields.usable() || context_.intake.reported() > before) return;
    if (std::find(thresholds_.begin(), thresholds_.end(), tier.at_least) != thresholds_.end()) {
      context_.report_twice(fields.at("at_least"), tier.at_least.text());
    }
    thresholds_.push_back(tier.at_least);
  }

  void read_members(Fields& fields, std::string_view name, bool of_cash) {
    const Place list = fields.at(name);
    std::size_t position = 0;
    for (const JsonValue& value : fields.list(name, false, limits::kMembers, "members")) {
      const Place place(list, position++);
      ++member_count_;
      Fields member(context_.intake, value, place);
      const std::optional<std::size_t> asset = of_cash ? context_.asset_count() : context_.read_asset(member);
      const JsonValue* given = member.member("class", false);
      const bool in_no_class = given != nullptr && given->kind == JsonValue::Kind::kNull;
      const std::string id = in_no_class ? "" : member.text("class", true);
      const std::size_t before = context_.intake.reported();
      const Decimal share = member.decimal("share", false, Range::kPositiveShare, Decimal::from_integer(1));
      // What a share that cannot be used would sum to says nothing.
      if (asset && context_.intake.reported() > before) unknown_sum_[*asset] = true;
      member.finish();
      if (in_no_class) {
        if (asset) keep_out(*asset, share, member);
        continue;
      }
      if (id.empty()) continue;
      const std::optional<ClassIndex> in = ids_.find(id);
      if (!in) {
        member.report("class", ErrorCode::kUnknownClass, {{"classification", out_.id}, {"id", id}});
        continue;
      }
      if (!asset) continue;
      std::vector<ClassShare>& shares = out_.members[*asset];
      const bool again =
          std::any_of(shares.begin(), shares.end(), [&](const ClassShare& other) { return other.in == *in; });
      if (again) {
        context_.report_twice(member.at("class"), id);
      } else {
        shares.push_back({*in, share});
      }
    }
  }

  // Shares are above 0, or were reported and read as another than 0.
  void keep_out(std::size_t position, Decimal share, Fields& member) {
    if (in_no_class_[position].is_zero()) {
      in_no_class_[position] = share;
    } else {
      context_.report_twice(member.at("class"), "null");
    }
  }

  void check_shares(Fields& fields) {
    for (std::size_t i = 0; i < out_.members.size(); ++i) {
      Decimal sum = in_no_class_[i];
      for (const ClassShare& share : out_.members[i]) sum += share.share;
      if (sum <= kOne || unknown_sum_[i]) continue;
      const bool is_cash = i == context_.asset_count();
      const std::string asset = is_cash ? "cash" : "“" + context_.document.portfolio.assets[i].id + "”";
      fields.report(is_cash ? "cash_members" : "members", ErrorCode::kSharesAboveOne,
                    {{"asset", asset}, {"classification", out_.id}, {"sum", sum.text()}});
    }
  }

  DocumentContext& context_;
  IdIndex& ids_;
  Classification& out_;
  std::vector<Decimal> in_no_class_;  // by position: the share that lies in no class because the document says so
  std::vector<bool> unknown_sum_;     // by position: one of its shares was reported
  std::vector<Decimal> thresholds_;   // those that could be read
  std::size_t member_count_ = 0;
};

}  // namespace

void read_classifications(DocumentContext& context, Fields& document) {
  const std::size_t before = context.intake.reported();
  const Place list = document.at("classifications");
  const std::vector<JsonValue>& items =
      document.list("classifications", false, limits::kClassifications, "classifications");
  context.document.classifications.resize(items.size());
  context.class_ids.resize(items.size());
  std::size_t members = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Place place(list, i);
    ClassificationReader reader(context, i);
    reader.read(items[i], place, i);
    members += reader.member_count();
  }
  if (members > limits::kMembers) context.report_too_many(list, members, "members", limits::kMembers);
  context.classifications_known = context.intake.reported() == before;
}

}  // namespace ballast
