// What of which lots a sale takes, and what is gained by it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ballast/money/currency.hpp"
#include "ballast/tax/sale_order.hpp"

namespace ballast {

struct SoldLot {
  std::size_t lot = 0;  ///< of the holding
  Decimal quantity;     ///< > 0
  Decimal proceeds;     ///< its part of what the sale brings after fees, by quantity, in minor units
  Decimal cost;         ///< quantity * unit cost, half-even to minor units
  Decimal gain;         ///< proceeds - cost; a loss is negative
  std::optional<std::size_t> period = std::nullopt;  ///< of the rules; none where nothing is taxed
};

struct LotSale {
  std::vector<SoldLot> lots;     ///< in the order in which they go
  Decimal quantity_without_lot;  ///< of unknown cost; goes last, and nothing is said of its gain
  Decimal proceeds_without_lot;
};

/// Precondition: 0 < quantity <= holding.quantity; net_proceeds in minor units, of the whole sale, after fees.
[[nodiscard]] LotSale take_lots(const Holding& holding, const LotSaleTerms& terms, const Currency& currency,
                                Decimal quantity, Decimal net_proceeds);

}  // namespace ballast
