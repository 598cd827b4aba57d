#include "ballast/money/decimal.hpp"

#include <array>
#include <cmath>

#include "rounding_rule.hpp"
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
constexpr bool is_short(Int128 value) { return value == static_cast<Int128>(static_cast<std::int64_t>(value)); }

Int128 divide_rounded(Int128 numerator, Int128 denominator, Rounding rounding) {
  const Int128 quotient = numerator / denominator;
  const Int128 remainder = numerator % denominator;
  if (remainder == 0) return quotient;
  const bool negative = numerator < 0;
  const bool away = goes_away_from_zero(rounding, negative, [&] {
    const Int128 rest = negative ? -remainder : remainder;
    // rest < denominator, so the difference cannot overflow where twice the rest could.
    const Int128 other = denominator - rest;
    return rest > other || (rest == other && (quotient & 1) != 0);
  });
  return away ? (negative ? quotient - 1 : quotient + 1) : quotient;
}

UInt128 magnitude(Int128 value) {
  return value < 0 ? UInt128{0} - static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

// A magnitude in two halves that the machine divides quickly: 128-bit division is slow, above all as WebAssembly.
struct Halves {
  UInt128 integer;
  std::uint64_t fraction;  // in units, below kScale
};

Halves split(Int128 units) {
  const UInt128 size = magnitude(units);
  const UInt128 integer = size / static_cast<UInt128>(kScale);
  return {integer, static_cast<std::uint64_t>(size - integer * static_cast<UInt128>(kScale))};
}

// Writes the digits of `value` before `end` and gives where they begin.
char* write_digits(std::uint64_t value, char* end) {
  do {
    *--end = static_cast<char>('0' + value % 10);
    value /= 10;
  } while (value != 0);
  return end;
}

std::string formatted(bool negative, const Halves& halves, int fraction_digits) {
  // At most 21 digits before the point, 18 after it, the point and a sign.
  std::array<char, 48> buffer{};
  char* const end = buffer.data() + buffer.size();
  char* begin = end;
  bool nonzero = halves.integer != 0;
  if (fraction_digits > 0) {
    const std::uint64_t shown =
        halves.fraction / static_cast<std::uint64_t>(power_of_ten(Decimal::kFractionDigits - fraction_digits));
    nonzero = nonzero || shown != 0;
    begin = write_digits(shown, end);
    while (end - begin < fraction_digits) *--begin = '0';
    *--begin = '.';
  }
  const auto chunk = static_cast<UInt128>(kScale);
  if (halves.integer < chunk) {
    begin = write_digits(static_cast<std::uint64_t>(halves.integer), begin);
  } else {
    char* const low_end = begin;
    const UInt128 high = halves.integer / chunk;
    begin = write_digits(static_cast<std::uint64_t>(halves.integer - high * chunk), begin);
    while (low_end - begin < Decimal::kFractionDigits) *--begin = '0';
    begin = write_digits(static_cast<std::uint64_t>(high), begin);
  }
  if (negative && nonzero) *--begin = '-';
  return {begin, end};
}

}  // namespace

Decimal Decimal::smallest(int digits) { return from_units(power_of_ten(kFractionDigits - digits)); }

std::string Decimal::text() const {
  const Halves halves = split(units_);
  int digits = halves.fraction == 0 ? 0 : kFractionDigits;
  for (std::uint64_t rest = halves.fraction; digits > 0 && rest % 10 == 0; rest /= 10) --digits;
  return formatted(units_ < 0, halves, digits);
}

std::string Decimal::text(int digits) const {
  const Int128 rounded = round_to_multiple(*this, smallest(digits), Rounding::kHalfEven).units_;
  return formatted(rounded < 0, split(rounded), digits);
}

double Decimal::to_double() const {
  // In two parts, so that halves and quarters stay what they are: 1680.5 as 1680 + 0.5.
  constexpr double kScaleAsDouble = 1e18;            // exactly
  constexpr double kFewDigits = 4503599627370496.0;  // 2^52: below it the whole part is at most one off
  const double near = static_cast<double>(units_) / kScaleAsDouble;
  if (!(std::fabs(near) < kFewDigits)) {
    const Int128 all = units_ / kScale;
    return static_cast<double>(all) + static_cast<double>(units_ % kScale) / kScaleAsDouble;
  }
  // Without dividing 128 bits, which WebAssembly does one by one.
  auto whole = static_cast<std::int64_t>(near);
  Int128 rest = units_ - Int128{whole} * kScale;
  const Int128 side = units_ < 0 ? -1 : 1;
  if (rest * side < 0) {
    whole -= static_cast<std::int64_t>(side);
    rest += side * kScale;
  } else if (rest * side >= kScale) {
    whole += static_cast<std::int64_t>(side);
    rest -= side * kScale;
  }
  return static_cast<double>(whole) + static_cast<double>(static_cast<std::int64_t>(rest)) / kScaleAsDouble;
}

Decimal absolute(Decimal a) { return a.sign() < 0 ? -a : a; }

Decimal sum_of(std::span<const Decimal> values) {
  Decimal sum;
  for (const Decimal value : values) sum += value;
  return sum;
}

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
  constexpr double kBeyond = 0x1p127;  // of 128 bits with a sign
  if (!std::isfinite(scaled) || std::fabs(scaled) >= kBeyond) return false;
  const auto whole = static_cast<Int128>(std::nearbyint(scaled));
  Int128 units = 0;
  if (__builtin_mul_overflow(whole, static_cast<Int128>(power_of_ten(Decimal::kFractionDigits - digits)), &units)) {
    return false;
  }
  *out = Decimal::from_units(units);
  return true;
}

}  // namespace ballast
