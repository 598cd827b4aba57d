// Parts of random trees: with the weights of the classes below, they are each class's weight to the last digit.
#include "ballast/taxonomy/class_parts.hpp"

#include <vector>

#include "ballast/taxonomy/class_values.hpp"
#include "random_classes.hpp"

using namespace ballast;

TEST_CASE("Laws of parts in classes", "[property][taxonomy]") {
  rc::prop("parts named directly and the classes below sum to the class's weight", [] {
    const auto positions = *rc::gen::inRange<std::size_t>(1, 8);
    const Classification classification = test::any_classification(positions);
    const std::vector<Decimal> amounts = test::any_amounts(positions);
    const ClassAmounts weights = class_weights(classification, amounts);
    Decimal total;
    for (const Decimal amount : amounts) total += amount;

    const std::size_t count = classification.classes.size();
    std::vector<Decimal> sums(count + 1);
    for (ClassIndex c = 0; c < count; ++c) {
      if (const std::optional<ClassIndex> parent = classification.classes[c].parent) {
        sums[*parent] += weights.classes[c];
      }
    }
    const std::vector<ClassPart> parts = class_parts(classification, amounts);
    RC_ASSERT(parts.size() <= class_parts_count(classification));
    std::vector<Decimal> shares(positions);
    for (const ClassPart& part : parts) {
      RC_ASSERT(part.weight.sign() > 0 && part.share.sign() > 0);
      RC_ASSERT(part.weight == round_to_multiple(part.weight, Decimal::smallest(12), Rounding::kDown));
      shares[part.position] += part.share;
      sums[part.in.value_or(count)] += part.weight;
      // One rounding of the class's direct weight, one of the part in it, and those of amounts at 18 decimals.
      if (total < Decimal::from_integer(1)) continue;  // a unit of an amount may be much of the whole
      const Decimal exact = multiply_divide(amounts[part.position], part.share, total, Rounding::kHalfEven);
      RC_ASSERT(absolute(part.weight - exact) <= Decimal::from_units(2 * Decimal::smallest(12).units() + 100));
    }
    for (ClassIndex c = 0; c < count; ++c) RC_ASSERT(sums[c] == weights.classes[c]);
    RC_ASSERT(sums[count] == weights.unclassified);
    for (const Decimal share : shares) RC_ASSERT(share <= Decimal::from_integer(1));
  });
}
