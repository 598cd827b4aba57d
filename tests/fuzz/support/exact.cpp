#include "support/exact.hpp"

#include <algorithm>

#include "support/broken.hpp"

namespace ballast::fuzz {
namespace {

constexpr unsigned kDigits = 18;

bool all_digits(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Exact power_of_ten(unsigned power) { return boost::multiprecision::pow(Exact(10), power); }

const Exact& one() {
  static const Exact value = power_of_ten(kDigits);
  return value;
}

Exact exact(const Json& json) {
  if (!json.is_string()) broken("a decimal is a text", json.dump());
  std::string text = json.get<std::string>();
  const bool negative = text.starts_with('-');
  if (negative) text.erase(0, 1);
  const std::size_t point = text.find('.');
  std::string whole = text.substr(0, point);
  std::string fraction = point == std::string::npos ? "" : text.substr(point + 1);
  if (!all_digits(whole) || (point != std::string::npos && !all_digits(fraction))) {
    broken("a decimal is in plain notation", json.dump());
  }
  // Zeros at the end of what was typed are not counted.
  while (fraction.size() > kDigits && fraction.back() == '0') fraction.pop_back();
  if (fraction.size() > kDigits) broken("a decimal has at most 18 decimals", json.dump());
  fraction.resize(kDigits, '0');
  std::string digits = whole + fraction;
  // A leading zero would make it octal.
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  const Exact amount(digits);
  return negative ? Exact(-amount) : amount;
}

Exact exact_or(const Json& object, const char* member, const char* otherwise) {
  const auto at = object.find(member);
  return exact(at == object.end() ? Json(otherwise) : *at);
}

std::string plain(const Exact& amount) { return amount.str() + "e-18"; }

Exact product_half_even(const Exact& a, const Exact& b, unsigned digits) {
  const Exact product = a * b;  // of 1e-36
  const Exact unit = power_of_ten(2 * kDigits - digits);
  Exact quotient = product / unit;
  const Exact twice_rest = (product - quotient * unit) * 2;
  if (twice_rest > unit || (twice_rest == unit && quotient % 2 != 0)) ++quotient;
  return quotient * power_of_ten(kDigits - digits);
}

Exact sum_of(const Json& rows, const char* member) {
  Exact sum = 0;
  for (const Json& row : rows) sum += exact(row.at(member));
  return sum;
}

}  // namespace ballast::fuzz
