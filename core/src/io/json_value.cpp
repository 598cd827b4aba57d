#include "ballast/io/json_value.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "ballast/base/limits.hpp"
#include "ballast/io/place.hpp"

namespace ballast {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7), or the size of the text.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
    return i < text.size() && byte(i) >= low && byte(i) <= high;
  };
  std::size_t i = 0;
  while (i < text.size()) {
    const unsigned lead = byte(i);
    std::size_t size = 0;
    if (lead < 0x80) {
      size = 1;
    } else if (lead >= 0xC2 && lead <= 0xDF) {
      size = continues(i + 1) ? 2 : 0;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      const bool second = continues(i + 1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
      size = second && continues(i + 2) ? 3 : 0;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      const bool second = continues(i + 1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
      size = second && continues(i + 2) && continues(i + 3) ? 4 : 0;
    }
    if (size == 0) return i;
    i += size;
  }
  return i;
}

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// What a person needs of the parser's sentence: "unexpected '}'; expected string literal". It quotes what was read
// last, which may be the whole text, and end in the middle of a character.
std::string essence(std::string_view what) {
  constexpr std::size_t kShown = 200;
  const std::size_t name_end = what.find("] ");
  if (what.starts_with('[') && name_end != std::string_view::npos) what.remove_prefix(name_end + 2);
  const std::size_t dash = what.substr(0, kShown).find(" - ");
  if (dash != std::string_view::npos) what.remove_prefix(dash + 3);
  std::string out(what.substr(0, kShown));
  for (std::size_t bad = utf8_length(out); bad < out.size(); bad = utf8_length(out)) out.erase(bad, 1);
  return what.size() > kShown ? out + "…" : out;
}

// Where reading stopped is told as an editor shows it: lines, and columns in characters.
Problem not_json(std::string detail, std::string_view before, Source source) {
  if (before.starts_with(kByteOrderMark)) before.remove_prefix(kByteOrderMark.size());
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  before.remove_prefix(before.rfind('\n') + 1);  // npos + 1 is 0
  const auto column = std::count_if(before.begin(), before.end(), [](char c) { return !continues_character(c); }) + 1;
  return {ErrorCode::kTextNotJson,
          source,
          "",
          {{"detail", std::move(detail)}, {"line", std::to_string(line)}, {"column", std::to_string(column)}}};
}

// Collects the parser's events into a tree. Returning false ends the parse.
class TreeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(std::string_view text, Source source) : text_(text), source_(source) {}

  JsonValue root;
  Problems problems;

  bool null() override { return add(JsonValue{}); }
  bool boolean(bool value) override {
    JsonValue out;
    out.kind = JsonValue::Kind::kBoolean;
    out.boolean = value;
    return add(std::move(out));
  }
  bool number_integer(number_integer_t value) override { return add_number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add_number(std::to_string(value)); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return add_number(text); }
  bool string(string_t& value) override {
    JsonValue out;
    out.kind = JsonValue::Kind::kText;
    out.text = std::move(value);
    return add(std::move(out));
  }
  bool binary(binary_t& /*value*/) override { return false; }  // JSON text has none
  bool start_object(std::size_t /*elements*/) override { return open(JsonValue::Kind::kObject); }
  bool start_array(std::size_t /*elements*/) override { return open(JsonValue::Kind::kList); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (is_known(name)) {
      problems.push_back({ErrorCode::kTextDuplicateKey, source_, pointer(), {{"key", name}}});
      return false;
    }
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& error) override {
    problems.push_back(not_json(essence(error.what()), text_.substr(0, position == 0 ? 0 : position - 1), source_));
    return false;
  }

 private:
  bool add_number(std::string text) {
    JsonValue out;
    out.kind = JsonValue::Kind::kNumber;
    out.text = std::move(text);
    return add(std::move(out));
  }

  bool add(JsonValue value) { return place(std::move(value)) != nullptr; }

  // Where the value now stands, or nullptr after one too many.
  JsonValue* place(JsonValue value) {
    if (++values_ > limits::kValues) {
      const std::string limit = std::to_string(limits::kValues);
      problems.push_back(
          {ErrorCode::kTooMany, source_, "", {{"count", "more than " + limit}, {"what", "values"}, {"limit", limit}}});
      return nullptr;
    }
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    JsonValue& parent = *open_.back().value;
    if (parent.kind == JsonValue::Kind::kList) return &parent.items.emplace_back(std::move(value));
    parent.members.push_back({std::move(key_), std::move(value)});
    return &parent.members.back().value;
  }

  bool open(JsonValue::Kind kind) {
    if (open_.size() >= limits::kNesting) {
      problems.push_back({ErrorCode::kTextTooDeep, source_, pointer(), {{"limit", std::to_string(limits::kNesting)}}});
      return false;
    }
    JsonValue value;
    value.kind = kind;
    // Stays valid: a container grows only at its end, while all that is open below it is its last element.
    open_.push_back({place(std::move(value)), {}});
    return open_.back().value != nullptr;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  // Whether the innermost object has this key already. A few keys are looked through; many are indexed, as a text of
  // nothing but keys would otherwise take hours.
  [[nodiscard]] bool is_known(const std::string& key) {
    constexpr std::size_t kFew = 16;
    const auto& members = open_.back().value->members;
    std::unordered_set<std::string>& keys = open_.back().keys;
    if (members.size() < kFew) return open_.back().value->find(key) != nullptr;
    if (keys.empty()) {
      for (const JsonMember& member : members) keys.insert(member.name);
    }
    return !keys.insert(key).second;
  }

  [[nodiscard]] std::string pointer() const {
    std::string out;
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
      const JsonValue& value = *open_[i].value;
      out += '/';
      out += value.kind == JsonValue::Kind::kList ? std::to_string(value.items.size() - 1)
                                                  : escape_pointer(value.members.back().name);
    }
    return out;
  }

  // A container that has not ended yet, and the keys of an object that has many.
  struct Open {
    JsonValue* value;
    std::unordered_set<std::string> keys;
  };

  std::string_view text_;
  Source source_;
  std::vector<Open> open_;
  std::string key_;
  std::size_t values_ = 0;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  const auto at = std::find_if(members.begin(), members.end(), [&](const JsonMember& m) { return m.name == name; });
  return at == members.end() ? nullptr : &at->value;
}

std::string_view kind_name(JsonValue::Kind kind) {
  constexpr std::array<std::string_view, 6> kNames = {"null",   "true or false", "a number",
                                                      "a text", "a list",        "an object"};
  return kNames[static_cast<std::size_t>(kind)];
}

Result<JsonValue> parse_json(std::string_view text, Source source, std::size_t byte_limit) {
  if (text.size() > byte_limit) {
    return Problem{ErrorCode::kTextTooLong,
                   source,
                   "",
                   {{"bytes", std::to_string(text.size())}, {"limit", std::to_string(byte_limit)}}};
  }
  if (const std::size_t good = utf8_length(text); good < text.size()) {
    return Problem{ErrorCode::kTextNotUtf8, source, "", {{"byte", std::to_string(good)}}};
  }
  if (text.empty()) return not_json("the text is empty", text, source);
  // The parser takes a NUL for the end of the text and would not look at what follows it.
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return not_json("unexpected NUL character", text.substr(0, nul), source);
  }
  TreeBuilder builder(text, source);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::move(builder.problems);
  return std::move(builder.root);
}

}  // namespace ballast
