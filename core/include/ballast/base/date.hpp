// Days of the Gregorian calendar. The core never asks what day it is: dates are passed in.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace ballast {

using Date = std::chrono::sys_days;

/// "2027-01-31": four digits, two, two, and a day that there is; the years 1900 to 2199.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

[[nodiscard]] std::string date_text(Date date);

/// The same day so many months later, or the last day of that month where it has no such day.
[[nodiscard]] Date months_later(Date date, int months);

}  // namespace ballast
