#include "ballast/io/document.hpp"

#include <utility>

#include "ballast/base/limits.hpp"
#include "ballast/model/valuation.hpp"

namespace ballast {
namespace {

// Reads the parts of one document in order; what a later part refers to (asset ids) is known by then.
class DocumentReader {
 public:
  [[nodiscard]] Result<Document> read(const JsonValue& root) {
    const Place top;
    Fields fields(intake_, root, top);
    if (fields.usable() && !is_supported(fields)) return intake_.take();
    (void)fields.member("$schema", false);
    document_.title = fields.text("title", false);
    if (const JsonValue* currency = fields.member("base_currency", true)) {
      document_.portfolio.base_currency = read_currency(*currency, fields.at("base_currency"));
    }
    read_assets(fields);
    read_accounts(fields);
    if (const JsonValue* policy = fields.member("policy", true)) read_policy(*policy, fields.at("policy"));
    fields.finish();
    check_size(top);
    if (!intake_.ok()) return intake_.take();
    return std::move(document_);
  }

 private:
  // A document of another format or a newer version would only give misleading problems further down.
  bool is_supported(Fields& fields) {
    const JsonValue* format = fields.member("format", true);
    if (format != nullptr && (format->kind != JsonValue::Kind::kText || format->text != "ballast")) {
      intake_.report(ErrorCode::kUnknownFormat, fields.at("format"), {});
    }
    const std::optional<int> version = fields.whole("version", true, 1, 1'000'000);
    if (version && *version > kDocumentVersion) {
      intake_.report(ErrorCode::kUnknownVersion, fields.at("version"),
                     {{"version", std::to_string(*version)}, {"supported", std::to_string(kDocumentVersion)}});
    }
    return intake_.ok();
  }

  Currency read_currency(const JsonValue& value, const Place& place) {
    if (value.kind == JsonValue::Kind::kText) {
      if (const std::optional<Currency> known = find_currency(value.text)) return *known;
      if (value.text.empty()) {
        intake_.report(ErrorCode::kStringEmpty, place, {});
      } else if (value.text.size() > limits::kTextCharacters) {
        intake_.report(
            ErrorCode::kStringTooLong, place,
            {{"bytes", std::to_string(value.text.size())}, {"limit", std::to_string(limits::kTextCharacters)}});
      } else {
        intake_.report(ErrorCode::kUnknownCurrency, place, {{"code", value.text}});
      }
      return {};
    }
    if (value.kind != JsonValue::Kind::kObject) {
      intake_.report(ErrorCode::kWrongType, place,
                     {{"expected", "a text or an object"}, {"found", std::string(kind_name(value.kind))}});
      return {};
    }
    Fields fields(intake_, value, place);
    Currency currency;
    currency.code = fields.text("code", true);
    if (const std::optional<int> digits = fields.whole("minor_unit_digits", true, 0, Decimal::kFractionDigits)) {
      currency.minor_unit_digits = *digits;
    }
    fields.finish();
    return currency;
  }

  void read_assets(Fields& fields) {
    const Place list = fields.at("assets");
    std::size_t index = 0;
    const std::size_t before = intake_.reported();
    const std::vector<JsonValue>& items = fields.list("assets", true, limits::kAssets, "assets");
    assets_known_ = intake_.reported() == before;
    for (const JsonValue& value : items) {
      const Place place(list, index);
      Fields asset(intake_, value, place);
      Asset out;
      out.id = asset.text("id", true);
      out.symbol = asset.text("symbol", true);
      out.name = asset.text("name", false);
      const std::size_t before_price = intake_.reported();
      out.price = asset.decimal("price", true, Range::kNotNegative);
      has_price_.push_back(out.price.sign() > 0 || intake_.reported() > before_price);
      out.price_date = asset.text("price_date", false);
      out.quantity_step = asset.decimal("quantity_step", false, Range::kNotNegative, out.quantity_step);
      out.may_buy = asset.boolean("may_buy", true);
      out.may_sell = asset.boolean("may_sell", true);
      asset.finish();
      asset_ids_.add(intake_, out.id, index++, asset.at("id"));
      document_.portfolio.assets.push_back(std::move(out));
    }
  }

  void read_accounts(Fields& fields) {
    const Place list = fields.at("accounts");
    std::size_t index = 0;
    for (const JsonValue& value : fields.list("accounts", true, limits::kAccounts, "accounts")) {
      const Place place(list, index);
      Fields account(intake_, value, place);
      Account out;
      out.id = account.text("id", true);
      out.name = account.text("name", false);
      out.cash = account.decimal("cash", false, Range::kNotNegative);
      if (const JsonValue* fees = account.member("fees", false)) out.fees = read_fees(*fees, account.at("fees"));
      out.holdings = read_holdings(account);
      account.finish();
      document_.account_ids.add(intake_, out.id, index++, account.at("id"));
      document_.portfolio.accounts.push_back(std::move(out));
    }
  }

  Fees read_fees(const JsonValue& value, const Place& place) {
    Fields fields(intake_, value, place);
    Fees fees;
    fees.proportional = fields.decimal("proportional", false, Range::kBelowOne);
    fees.fixed = fields.decimal("fixed", false, Range::kNotNegative);
    fields.finish();
    return fees;
  }

