// The tax rules of a document, and the lots of its holdings.
#pragma once

#include <vector>

#include "ballast/io/intake.hpp"
#include "ballast/model/portfolio.hpp"

namespace ballast {

/// The member `tax_rules`; their ids go into `ids`.
[[nodiscard]] std::vector<TaxRules> read_tax_rules(Intake& intake, Fields& document, IdIndex& ids);

/// The member `lots` of a holding.
[[nodiscard]] std::vector<Lot> read_lots(Intake& intake, Fields& holding);

}  // namespace ballast
