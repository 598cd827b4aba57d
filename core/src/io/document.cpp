#include "ballast/io/document.hpp"

#include <utility>

#include "ballast/base/limits.hpp"
#include "ballast/model/valuation.hpp"
#include "document_context.hpp"
#include "read_classifications.hpp"
#include "read_currencies.hpp"
#include "read_fee_schedule.hpp"
#include "read_groups.hpp"
#include "read_policy.hpp"
#include "read_tax_rules.hpp"

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
    const std::size_t before = intake_.reported();
    if (const JsonValue* currency = fields.member("base_currency", true)) {
      document_.portfolio.base_currency = read_currency(intake_, *currency, fields.at("base_currency"));
    }
    document_.portfolio.currencies = read_currencies(intake_, fields, document_.portfolio.base_currency);
    currencies_known_ = intake_.reported() == before;
    read_assets(fields);
    document_.portfolio.tax_rules = read_tax_rules(intake_, fields, tax_rule_ids_);
    read_accounts(fields);
    read_classifications(context_, fields);
    if (const JsonValue* policy = fields.member("policy", true)) read_policy(context_, *policy, fields.at("policy"));
    read_groups(context_, fields);
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
      fields.report("format", ErrorCode::kUnknownFormat, {});
    }
    const std::optional<int> version = fields.whole("version", true, 1, 1'000'000);
    if (version && *version > kDocumentVersion) {
      fields.report("version", ErrorCode::kUnknownVersion,
                    {{"version", std::to_string(*version)}, {"supported", std::to_string(kDocumentVersion)}});
    }
    return intake_.ok();
  }

  void read_assets(Fields& fields) {
    const Place list = fields.at("assets");
    std::size_t index = 0;
    const std::size_t before = intake_.reported();
    const std::vector<JsonValue>& items = fields.list("assets", true, limits::kAssets, "assets");
    context_.assets_known = intake_.reported() == before;
    for (const JsonValue& value : items) {
      const Place place(list, index);
      Fields asset(intake_, value, place);
      Asset out;
      out.id = asset.text("id", true);
      out.symbol = asset.text("symbol", true);
      out.name = asset.text("name", false);
      const std::size_t before_price = intake_.reported();
      out.currency = read_currency_choice(asset, document_.portfolio, currencies_known_);
      out.quote = asset.decimal("price", true, Range::kNotNegative);
      out.price = price_in_base_currency(out);
      context_.has_price.push_back(out.price.sign() > 0 || intake_.reported() > before_price);
      out.price_date = asset.text("price_date", false);
      out.quantity_step = asset.decimal("quantity_step", false, Range::kNotNegative, out.quantity_step);
      out.may_buy = asset.boolean("may_buy", true);
      out.may_sell = asset.boolean("may_sell", true);
      out.spread = asset.decimal("spread", false, Range::kBelowOne);
      if (asset.has("market_cap")) out.market_cap = asset.decimal("market_cap", false, Range::kNotNegative);
      if (asset.has("annual_volatility")) {
        out.annual_volatility = asset.decimal("annual_volatility", false, Range::kPositive, Decimal::from_integer(1));
      }
      asset.finish();
      context_.asset_ids.add(intake_, out.id, index++, asset.at("id"));
      document_.portfolio.assets.push_back(std::move(out));
    }
  }

  // What is too large to be converted is too large for a portfolio.
  Decimal price_in_base_currency(const Asset& asset) {
    try {
      return in_base_currency(document_.portfolio, asset.currency, asset.quote);
    } catch (const ArithmeticOverflow&) {
      return kMaximum;
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
      out.currency = read_currency_choice(account, document_.portfolio, currencies_known_);
      out.conversion_cost = account.decimal("conversion_cost", false, Range::kUpToHalf);
      out.cash = account.decimal("cash", false, Range::kNotNegative);
      if (const JsonValue* fees = account.member("fees", false)) {
        out.fees = read_fee_schedule(intake_, *fees, account.at("fees"));
      }
      out.minimum_trade_value = account.decimal("minimum_trade_value", false, Range::kNotNegative);
      if (account.has("tax_rules")) {
        const std::string id = account.text("tax_rules", false);
        out.tax_rules = tax_rule_ids_.find(id);
        if (!out.tax_rules && !id.empty()) {
          account.report("tax_rules", ErrorCode::kUnknownTaxRules, {{"id", id}});
        }
      }
      out.holdings = read_holdings(account);
      account.finish();
      document_.account_ids.add(intake_, out.id, index++, account.at("id"));
      document_.portfolio.accounts.push_back(std::move(out));
    }
  }

  std::vector<Holding> read_holdings(Fields& account) {
    std::vector<Holding> out;
    const Place list = account.at("holdings");
    std::size_t index = 0;
    named_.begin(context_.asset_count());
    for (const JsonValue& value : account.list("holdings", true, limits::kAssets, "holdings")) {
      const Place place(list, index++);
      Fields fields(intake_, value, place);
      Holding holding;
      const std::optional<std::size_t> asset = context_.read_asset(fields);
      const std::size_t before = intake_.reported();
      holding.quantity = fields.decimal("quantity", true, Range::kNotNegative);
      holding.locked_quantity = fields.decimal("locked_quantity", false, Range::kNotNegative);
      holding.locks = read_locks(fields);
      holding.lots = read_lots(intake_, fields);
      lots_ += holding.lots.size();
      const bool amounts_known = intake_.reported() == before;
      holding.may_buy = fields.boolean("may_buy", true);
      holding.may_sell = fields.boolean("may_sell", true);
      holding.minimum_quantity = fields.decimal("minimum_quantity", false, Range::kNotNegative);
      fields.finish();
      if (amounts_known) {
        check_locks(holding, fields);
        check_lots(holding, fields);
      }
      if (!asset) continue;
      holding.asset = *asset;
      if (named_.again(*asset)) context_.report_twice(fields.at("asset"), document_.portfolio.assets[*asset].id);
      out.push_back(holding);
    }
    holdings_ += out.size();
    return out;
  }

  std::vector<Lock> read_locks(Fields& holding) {
    std::vector<Lock> out;
    const Place list = holding.at("locks");
    std::size_t index = 0;
    for (const JsonValue& value : holding.list("locks", false, limits::kLocks, "locks")) {
      const Place place(list, index++);
      Fields fields(intake_, value, place);
      Lock lock;
      lock.quantity = fields.decimal("quantity", true, Range::kPositive, Decimal::from_integer(1));
      if (const std::optional<Date> until = fields.date("until", true)) lock.until = *until;
      fields.finish();
      out.push_back(lock);
    }
    return out;
  }

  void check_locks(const Holding& holding, const Fields& fields) {
    Decimal locked = holding.locked_quantity;
    for (const Lock& lock : holding.locks) {
      locked += lock.quantity;
      if (locked > kMaximum) break;
    }
    if (locked <= holding.quantity) return;
    const bool in_list = holding.locked_quantity <= holding.quantity;
    fields.report(in_list ? "locks" : "locked_quantity", ErrorCode::kLockedAboveQuantity,
                  {{"locked", locked.text()}, {"quantity", holding.quantity.text()}});
  }

  void check_lots(const Holding& holding, const Fields& fields) {
    Decimal sum;
    for (const Lot& lot : holding.lots) {
      sum += lot.quantity;
      if (sum > kMaximum) break;
    }
    if (sum <= holding.quantity) return;
    fields.report("lots", ErrorCode::kLotsAboveQuantity, {{"lots", sum.text()}, {"quantity", holding.quantity.text()}});
  }

  void check_size(const Place& top) {
    const Portfolio& portfolio = document_.portfolio;
    const std::size_t pairs = portfolio.assets.size() * portfolio.accounts.size();
    if (holdings_ > limits::kHoldings) context_.report_too_many(top, holdings_, "holdings", limits::kHoldings);
    if (lots_ > limits::kLots) context_.report_too_many(top, lots_, "lots", limits::kLots);
    if (pairs > limits::kPairs) context_.report_too_many(top, pairs, "pairs of asset and account", limits::kPairs);
    if (intake_.ok() && !(total_is_in_range(portfolio) && costs_are_in_range(portfolio))) {
      intake_.report(ErrorCode::kTotalTooLarge, top, {{"limit", kMaximum.text()}});
    }
  }

  DocumentContext context_;
  Intake& intake_ = context_.intake;
  Document& document_ = context_.document;
  NamedOnce named_;
  IdIndex tax_rule_ids_;
  bool currencies_known_ = false;
  std::size_t holdings_ = 0;
  std::size_t lots_ = 0;
};

}  // namespace

Result<Document> read_document(std::string_view text) {
  Result<JsonValue> json = parse_json(text, Source::kDocument, limits::kDocumentBytes);
  if (!json.ok()) return json.problems();
  return DocumentReader().read(json.value());
}

}  // namespace ballast
