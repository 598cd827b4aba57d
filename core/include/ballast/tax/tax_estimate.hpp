// The tax on what was sold under one set of rules (ballast/model/tax_rules.hpp): an estimate for the person to check,
// in exact decimals.
#pragma once

#include <span>
#include <vector>

#include "ballast/model/tax_rules.hpp"
#include "ballast/money/currency.hpp"

namespace ballast {

/// One part of a sale.
struct RealisedGain {
  std::size_t period = 0;
  Decimal gain;             ///< a loss is negative
  Decimal disallowed = {};  ///< of a loss: what does not count, >= 0
};

struct TaxedPeriod {
  Decimal gains;
  Decimal losses;   ///< >= 0, without what is disallowed
  Decimal taxable;  ///< after losses of this and other periods, losses carried and allowance
  Decimal tax;      ///< rate * taxable, half-even to minor units
};

struct TaxEstimate {
  std::vector<TaxedPeriod> periods;  ///< as the rules have them
  Decimal losses_disallowed;
  Decimal carried_used;    ///< of the losses carried
  Decimal allowance_used;  ///< of the allowance
  Decimal losses_left;     ///< to be carried on: of those carried and those of now
  Decimal tax;
};

[[nodiscard]] TaxEstimate estimate_tax(const TaxRules& rules, const Currency& currency,
                                       std::span<const RealisedGain> realised);

}  // namespace ballast
