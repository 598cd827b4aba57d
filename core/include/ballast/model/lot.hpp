// A part of a holding that was bought on one day at one price.
#pragma once

#include <string>

#include "ballast/base/date.hpp"
#include "ballast/money/decimal.hpp"

namespace ballast {

struct Lot {
  std::string id;  ///< what the person calls it; may be empty
  Date acquired;
  Decimal quantity;   ///< > 0
  Decimal unit_cost;  ///< what one unit cost with all fees, base currency, >= 0
};

}  // namespace ballast
