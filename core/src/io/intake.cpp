#include "ballast/io/intake.hpp"

#include <algorithm>
#include <charconv>

#include "ballast/base/limits.hpp"
#include "ballast/money/decimal_text.hpp"

namespace ballast {
namespace {

std::string shortened(const std::string& text) {
  constexpr std::size_t kShown = 60;
  if (text.size() <= kShown) return text;
  std::size_t end = kShown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // not inside a character
  return text.substr(0, end) + "…";
}

std::string_view range_name(Range range) {
  switch (range) {
    case Range::kAny:
      return "any number";
    case Range::kNotNegative:
      return "0 or more";
    case Range::kShare:
      return "from 0 to 1";
    case Range::kUpToHalf:
      return "from 0 to 0.5";
    case Range::kBelowOne:
      return "from 0 to below 1";
    case Range::kPositive:
      return "above 0";
    case Range::kPositiveShare:
      return "above 0, at most 1";
  }
  return "";
}

bool in_range(Decimal value, Range range) {
  switch (range) {
    case Range::kAny:
      return true;
    case Range::kNotNegative:
      return value.sign() >= 0;
    case Range::kShare:
      return value.sign() >= 0 && value <= kOne;
    case Range::kUpToHalf:
      return value.sign() >= 0 && value + value <= kOne;
    case Range::kBelowOne:
      return value.sign() >= 0 && value < kOne;
    case Range::kPositive:
      return value.sign() > 0;
    case Range::kPositiveShare:
      return value.sign() > 0 && value <= kOne;
  }
  return false;
}

}  // namespace

void Intake::report(ErrorCode code, const Place& place, Parameters parameters) {
  if (++reported_ <= limits::kProblems) problems_.push_back({code, source_, place.pointer(), std::move(parameters)});
}

Fields::Fields(Intake& intake, const JsonValue& value, const Place& place)
    : intake_(intake), value_(value), place_(place), usable_(value.kind == JsonValue::Kind::kObject) {
  if (!usable_) {
    intake_.report(ErrorCode::kWrongType, place_,
                   {{"expected", "an object"}, {"found", std::string(kind_name(value.kind))}});
  }
}

bool Fields::has(std::string_view name) { return member(name, false) != nullptr; }

const JsonValue* Fields::member(std::string_view name, bool required) {
  if (!usable_) return nullptr;
  asked_.push_back(name);
  const JsonValue* found = value_.find(name);
  if (found == nullptr && required) intake_.report(ErrorCode::kMissingField, place_, {{"field", std::string(name)}});
  return found;
}

std::string read_text(Intake& intake, const JsonValue& value, const Place& place, bool may_be_empty) {
  if (value.kind != JsonValue::Kind::kText) {
    intake.report(ErrorCode::kWrongType, place,
                  {{"expected", "a text"}, {"found", std::string(kind_name(value.kind))}});
    return {};
  }
  if (value.text.size() > limits::kTextCharacters) {
    intake.report(ErrorCode::kStringTooLong, place,
                  {{"bytes", std::to_string(value.text.size())}, {"limit", std::to_string(limits::kTextCharacters)}});
    return {};
  }
  if (!may_be_empty && value.text.empty()) intake.report(ErrorCode::kStringEmpty, place, {});
  return value.text;
}

std::string Fields::text(std::string_view name, bool required) {
  const JsonValue* found = member(name, required);
  return found == nullptr ? std::string() : read_text(intake_, *found, at(name), !required);
}

std::optional<Date> Fields::date(std::string_view name, bool required) {
  const JsonValue* found = member(name, required);
  if (found == nullptr) return std::nullopt;
  const std::size_t before = intake_.reported();
  const std::string text = read_text(intake_, *found, at(name), false);
  if (intake_.reported() > before) return std::nullopt;
  const std::optional<Date> date = parse_date(text);
  if (!date) intake_.report(ErrorCode::kNotADate, at(name), {{"text", shortened(text)}});
  return date;
}

bool Fields::boolean(std::string_view name, bool otherwise) {
  const JsonValue* found = member(name, false);
  if (found == nullptr) return otherwise;
  if (found->kind == JsonValue::Kind::kBoolean) return found->boolean;
  intake_.report(ErrorCode::kWrongType, at(name),
                 {{"expected", "true or false"}, {"found", std::string(kind_name(found->kind))}});
  return otherwise;
}

Decimal Fields::decimal(std::string_view name, bool required, Range range, Decimal otherwise) {
  const JsonValue* found = member(name, required);
  if (found == nullptr) return otherwise;
  if (found->kind == JsonValue::Kind::kNumber) {
    intake_.report(ErrorCode::kNumberNotText, at(name), {{"example", shortened(found->text)}});
    return otherwise;
  }
  if (found->kind != JsonValue::Kind::kText) {
    intake_.report(ErrorCode::kWrongType, at(name),
                   {{"expected", "a number in quotes"}, {"found", std::string(kind_name(found->kind))}});
    return otherwise;
  }
  const ParsedDecimal parsed = parse_decimal(found->text);
  const std::string shown = shortened(found->text);
  switch (parsed.fault) {
    case DecimalFault::kMalformed:
      intake_.report(ErrorCode::kNumberMalformed, at(name), {{"text", shown}});
      return otherwise;
    case DecimalFault::kTooPrecise:
      intake_.report(ErrorCode::kNumberTooPrecise, at(name),
                     {{"text", shown},
                      {"digits", std::to_string(parsed.fraction_digits)},
                      {"limit", std::to_string(Decimal::kFractionDigits)}});
      return otherwise;
    case DecimalFault::kTooLarge:
      intake_.report(ErrorCode::kNumberTooLarge, at(name), {{"text", shown}, {"limit", kMaximum.text()}});
      return otherwise;
    case DecimalFault::kNone:
      break;
  }
  if (!in_range(parsed.value, range)) {
    intake_.report(ErrorCode::kNumberOutOfRange, at(name),
                   {{"value", shown}, {"range", std::string(range_name(range))}});
    return otherwise;
  }
  return parsed.value;
}

std::optional<int> Fields::whole(std::string_view name, bool required, int least, int most) {
  const JsonValue* found = member(name, required);
  if (found == nullptr) return std::nullopt;
  int value = 0;
  const char* const end = found->text.data() + found->text.size();
  const auto [stop, error] = std::from_chars(found->text.data(), end, value);
  if (found->kind != JsonValue::Kind::kNumber || error == std::errc::invalid_argument || stop != end) {
    intake_.report(ErrorCode::kWrongType, at(name),
                   {{"expected", "a whole number"}, {"found", std::string(kind_name(found->kind))}});
    return std::nullopt;
  }
  if (error != std::errc() || value < least || value > most) {
    intake_.report(ErrorCode::kNumberOutOfRange, at(name),
                   {{"value", shortened(found->text)},
                    {"range", "from " + std::to_string(least) + " to " + std::to_string(most)}});
    return std::nullopt;
  }
  return value;
}

std::optional<std::size_t> Fields::word(std::string_view name, bool required,
                                        std::initializer_list<std::string_view> words) {
  const JsonValue* found = member(name, required);
  if (found == nullptr) return std::nullopt;
  if (found->kind != JsonValue::Kind::kText) {
    intake_.report(ErrorCode::kWrongType, at(name),
                   {{"expected", "a text"}, {"found", std::string(kind_name(found->kind))}});
    return std::nullopt;
  }
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words.begin()[i];
    if (word == found->text) return i;
    all += (all.empty() ? "" : ", ") + std::string(word);
  }
  intake_.report(ErrorCode::kUnknownValue, at(name), {{"value", shortened(found->text)}, {"expected", all}});
  return std::nullopt;
}

