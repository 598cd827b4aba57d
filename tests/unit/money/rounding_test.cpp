// Products and quotients against what is known from elsewhere: a published table of rounding modes, a brute-force search
// for the nearest multiples, and values calculated with Python's exact fractions.
#include "ballast/money/rounding.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "decimal_literals.hpp"

namespace ballast {
namespace {

constexpr std::array kDirections = {Rounding::kHalfEven, Rounding::kDown, Rounding::kUp, Rounding::kTowardZero};

// Half-even, down, up, toward zero: in the order of kDirections.
using Rounded = std::array<const char*, 4>;

const Decimal kOne = Decimal::from_integer(1);

TEST_CASE("the published table of rounding modes", "[money][rounding]") {
  // Java SE API, java.math.RoundingMode, "Summary of Rounding Operations Under Different Rounding Modes":
  // HALF_EVEN, FLOOR, CEILING and DOWN to a single digit.
  struct Row {
    const char* value;
    Rounded rounded;
  };
  const Row row = GENERATE(values<Row>({
      {"5.5", {"6", "5", "6", "5"}},
      {"2.5", {"2", "2", "3", "2"}},
      {"1.6", {"2", "1", "2", "1"}},
      {"1.1", {"1", "1", "2", "1"}},
      {"1.0", {"1", "1", "1", "1"}},
      {"-1.0", {"-1", "-1", "-1", "-1"}},
      {"-1.1", {"-1", "-2", "-1", "-1"}},
      {"-1.6", {"-2", "-2", "-1", "-1"}},
      {"-2.5", {"-2", "-3", "-2", "-2"}},
      {"-5.5", {"-6", "-6", "-5", "-5"}},
  }));
  for (std::size_t i = 0; i < kDirections.size(); ++i) {
    CAPTURE(row.value, i);
    const Decimal value = decimal(row.value);
    const Decimal expected = decimal(row.rounded[i]);
    CHECK(multiply(value, kOne, kDirections[i], 0) == expected);
    CHECK(divide(value, kOne, kDirections[i], 0) == expected);
    CHECK(divide(-value, -kOne, kDirections[i], 0) == expected);
    CHECK(multiply_divide(value, "-7"_d, "-7"_d, kDirections[i], 0) == expected);
    CHECK(round_to_multiple(value, kOne, kDirections[i]) == expected);
  }
}

// The whole number that the definition of a direction asks for, found by trying. Precondition: denominator > 0.
Int128 searched(Int128 numerator, Int128 denominator, Rounding direction) {
  Int128 below = -(numerator < 0 ? -numerator : numerator) / denominator - 2;
  while ((below + 1) * denominator <= numerator) ++below;  // the last that is not above the value
  const Int128 above = below * denominator == numerator ? below : below + 1;
  const Int128 down = numerator - below * denominator;
  const Int128 up = above * denominator - numerator;
  switch (direction) {
    case Rounding::kDown:
      return below;
    case Rounding::kUp:
      return above;
    case Rounding::kTowardZero:
      return numerator < 0 ? above : below;
    case Rounding::kHalfEven:
      break;
  }
  if (down != up) return down < up ? below : above;
  return below % 2 == 0 ? below : above;
}

TEST_CASE("small products and quotients, every one in its place", "[money][rounding]") {
  const auto quarters = [](Int128 count) { return Decimal::from_units(count * (kOne.units() / 4)); };
  const auto whole = [](Int128 count) { return Decimal::from_units(count * kOne.units()); };
  for (const Rounding direction : kDirections) {
    for (Int128 a = -12; a <= 12; ++a) {
      for (Int128 b = -12; b <= 12; ++b) {
        const Decimal left = quarters(a);
        const Decimal right = quarters(b);
        const auto describe = [&] { return left.text() + " and " + right.text(); };
        if (multiply(left, right, direction, 0) != whole(searched(a * b, 16, direction))) FAIL("* " << describe());
        if (b == 0) continue;
        const Int128 sign = b < 0 ? -1 : 1;
        if (divide(left, right, direction, 0) != whole(searched(a * sign, b * sign, direction))) FAIL("/ " << describe());
        const Decimal step = Decimal::from_units(b * sign);
        const Decimal multiple = Decimal::from_units(searched(a, b * sign, direction) * b * sign);
        if (round_to_multiple(Decimal::from_units(a), step, direction) != multiple) FAIL("step " << describe());
        for (Int128 c = 1; c <= 5; ++c) {
          const Decimal scaled = whole(searched(a * b, 4 * c, direction));
          if (multiply_divide(left, right, quarters(c), direction, 0) != scaled) FAIL("over quarters " << describe());
        }
      }
    }
  }
  SUCCEED();
}

struct Calculated {
  const char* a;
  const char* b;
  int digits;
  Rounded rounded;
};

TEST_CASE("products as exact fractions give them", "[money][rounding]") {
  const Calculated row = GENERATE(values<Calculated>({
      {"4.88", "-351.14", 2, {"-1713.56", "-1713.57", "-1713.56", "-1713.56"}},
      {"-33049.793734631272212864", "66.655879658554935743", 18, {"-2202963.073915644979466226", "-2202963.073915644979466227", "-2202963.073915644979466226", "-2202963.073915644979466226"}},
      {"1978592946.56487306", "-864.68466185", 2, {"-1710858972939.24", "-1710858972939.25", "-1710858972939.24", "-1710858972939.24"}},
      {"5.213379568762881268", "-8.721585898774454917", 18, {"-45.468937731881194014", "-45.468937731881194015", "-45.468937731881194014", "-45.468937731881194014"}},
      {"57.70693689338439003", "-5.312277696235269105", 8, {"-306.55527378", "-306.55527378", "-306.55527377", "-306.55527377"}},
      {"12294797529094806.86118849800806238", "-9.218329927646925552", 18, {"-113337500016814129.987016759964909081", "-113337500016814129.987016759964909082", "-113337500016814129.987016759964909081", "-113337500016814129.987016759964909081"}},
      {"9910.050461288435926005", "-0.001538269755384694", 2, {"-15.24", "-15.25", "-15.24", "-15.24"}},
      {"4746.087168942620441502", "-2395380.4708604803895161", 0, {"-11368684517", "-11368684518", "-11368684517", "-11368684517"}},
      {"-56.470913566886679954", "-21.724", 18, {"1226.774126327046235321", "1226.77412632704623532", "1226.774126327046235321", "1226.77412632704623532"}},
      {"4.495147727853434659", "-3.424125250602541701", 18, {"-15.391948840131587873", "-15.391948840131587874", "-15.391948840131587873", "-15.391948840131587873"}},
      {"-851385931753.543160565613198582", "49.28061320629513842", 3, {"-41956820792027.551", "-41956820792027.551", "-41956820792027.55", "-41956820792027.55"}},
      {"-24286.907425856", "6.224898286", 17, {"-151183.52840745168648282", "-151183.52840745168648282", "-151183.52840745168648281", "-151183.52840745168648281"}},
      {"5.68", "488.67", 2, {"2775.65", "2775.64", "2775.65", "2775.64"}},
      {"416134195.19607167", "401427.42800638", 2, {"167047679683063.94", "167047679683063.94", "167047679683063.95", "167047679683063.94"}},
      {"2.093260249306383907", "70.997615567392716494", 8, {"148.61648646", "148.61648646", "148.61648647", "148.61648646"}},
      {"-706.677763262482607133", "-5.127733209736160278", 2, {"3623.66", "3623.65", "3623.66", "3623.65"}},
      {"3.440770784041644693", "-37331769651168.452", 18, {"-128450062332312.951190375995274825", "-128450062332312.951190375995274826", "-128450062332312.951190375995274825", "-128450062332312.951190375995274825"}},
      {"789634.617843912139111734", "2160.49024576131105924", 3, {"1705997889.567", "1705997889.567", "1705997889.568", "1705997889.567"}},
  }));
  for (std::size_t i = 0; i < kDirections.size(); ++i) {
    CAPTURE(row.a, row.b, row.digits, i);
    CHECK(multiply(decimal(row.a), decimal(row.b), kDirections[i], row.digits) == decimal(row.rounded[i]));
    CHECK(multiply(decimal(row.b), decimal(row.a), kDirections[i], row.digits) == decimal(row.rounded[i]));
  }
}

TEST_CASE("quotients as exact fractions give them", "[money][rounding]") {
  const Calculated row = GENERATE(values<Calculated>({
      {"-458", "45", 2, {"-10.18", "-10.18", "-10.17", "-10.17"}},
      {"-51.67", "6.70604576", 8, {"-7.70498769", "-7.70498769", "-7.70498768", "-7.70498768"}},
      {"-50.145696971163899828", "68397805.157582608110946699", 18, {"-0.000000733147750218", "-0.000000733147750219", "-0.000000733147750218", "-0.000000733147750218"}},
      {"85.76", "882.430398906389397263", 18, {"0.097186135140271446", "0.097186135140271445", "0.097186135140271446", "0.097186135140271445"}},
      {"3.531411555277279294", "59869148976.054965734689306418", 18, {"0.000000000058985498", "0.000000000058985497", "0.000000000058985498", "0.000000000058985497"}},
      {"94529670457.435997244311176999", "9.121035020110204418", 18, {"10363919253.573247168035995862", "10363919253.573247168035995861", "10363919253.573247168035995862", "10363919253.573247168035995861"}},
      {"8", "-9", 18, {"-0.888888888888888889", "-0.888888888888888889", "-0.888888888888888888", "-0.888888888888888888"}},
      {"2163673808.455026773318209455", "9.35881", 0, {"231191125", "231191124", "231191125", "231191124"}},
      {"-893.292217046", "-4.390353440371931185", 12, {"203.467039539834", "203.467039539833", "203.467039539834", "203.467039539833"}},
      {"8100338052891.847104868530588087", "9099.851780559741578727", 8, {"890161537.59743839", "890161537.59743839", "890161537.5974384", "890161537.59743839"}},
      {"2", "8", 18, {"0.25", "0.25", "0.25", "0.25"}},
  }));
  for (std::size_t i = 0; i < kDirections.size(); ++i) {
    CAPTURE(row.a, row.b, row.digits, i);
    CHECK(divide(decimal(row.a), decimal(row.b), kDirections[i], row.digits) == decimal(row.rounded[i]));
  }
}

TEST_CASE("a product over a divisor as exact fractions give it", "[money][rounding]") {
  struct Row {
    const char* a;
    const char* b;
    const char* c;
    int digits;
    Rounded rounded;
  };
  const Row row = GENERATE(values<Row>({
      {"97615614.214441864907748519", "-96.114445466520214217", "148923637.108759105659702466", 18, {"-63.000547201536347886", "-63.000547201536347887", "-63.000547201536347886", "-63.000547201536347886"}},
      {"-1838327828122887.980673765386817159", "16750764655.446019277688458568", "-94913683599.373158420400044839", 18, {"324435799356617.600311909840664231", "324435799356617.600311909840664231", "324435799356617.600311909840664232", "324435799356617.600311909840664231"}},
      {"7124433873036008.106069272049263567", "4410.105577751050223934", "8376.540424486103325029", 2, {"3750892847117393.13", "3750892847117393.13", "3750892847117393.14", "3750892847117393.13"}},
      {"-4013389966073182960.216509232367747686", "-40.180264869264725864", "-929039054540564333.634965844489624569", 2, {"-173.58", "-173.58", "-173.57", "-173.57"}},
      {"5.556002458660378627", "9.975167116784605062", "-1.703234224177328063", 18, {"-32.539302134544998743", "-32.539302134544998743", "-32.539302134544998742", "-32.539302134544998742"}},
      {"-6.120015864484112379", "4.652548873039645303", "-8.391016312384774725", 18, {"3.393352110549994547", "3.393352110549994546", "3.393352110549994547", "3.393352110549994546"}},
      {"-134.36", "-64.365033097405544274", "-326756094893.899287530188203853", 8, {"-0.00000003", "-0.00000003", "-0.00000002", "-0.00000002"}},
      {"-295.03", "3.40172850632599545", "5725.269027369969143172", 8, {"-0.17529516", "-0.17529517", "-0.17529516", "-0.17529516"}},
      {"-9077482.60768668", "-85.84114571", "-647539219422.02", 0, {"0", "-1", "0", "0"}},
      {"-92522224.14539453", "84884.9412063", "-16063.92", 0, {"488905794", "488905793", "488905794", "488905793"}},
      {"2107828.312509382935323424", "-35.225699297892756084", "-39.362511006495601771", 18, {"1886305.634713891933856849", "1886305.634713891933856849", "1886305.63471389193385685", "1886305.634713891933856849"}},
      {"1592.506603372622460905", "-7.818330737918895298", "-281.421979472410673892", 18, {"44.242256240357384436", "44.242256240357384436", "44.242256240357384437", "44.242256240357384436"}},
  }));
  for (std::size_t i = 0; i < kDirections.size(); ++i) {
    CAPTURE(row.a, row.b, row.c, row.digits, i);
    const Decimal expected = decimal(row.rounded[i]);
    CHECK(multiply_divide(decimal(row.a), decimal(row.b), decimal(row.c), kDirections[i], row.digits) == expected);
  }
}

TEST_CASE("a product over a divisor is rounded once", "[money][rounding]") {
  // 1 / 3 * 3 would be 0.999999999999999999 in two roundings.
  CHECK(multiply_divide("1"_d, "3"_d, "3"_d, Rounding::kDown) == "1"_d);
  // The product 1e-18 * 0.5 alone is a tie and would vanish.
  CHECK(multiply_divide(Decimal::smallest(18), "0.5"_d, "0.5"_d, Rounding::kHalfEven) == Decimal::smallest(18));
  // 0.0149999… to cents: rounding to 18 decimals first would make a tie of it, and 0.02 of that.
  CHECK(multiply_divide("0.045"_d, "0.999999999999999999"_d, "3"_d, Rounding::kHalfEven, 2) == "0.01"_d);
  // A product far beyond the range is no harm where the quotient is inside.
  CHECK(multiply_divide(kMaximum, kMaximum, kMaximum, Rounding::kHalfEven) == kMaximum);
  CHECK(multiply_divide(-kMaximum, kMaximum, kMaximum, Rounding::kUp) == -kMaximum);
}

TEST_CASE("ties of money amounts go to the even neighbour", "[money][rounding]") {
  CHECK(multiply("0.5"_d, "0.01"_d, Rounding::kHalfEven, 2) == "0"_d);
  CHECK(multiply("1.5"_d, "0.01"_d, Rounding::kHalfEven, 2) == "0.02"_d);
  CHECK(multiply("2.5"_d, "0.01"_d, Rounding::kHalfEven, 2) == "0.02"_d);
  CHECK(multiply("2.500000000000000001"_d, "0.01"_d, Rounding::kHalfEven, 2) == "0.03"_d);
  CHECK(multiply("2.499999999999999999"_d, "0.01"_d, Rounding::kHalfEven, 2) == "0.02"_d);
  CHECK(multiply("-2.5"_d, "0.01"_d, Rounding::kHalfEven, 2) == "-0.02"_d);
  CHECK(multiply("-3.5"_d, "0.01"_d, Rounding::kHalfEven, 2) == "-0.04"_d);
  // Half a unit in the last place that there is.
  CHECK(multiply("0.000000001"_d, "0.0000000005"_d, Rounding::kHalfEven) == Decimal());
  CHECK(multiply("0.000000003"_d, "0.0000000005"_d, Rounding::kHalfEven) == "0.000000000000000002"_d);
  CHECK(divide(Decimal::smallest(18), "2"_d, Rounding::kHalfEven) == Decimal());
  CHECK(divide("0.000000000000000003"_d, "2"_d, Rounding::kHalfEven) == "0.000000000000000002"_d);
}

TEST_CASE("results that leave the range throw, whatever the direction", "[money][rounding]") {
  for (const Rounding direction : kDirections) {
    CHECK_THROWS_AS(multiply(kMaximum, "2"_d, direction), ArithmeticOverflow);
    CHECK_THROWS_AS(multiply(-kMaximum, kMaximum, direction, 0), ArithmeticOverflow);
    CHECK_THROWS_AS(divide(kMaximum, "0.5"_d, direction), ArithmeticOverflow);
    CHECK_THROWS_AS(divide(kMaximum, Decimal::smallest(18), direction), ArithmeticOverflow);
    CHECK_THROWS_AS(multiply_divide(kMaximum, kMaximum, Decimal::smallest(18), direction), ArithmeticOverflow);
    CHECK(multiply(kMaximum, "1.7"_d, direction) == Decimal::from_units(kMaximum.units() / 10 * 17));
    CHECK(divide(kMaximum, "-1"_d, direction) == -kMaximum);
  }
}

TEST_CASE("multiples of a step", "[money][rounding]") {
  CHECK(round_to_multiple("7.3"_d, Decimal(), Rounding::kUp) == "7.3"_d);
  CHECK(round_to_multiple("7.3"_d, "0.25"_d, Rounding::kDown) == "7.25"_d);
  CHECK(round_to_multiple("7.3"_d, "0.25"_d, Rounding::kUp) == "7.5"_d);
  CHECK(round_to_multiple("-7.3"_d, "0.25"_d, Rounding::kDown) == "-7.5"_d);
  CHECK(round_to_multiple("-7.3"_d, "0.25"_d, Rounding::kTowardZero) == "-7.25"_d);
  CHECK(round_to_multiple("2.999"_d, "3"_d, Rounding::kDown) == Decimal());
  CHECK(round_to_multiple(kMaximum, Decimal::smallest(18), Rounding::kHalfEven) == kMaximum);
  CHECK(round_to_multiple(kMaximum, "30000000000000000000"_d, Rounding::kDown) == "90000000000000000000"_d);
  const Decimal most = Decimal::from_units(static_cast<Int128>(~UInt128{0} >> 1U));
  CHECK_THROWS_AS(round_to_multiple(most, "2"_d, Rounding::kUp), ArithmeticOverflow);
}

TEST_CASE("products are compared exactly", "[money][rounding]") {
  CHECK((compare_products("0.1"_d, "0.3"_d, "0.03"_d, "1"_d) == 0));
  CHECK((compare_products("-2"_d, "3"_d, "2"_d, "-3"_d) == 0));
  CHECK((compare_products("-2"_d, "3"_d, "2"_d, "3"_d) < 0));
  // (m - u)(m + u) = m^2 - u^2: a difference of 1e-36 in a number of 1e40.
  const Decimal unit = Decimal::smallest(18);
  CHECK((compare_products(kMaximum - unit, kMaximum + unit, kMaximum, kMaximum) < 0));
  CHECK((compare_products(kMaximum, kMaximum, kMaximum - unit, kMaximum + unit) > 0));
  CHECK((compare_products(unit, unit, Decimal(), kMaximum) > 0));
  const Decimal most = Decimal::from_units(static_cast<Int128>(~UInt128{0} >> 1U));
  CHECK((compare_products(most, most, most, most) == 0));
  CHECK((compare_products(most, -most, most, most - unit) < 0));
}

}  // namespace
}  // namespace ballast
