// 256-bit intermediate results, so that a product of two decimals is exact before it is rounded.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include "ballast/money/decimal.hpp"
#include "rounding_rule.hpp"

namespace ballast::wide {

// Sign and 256 bits of magnitude: two factors of 127 bits each always fit.
using Integer = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<
    256, 256, boost::multiprecision::signed_magnitude, boost::multiprecision::unchecked, void>>;

/// numerator / denominator as an integer, rounded in the direction named. Precondition: denominator > 0.
[[nodiscard]] inline Integer divide_rounded(const Integer& numerator, const Integer& denominator, Rounding rounding) {
  Integer quotient;
  Integer remainder;
  boost::multiprecision::divide_qr(numerator, denominator, quotient, remainder);
  if (remainder.is_zero()) return quotient;
  const bool negative = numerator.sign() < 0;
  const bool away = goes_away_from_zero(rounding, negative, [&] {
    const Integer rest = abs(remainder);
    const Integer other = denominator - rest;
    return rest > other || (rest == other && bit_test(Integer(abs(quotient)), 0));
  });
  if (!away) return quotient;
  return negative ? Integer(quotient - 1) : Integer(quotient + 1);
}

[[nodiscard]] inline Int128 narrow(const Integer& value) {
  static const Integer kLimit = (Integer(1) << 127U) - 1;
  if (value > kLimit || value < -kLimit) throw ArithmeticOverflow();
  return static_cast<Int128>(value);
}

}  // namespace ballast::wide
