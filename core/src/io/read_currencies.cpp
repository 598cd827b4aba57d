#include "read_currencies.hpp"

#include <algorithm>
#include <string>

#include "ballast/base/limits.hpp"

namespace ballast {

Currency read_currency(Intake& intake, const JsonValue& value, const Place& place) {
  if (value.kind == JsonValue::Kind::kText) {
    if (const std::optional<Currency> known = find_currency(value.text)) return *known;
    if (value.text.empty()) {
      intake.report(ErrorCode::kStringEmpty, place, {});
    } else if (value.text.size() > limits::kTextCharacters) {
      intake.report(ErrorCode::kStringTooLong, place,
                    {{"bytes", std::to_string(value.text.size())}, {"limit", std::to_string(limits::kTextCharacters)}});
    } else {
      intake.report(ErrorCode::kUnknownCurrency, place, {{"code", value.text}});
    }
    return {};
  }
  if (value.kind != JsonValue::Kind::kObject) {
    intake.report(ErrorCode::kWrongType, place,
                  {{"expected", "a text or an object"}, {"found", std::string(kind_name(value.kind))}});
    return {};
  }
  Fields fields(intake, value, place);
  Currency currency;
  currency.code = fields.text("code", true);
  if (const std::optional<int> digits = fields.whole("minor_unit_digits", true, 0, Decimal::kFractionDigits)) {
    currency.minor_unit_digits = *digits;
  }
  fields.finish();
  return currency;
}

std::vector<ForeignCurrency> read_currencies(Intake& intake, Fields& document, const Currency& base) {
  std::vector<ForeignCurrency> out;
  const Place list = document.at("currencies");
  std::size_t index = 0;
  for (const JsonValue& value : document.list("currencies", false, limits::kCurrencies, "currencies")) {
    const Place place(list, index++);
    Fields fields(intake, value, place);
    ForeignCurrency foreign;
    if (const JsonValue* currency = fields.member("currency", true)) {
      foreign.currency = read_currency(intake, *currency, fields.at("currency"));
    }
    foreign.rate = fields.decimal("rate", true, Range::kPositive, Decimal::from_integer(1));
    (void)fields.text("rate_date", false);
    fields.finish();
    const std::string& code = foreign.currency.code;
    const bool again = code == base.code || std::any_of(out.begin(), out.end(), [&](const ForeignCurrency& other) {
                         return other.currency.code == code;
                       });
    if (again && !code.empty()) fields.report("currency", ErrorCode::kDuplicateEntry, {{"id", code}});
    out.push_back(std::move(foreign));
  }
  return out;
}

CurrencyChoice read_currency_choice(Fields& fields, const Portfolio& portfolio, bool known) {
  if (!fields.has("currency")) return std::nullopt;
  const std::string code = fields.text("currency", false);
  if (code.empty() || code == portfolio.base_currency.code) return std::nullopt;
  for (CurrencyIndex i = 0; i < portfolio.currencies.size(); ++i) {
    if (portfolio.currencies[i].currency.code == code) return i;
  }
  if (known) fields.report("currency", ErrorCode::kCurrencyNotListed, {{"code", code}});
  return std::nullopt;
}

}  // namespace ballast
