// Exact decimals: 18 fractional digits, magnitude up to 1.7e20.
//
// Sums are exact. Products and quotients are formed exactly in 256 bits and rounded once, in the direction named.
// Leaving the range throws ArithmeticOverflow: documents are limited (kMaximum, and the total of a portfolio) so that
// this cannot happen with what passed the door, and the command functions of `app` turn it into an error if it does.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>

#include "ballast/money/rounding.hpp"

namespace ballast {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

class ArithmeticOverflow : public std::overflow_error {
 public:
  ArithmeticOverflow() : std::overflow_error("an amount left the range of exact decimals") {}
};

class Decimal {
 public:
  static constexpr int kFractionDigits = 18;

  constexpr Decimal() = default;

  /// units * 1e-18
  [[nodiscard]] static constexpr Decimal from_units(Int128 units) {
    Decimal out;
    out.units_ = units;
    return out;
  }
  /// A whole number; |integer| <= 1.7e20 always holds for 64 bits.
  [[nodiscard]] static constexpr Decimal from_integer(std::int64_t integer) {
    return from_units(static_cast<Int128>(integer) * 1'000'000'000'000'000'000);
  }
  /// 10^-digits, 0 <= digits <= 18: the smallest step with that many decimals.
  [[nodiscard]] static Decimal smallest(int digits);

  [[nodiscard]] constexpr Int128 units() const { return units_; }
  [[nodiscard]] constexpr bool is_zero() const { return units_ == 0; }
  [[nodiscard]] constexpr int sign() const { return units_ == 0 ? 0 : (units_ < 0 ? -1 : 1); }

  [[nodiscard]] friend Decimal operator+(Decimal a, Decimal b) {
    Int128 sum = 0;
    if (__builtin_add_overflow(a.units_, b.units_, &sum)) throw ArithmeticOverflow();
    return from_units(sum);
  }
  [[nodiscard]] friend Decimal operator-(Decimal a, Decimal b) {
    Int128 difference = 0;
    if (__builtin_sub_overflow(a.units_, b.units_, &difference)) throw ArithmeticOverflow();
    return from_units(difference);
  }
  [[nodiscard]] friend Decimal operator-(Decimal a) { return Decimal() - a; }
  Decimal& operator+=(Decimal other) { return *this = *this + other; }
  Decimal& operator-=(Decimal other) { return *this = *this - other; }

  [[nodiscard]] friend constexpr bool operator==(Decimal, Decimal) = default;
  [[nodiscard]] friend constexpr std::strong_ordering operator<=>(Decimal a, Decimal b) {
    return a.units_ < b.units_   ? std::strong_ordering::less
           : a.units_ > b.units_ ? std::strong_ordering::greater
                                 : std::strong_ordering::equal;
  }

  /// Plain notation with no more digits than needed: "-12.5", "0", "0.000000000000000001".
  [[nodiscard]] std::string text() const;
  /// With exactly `digits` decimals (0 … 18); the value is rounded half-even to them.
  [[nodiscard]] std::string text(int digits) const;

  /// The nearest double: the way from the exact into the floating world.
  [[nodiscard]] double to_double() const;

 private:
  Int128 units_ = 0;
};

inline constexpr Decimal kOne = Decimal::from_integer(1);

/// The largest magnitude that a document may hold: 1e20.
inline constexpr Decimal kMaximum =
    Decimal::from_units(static_cast<Int128>(100'000'000'000'000'000) * 1'000 * 1'000'000'000'000'000'000);

[[nodiscard]] Decimal absolute(Decimal a);

/// Exact; 0 of none.
[[nodiscard]] Decimal sum_of(std::span<const Decimal> values);

/// a * b, rounded once to `digits` decimals (0 … 18).
[[nodiscard]] Decimal multiply(Decimal a, Decimal b, Rounding rounding, int digits = Decimal::kFractionDigits);

/// a / b, rounded once to `digits` decimals. Precondition: b is not 0.
[[nodiscard]] Decimal divide(Decimal a, Decimal b, Rounding rounding, int digits = Decimal::kFractionDigits);

/// a * b / c with a single rounding. Precondition: c is not 0.
[[nodiscard]] Decimal multiply_divide(Decimal a, Decimal b, Decimal c, Rounding rounding,
                                      int digits = Decimal::kFractionDigits);

/// The multiple of `step` next to `a` in the direction named; `a` itself where step is 0. Precondition: step >= 0.
[[nodiscard]] Decimal round_to_multiple(Decimal a, Decimal step, Rounding rounding);

/// Sign of a*b - c*d, from the exact products.
[[nodiscard]] std::strong_ordering compare_products(Decimal a, Decimal b, Decimal c, Decimal d);

/// The nearest multiple of 10^-digits to a finite double, or nothing where it is out of range: the way back from the
/// floating world.
[[nodiscard]] bool from_double(double value, int digits, Decimal* out);

}  // namespace ballast
