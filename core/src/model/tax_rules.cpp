#include "ballast/model/tax_rules.hpp"

#include <algorithm>

namespace ballast {

bool is_taxed(const TaxRules& rules) {
  return std::any_of(rules.periods.begin(), rules.periods.end(),
                     [](const TaxPeriod& period) { return period.rate.sign() > 0; });
}

}  // namespace ballast
