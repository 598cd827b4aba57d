// Taking data out of JSON field by field, noting every problem with its place and going on with a default.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ballast/base/date.hpp"
#include "ballast/base/result.hpp"
#include "ballast/io/json_value.hpp"
#include "ballast/io/place.hpp"
#include "ballast/money/decimal.hpp"

namespace ballast {

/// What an exact number may be.
enum class Range : std::uint8_t {
  kAny,
  kNotNegative,
  kShare,          ///< 0 … 1
  kBelowOne,       ///< 0 <= x < 1
  kUpToHalf,       ///< 0 <= x <= 1/2
  kPositive,       ///< x > 0
  kPositiveShare,  ///< 0 < x <= 1
};

/// The problems of one text. Past limits::kProblems no more are kept.
class Intake {
 public:
  explicit Intake(Source source) : source_(source) {}

  void report(ErrorCode code, const Place& place, Parameters parameters);
  [[nodiscard]] bool ok() const { return reported_ == 0; }
  /// How many so far, kept or not: unchanged over a part of the text, that part is sound.
  [[nodiscard]] std::size_t reported() const { return reported_; }
  [[nodiscard]] Problems take() { return std::move(problems_); }

 private:
  Source source_;
  Problems problems_;
  std::size_t reported_ = 0;
};

/// The members of one JSON object. Where the value is none, that is reported once and every member counts as absent
/// without a further word. `finish` reports members that nobody asked for.
class Fields {
 public:
  Fields(Intake& intake, const JsonValue& value, const Place& place);

  [[nodiscard]] bool usable() const { return usable_; }
  [[nodiscard]] bool has(std::string_view name);

  /// The member, or nullptr where it is absent; if it is `required`, that is reported.
  const JsonValue* member(std::string_view name, bool required);

  /// Empty where it is absent or cannot be used, so that nothing more is said about it.
  std::string text(std::string_view name, bool required);
  bool boolean(std::string_view name, bool otherwise);
  Decimal decimal(std::string_view name, bool required, Range range, Decimal otherwise = {});
  /// A day, "2027-01-31".
  std::optional<Date> date(std::string_view name, bool required);
  /// A whole number from `least` to `most`.
  std::optional<int> whole(std::string_view name, bool required, int least, int most);
  /// Index of the member's text in `words`, or nothing.
  std::optional<std::size_t> word(std::string_view name, bool required, std::initializer_list<std::string_view> words);
  /// The items, or an empty list.
  const std::vector<JsonValue>& list(std::string_view name, bool required, std::size_t limit, std::string_view what);

  /// Says what is wrong with a member that was read: at its place, or at the object's where a default stood in for it.
  /// Nothing more is said about what is no object.
  void report(std::string_view name, ErrorCode code, Parameters parameters) const;

  void finish();
  [[nodiscard]] Place at(std::string_view name) const { return {place_, name}; }

 private:
  Intake& intake_;
  const JsonValue& value_;
  const Place& place_;
  std::vector<std::string_view> asked_;
  bool usable_;
};

/// A text that is an item of a list; empty where it cannot be used.
[[nodiscard]] std::string read_text(Intake& intake, const JsonValue& value, const Place& place, bool may_be_empty);

/// Ids and where they were first used.
class IdIndex {
 public:
  /// Reports a duplicate. `place` is that of the id itself.
  void add(Intake& intake, const std::string& id, std::size_t index, const Place& place);
  [[nodiscard]] std::optional<std::size_t> find(const std::string& id) const;
  /// Entries go from their index to places[index], and away where there is none.
  void renumber(const std::vector<std::optional<std::size_t>>& places);

 private:
  struct Entry {
    std::size_t index;
    std::string pointer;
  };
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace ballast
