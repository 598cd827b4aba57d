#include "ballast/money/decimal.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "wide.hpp"

namespace ballast {
namespace {

constexpr std::int64_t kScale = 1'000'000'000'000'000'000;

constexpr std::array<std::int64_t, 19> kPowersOfTen = [] {
  std::array<std::int64_t, 19> powers{};
  std::int64_t power = 1;
  for (auto& entry : powers) {
    entry = power;
    power = power > kScale / 10 ? power : power * 10;
  }
  return powers;
}();

constexpr std::int64_t power_of_ten(int exponent) { return kPowersOfTen[static_cast<std::size_t>(exponent)]; }

// Products of 63-bit factors fit in 127 bits, where the machine's own arithmetic is several times faster than the
// wide integers: most quantities and prices of a portfolio are of that size.
constexpr bool is_short(Int128 value) {
  return value == static_cast<Int128>(static_cast<std::int64_t>(value));
}

Int128 divide_rounded(Int128 numerator, Int128 denominator, Rounding rounding) {
  const Int128 quotient = numerator / denominator;
  const Int128 remainder = numerator % denominator;
  if (remainder == 0) return quotient;
  const bool negative = numerator < 0;
  bool away = false;
  switch (rounding) {
    case Rounding::kTowardZero:
      break;
    case Rounding::kDown:
      away = negative;
      break;
    case Rounding::kUp:
      away = !negative;
      break;
    case Rounding::kHalfEven: {
      const Int128 rest = negative ? -remainder : remainder;
      const Int128 other = denominator - rest;
      away = rest > other || (rest == other && (quotient & 1) != 0);
      break;
    }
  }
  return away ? (negative ? quotient - 1 : quotient + 1) : quotient;
}

std::string digits_of(UInt128 value) {
  std::string out;
  do {
    out.push_back(static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value != 0);
  std::reverse(out.begin(), out.end());
  return out;
}

UInt128 magnitude(Int128 value) { return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value); }

std::string formatted(Int128 units, std::size_t fraction_digits) {
  const UInt128 size = magnitude(units);
  std::string out = digits_of(size / static_cast<UInt128>(kScale));
  if (fraction_digits > 0) {
    std::string fraction = digits_of(size % static_cast<UInt128>(kScale));
    fraction.insert(0, static_cast<std::size_t>(Decimal::kFractionDigits) - fraction.size(), '0');
    out.push_back('.');
    out.append(fraction, 0, fraction_digits);
  }
  const bool nonzero = out.find_first_not_of("0.") != std::string::npos;
  if (units < 0 && nonzero) out.insert(out.begin(), '-');
  return out;
}

}  // namespace

Decimal Decimal::smallest(int digits) { return from_units(power_of_ten(kFractionDigits - digits)); }

std::string Decimal::text() const {
  std::size_t digits = kFractionDigits;
  UInt128 fraction = magnitude(units_) % static_cast<UInt128>(kScale);
  if (fraction == 0) return formatted(units_, 0);
  while (fraction % 10 == 0) {
    fraction /= 10;
    --digits;
  }
  return formatted(units_, digits);
}

std::string Decimal::text(int digits) const {
  return formatted(round_to_multiple(*this, smallest(digits), Rounding::kHalfEven).units_,
                   static_cast<std::size_t>(digits));
}

double Decimal::to_double() const {
  // Two roundings (to 53 bits, then the division) stay within one unit in the last place of the double.
  return static_cast<double>(units_) / static_cast<double>(kScale);
}

Decimal absolute(Decimal a) { return a.sign() < 0 ? -a : a; }

Decimal multiply(Decimal a, Decimal b, Rounding rounding, int digits) {
  const std::int64_t grain = power_of_ten(Decimal::kFractionDigits - digits);
  if (is_short(a.units()) && is_short(b.units()) && grain == 1) {
    return Decimal::from_units(divide_rounded(a.units() * b.units(), kScale, rounding));
  }
  const wide::Integer product = wide::Integer(a.units()) * b.units();
  const wide::Integer divisor = wide::Integer(kScale) * grain;
  return Decimal::from_units(wide::narrow(wide::divide_rounded(product, divisor, rounding) * grain));
}

Decimal divide(Decimal a, Decimal b, Rounding rounding, int digits) {
  return multiply_divide(a, Decimal::from_integer(1), b, rounding, digits);
}

Decimal multiply_divide(Decimal a, Decimal b, Decimal c, Rounding rounding, int digits) {
  const std::int64_t grain = power_of_ten(Decimal::kFractionDigits - digits);
  wide::Integer numerator = wide::Integer(a.units()) * b.units();
  wide::Integer denominator = wide::Integer(c.units()) * grain;
  if (denominator.sign() < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  return Decimal::from_units(wide::narrow(wide::divide_rounded(numerator, denominator, rounding) * grain));
}

Decimal round_to_multiple(Decimal a, Decimal step, Rounding rounding) {
  if (step.is_zero()) return a;
  const Int128 multiple = divide_rounded(a.units(), step.units(), rounding);
  Int128 out = 0;
  if (__builtin_mul_overflow(multiple, step.units(), &out)) throw ArithmeticOverflow();
  return Decimal::from_units(out);
}

std::strong_ordering compare_products(Decimal a, Decimal b, Decimal c, Decimal d) {
  const wide::Integer left = wide::Integer(a.units()) * b.units();
  const wide::Integer right = wide::Integer(c.units()) * d.units();
  const int order = left.compare(right);
  return order < 0   ? std::strong_ordering::less
         : order > 0 ? std::strong_ordering::greater
                     : std::strong_ordering::equal;
}

bool from_double(double value, int digits, Decimal* out) {
  const double scaled = value * static_cast<double>(power_of_ten(digits));
  // 2^126 leaves room for the multiplication below to be checked rather than to wrap.
  if (!std::isfinite(scaled) || std::fabs(scaled) >= 8.5e37) return false;
  const auto whole = static_cast<Int128>(std::nearbyint(scaled));
  Int128 units = 0;
  if (__builtin_mul_overflow(whole, static_cast<Int128>(power_of_ten(Decimal::kFractionDigits - digits)), &units)) {
    return false;
  }
  *out = Decimal::from_units(units);
  return true;
}

}  // namespace ballast