const std::vector<JsonValue>& Fields::list(std::string_view name, bool required, std::size_t limit,
                                           std::string_view what) {
  static const std::vector<JsonValue> kNothing;
  const JsonValue* found = member(name, required);
  if (found == nullptr) return kNothing;
  if (found->kind != JsonValue::Kind::kList) {
    intake_.report(ErrorCode::kWrongType, at(name),
                   {{"expected", "a list"}, {"found", std::string(kind_name(found->kind))}});
    return kNothing;
  }
  if (found->items.size() > limit) {
    intake_.report(ErrorCode::kTooMany, at(name),
                   {{"count", std::to_string(found->items.size())},
                    {"what", std::string(what)},
                    {"limit", std::to_string(limit)}});
    return kNothing;
  }
  return found->items;
}

void Fields::report(std::string_view name, ErrorCode code, Parameters parameters) const {
  if (!usable_) return;
  const Place member(place_, name);
  intake_.report(code, value_.find(name) == nullptr ? place_ : member, std::move(parameters));
}

void Fields::finish() {
  if (!usable_) return;
  for (const auto& [name, value] : value_.members) {
    if (std::find(asked_.begin(), asked_.end(), name) == asked_.end()) {
      intake_.report(ErrorCode::kUnknownField, at(name), {{"field", shortened(name)}});
    }
  }
}

void IdIndex::add(Intake& intake, const std::string& id, std::size_t index, const Place& place) {
  if (id.empty()) return;  // reported where it was read
  const auto [at, added] = entries_.try_emplace(id, Entry{index, {}});
  if (added) {
    at->second.pointer = place.pointer();
  } else {
    intake.report(ErrorCode::kDuplicateId, place, {{"id", id}, {"first", at->second.pointer}});
  }
}

void IdIndex::renumber(const std::vector<std::optional<std::size_t>>& places) {
  std::erase_if(entries_, [&](const auto& entry) { return !places[entry.second.index]; });
  for (auto& [id, entry] : entries_) entry.index = places[entry.index].value_or(entry.index);
}

std::optional<std::size_t> IdIndex::find(const std::string& id) const {
  const auto at = entries_.find(id);
  if (at == entries_.end()) return std::nullopt;
  return at->second.index;
}

}  // namespace ballast
