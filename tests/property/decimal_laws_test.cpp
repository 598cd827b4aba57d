// The laws of exact decimals, on numbers of every size: rapidcheck draws them, and shrinks what breaks one.
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <numeric>
#include <ostream>
#include <vector>

#include "ballast/money/apportion.hpp"
#include "ballast/money/decimal.hpp"
#include "ballast/money/decimal_text.hpp"

// clang-format off: rapidcheck's bridge asks for Catch2's header before it
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
// clang-format on

namespace ballast {
// How rapidcheck writes a counterexample.
void showValue(const Decimal& value, std::ostream& out) { out << value.text(); }
}  // namespace ballast

using namespace ballast;

namespace {

// Up to 1e19 in magnitude, with any number of digits before and after the point: sums of two and products with a share
// stay in range.
rc::Gen<Decimal> amounts() {
  const auto whole = rc::gen::inRange<std::int64_t>(-4'000'000'000'000'000'000, 4'000'000'000'000'000'000);
  const auto fraction = rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000'000'000);
  return rc::gen::map(rc::gen::pair(rc::gen::scale(4, whole), fraction), [](const auto& parts) {
    return Decimal::from_integer(parts.first) + Decimal::from_units(parts.second);
  });
}

rc::Gen<Decimal> shares() {
  return rc::gen::map(rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000'000'001),
                      [](std::int64_t units) { return Decimal::from_units(units); });
}

rc::Gen<Rounding> roundings() {
  return rc::gen::element(Rounding::kHalfEven, Rounding::kDown, Rounding::kUp, Rounding::kTowardZero);
}

}  // namespace

TEST_CASE("Laws of exact decimals", "[property][money]") {
  rc::prop("a number written and read is the same number", [] {
    const Decimal a = *amounts();
    const ParsedDecimal read = parse_decimal(a.text());
    RC_ASSERT(read.fault == DecimalFault::kNone);
    RC_ASSERT(read.value == a);
  });

  rc::prop("as a double: the whole part and the rest, each as near as it can be", [] {
    const Decimal a = *amounts();
    const Int128 scale = Decimal::from_integer(1).units();
    const double whole = static_cast<double>(a.units() / scale);
    RC_ASSERT(a.to_double() == whole + static_cast<double>(a.units() % scale) / 1e18);
  });

  rc::prop("a product does not depend on the order, whatever the rounding", [] {
    const Decimal a = *amounts();
    const Decimal share = *shares();
    const Rounding rounding = *roundings();
    RC_ASSERT(multiply(a, share, rounding) == multiply(share, a, rounding));
  });

  rc::prop("rounding down and up enclose the product by no more than its last digit", [] {
    const Decimal a = *amounts();
    const Decimal share = *shares();
    const int digits = *rc::gen::inRange(0, Decimal::kFractionDigits + 1);
    const Decimal below = multiply(a, share, Rounding::kDown, digits);
    const Decimal above = multiply(a, share, Rounding::kUp, digits);
    RC_ASSERT(below <= above);
    RC_ASSERT(above - below <= Decimal::smallest(digits));
    const Decimal nearest = multiply(a, share, Rounding::kHalfEven, digits);
    RC_ASSERT(nearest == below || nearest == above);
    RC_ASSERT(multiply(a, share, Rounding::kTowardZero, digits) == (a.sign() < 0 ? above : below));
  });

  rc::prop("the sign of a difference of products is that of the exact difference", [] {
    const Decimal a = *amounts();
    const Decimal b = *amounts();
    const Decimal share = *shares();
    RC_ASSERT(compare_products(a, share, b, share) == (share.is_zero() ? a <=> a : a <=> b));
  });

  rc::prop("a multiple of a step is one, and next to the number", [] {
    const Decimal a = absolute(*amounts());
    const Decimal step = *rc::gen::suchThat(shares(), [](Decimal s) { return s.sign() > 0; });
    const Decimal below = round_to_multiple(a, step, Rounding::kDown);
    RC_ASSERT(below <= a);
    RC_ASSERT(a - below < step);
    RC_ASSERT(round_to_multiple(below, step, Rounding::kHalfEven) == below);
  });

  rc::prop("what is apportioned is all there is, and nobody is a grain off", [] {
    const std::vector<Decimal> weights = *rc::gen::nonEmpty(rc::gen::container<std::vector<Decimal>>(shares()));
    const Decimal sum = std::accumulate(weights.begin(), weights.end(), Decimal());
    RC_PRE(sum.sign() > 0);
    const Decimal grain = Decimal::smallest(2);
    const Decimal amount =
        multiply(Decimal::from_integer(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000)), grain, Rounding::kDown);
    const std::vector<Decimal> parts = apportion(amount, weights, grain);
    RC_ASSERT(std::accumulate(parts.begin(), parts.end(), Decimal()) == amount);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      RC_ASSERT(absolute(parts[i] - multiply_divide(amount, weights[i], sum, Rounding::kDown)) <= grain);
    }
  });
}
