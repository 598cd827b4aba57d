#include "ballast/base/date.hpp"

#include <algorithm>

namespace ballast {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;
constexpr std::size_t kLength = 10;  // yyyy-mm-dd

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(unsigned value, std::size_t width) {
  std::string out = std::to_string(value);
  out.insert(0, width - out.size(), '0');
  return out;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != kLength || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = digits(text.substr(0, 4));
  const std::optional<int> month = digits(text.substr(5, 2));
  const std::optional<int> day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Date(date);
}

Date months_later(Date date, int months) {
  const std::chrono::year_month_day day(date);
  const std::chrono::year_month month = day.year() / day.month() + std::chrono::months(months);
  const std::chrono::day last = (month / std::chrono::last).day();
  return Date(month / std::min(day.day(), last));
}

std::string date_text(Date date) {
  const std::chrono::year_month_day day(date);
  return padded(static_cast<unsigned>(static_cast<int>(day.year())), 4) + "-" +
         padded(static_cast<unsigned>(day.month()), 2) + "-" + padded(static_cast<unsigned>(day.day()), 2);
}

}  // namespace ballast