  std::vector<Holding> read_holdings(Fields& account) {
    std::vector<Holding> out;
    const Place list = account.at("holdings");
    std::size_t index = 0;
    ++round_;
    seen_.resize(document_.portfolio.assets.size());
    for (const JsonValue& value : account.list("holdings", true, limits::kAssets, "holdings")) {
      const Place place(list, index++);
      Fields fields(intake_, value, place);
      Holding holding;
      const std::optional<std::size_t> asset = read_asset_reference(fields);
      const std::size_t before = intake_.reported();
      holding.quantity = fields.decimal("quantity", true, Range::kNotNegative);
      holding.locked_quantity = fields.decimal("locked_quantity", false, Range::kNotNegative);
      const bool amounts_known = intake_.reported() == before;
      fields.finish();
      if (amounts_known && holding.locked_quantity > holding.quantity) {
        intake_.report(ErrorCode::kLockedAboveQuantity, fields.at("locked_quantity"),
                       {{"locked", holding.locked_quantity.text()}, {"quantity", holding.quantity.text()}});
      }
      if (!asset) continue;
      holding.asset = *asset;
      if (std::exchange(seen_[*asset], round_) == round_) report_twice(fields);
      out.push_back(holding);
    }
    holdings_ += out.size();
    return out;
  }

  std::optional<std::size_t> read_asset_reference(Fields& fields) {
    const std::string id = fields.text("asset", true);
    if (id.empty()) return std::nullopt;
    const std::optional<std::size_t> index = asset_ids_.find(id);
    if (!index && assets_known_) intake_.report(ErrorCode::kUnknownAsset, fields.at("asset"), {{"id", id}});
    return index;
  }

  void report_twice(Fields& fields) {
    const JsonValue* id = fields.member("asset", false);
    intake_.report(ErrorCode::kDuplicateEntry, fields.at("asset"), {{"id", id->text}});
  }

  void read_policy(const JsonValue& value, const Place& place) {
    Fields fields(intake_, value, place);
    Band band;
    if (const JsonValue* common = fields.member("band", false)) band = read_band(*common, fields.at("band"));
    std::vector<Target>& targets = document_.policy.targets;
    targets.assign(document_.portfolio.assets.size() + 1, Target{{}, band});

    const Place list = fields.at("targets");
    std::size_t index = 0;
    Decimal sum;
    const std::size_t before_list = intake_.reported();
    const std::vector<JsonValue>& items = fields.list("targets", true, limits::kAssets, "targets");
    bool weights_known = intake_.reported() == before_list;
    ++round_;
    seen_.resize(document_.portfolio.assets.size());
    for (const JsonValue& item : items) {
      const Place here(list, index++);
      Fields target(intake_, item, here);
      const std::optional<std::size_t> asset = read_asset_reference(target);
      const std::size_t before = intake_.reported();
      const Decimal weight = target.decimal("weight", true, Range::kShare);
      weights_known = weights_known && target.usable() && intake_.reported() == before;
      std::optional<Band> own;
      if (const JsonValue* given = target.member("band", false)) own = read_band(*given, target.at("band"));
      target.finish();
      sum += weight;
      if (!asset) continue;
      if (std::exchange(seen_[*asset], round_) == round_) report_twice(target);
      targets[*asset] = {weight, own.value_or(band)};
      if (weight.sign() > 0 && !has_price_[*asset]) {
        intake_.report(ErrorCode::kTargetWithoutPrice, target.at("weight"),
                       {{"id", document_.portfolio.assets[*asset].id}});
      }
    }
    read_cash_target(fields, sum, weights_known);
    fields.finish();
  }

  void read_cash_target(Fields& fields, Decimal sum_of_targets, bool weights_known) {
    const Decimal one = Decimal::from_integer(1);
    Target& cash = document_.policy.targets.back();
    if (const JsonValue* own = fields.member("cash_band", false)) cash.band = read_band(*own, fields.at("cash_band"));
    const bool given = fields.has("cash_weight");
    const std::size_t before = intake_.reported();
    cash.weight = given ? fields.decimal("cash_weight", false, Range::kShare) : one - sum_of_targets;
    const Decimal sum = given ? sum_of_targets + cash.weight : sum_of_targets;
    weights_known = weights_known && intake_.reported() == before;
    if (weights_known && (given ? sum != one : sum > one)) {
      intake_.report(ErrorCode::kTargetsSum, fields.at("targets"),
                     {{"sum", sum.text()}, {"difference", (sum - one).text()}});
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

  void check_size(const Place& top) {
    const Portfolio& portfolio = document_.portfolio;
    const std::size_t pairs = portfolio.assets.size() * portfolio.accounts.size();
    if (holdings_ > limits::kHoldings) report_too_many(top, holdings_, "holdings", limits::kHoldings);
    if (pairs > limits::kPairs) report_too_many(top, pairs, "pairs of asset and account", limits::kPairs);
    if (intake_.ok() && !total_is_in_range(portfolio)) {
      intake_.report(ErrorCode::kTotalTooLarge, top, {{"limit", kMaximum.text()}});
    }
  }

  void report_too_many(const Place& place, std::size_t count, std::string what, std::size_t limit) {
    intake_.report(ErrorCode::kTooMany, place,
                   {{"count", std::to_string(count)}, {"what", std::move(what)}, {"limit", std::to_string(limit)}});
  }

  Intake intake_{Source::kDocument};
  Document document_;
  IdIndex asset_ids_;
  // One fault is told once: what could not be read has no part in the rules between fields.
  bool assets_known_ = false;
  std::vector<bool> has_price_;  // or one that could not be read
  std::size_t holdings_ = 0;
  // Which assets the list being read has named: seen_[asset] is the number of the list.
  std::vector<std::size_t> seen_;
  std::size_t round_ = 0;
};

}  // namespace

Result<Document> read_document(std::string_view text) {
  Result<JsonValue> json = parse_json(text, Source::kDocument, limits::kDocumentBytes);
  if (!json.ok()) return json.problems();
  return DocumentReader().read(json.value());
}

}  // namespace ballast
