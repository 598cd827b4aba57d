// How gains are taxed, as data: no country's law is built in. Accounts that share rules are taxed together, an account
// without rules is not taxed.
//
//   period of a sale   the last one whose `after_months` the lot was held for more than: bought on the 5th of January,
//                      after 12 months means from the 6th of January of the next year on
//   within a period    gains - losses; what is left of losses, then of losses carried, then of the allowance, is taken
//                      off gains of other periods, those with the highest rate first
//   rate 0             not taxed: gains there cost nothing and losses there help nothing
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ballast/money/decimal.hpp"

namespace ballast {

struct TaxPeriod {
  int after_months = 0;
  Decimal rate;  ///< of a gain, 0 <= rate <= 1
};

struct TaxRules {
  /// Which lots go first.
  enum class Order : std::uint8_t {
    kFirstIn,
    kLastIn,
    kHighestCost,
    kLowestTax,  ///< least tax per unit: rate * (price - unit cost)
    kSpecified,  ///< as the holding lists them
  };

  std::string id;
  std::string name;
  Order order = Order::kFirstIn;
  std::vector<TaxPeriod> periods;  ///< in rising order, the first after 0 months
  Decimal losses_carried = {};     ///< from earlier, >= 0, base currency
  Decimal allowance = {};          ///< gains that are free of tax and not used yet, >= 0, base currency
  /// A loss does not count while as much was bought up to so many days before the sale and is still there, or is bought
  /// with it; 0: it always counts.
  int wash_sale_days = 0;
  bool switches_are_untaxed = false;  ///< gains of what is switched into another fund
};

/// Whether any period has a rate above 0.
[[nodiscard]] bool is_taxed(const TaxRules& rules);

}  // namespace ballast
