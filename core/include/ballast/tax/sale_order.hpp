// Which lots of a holding go first, and how many of them can go without a gain.
#pragma once

#include <cstddef>
#include <vector>

#include "ballast/model/portfolio.hpp"

namespace ballast {

/// Index of the period into which a sale on `sold` falls.
[[nodiscard]] std::size_t period_of_sale(const TaxRules& rules, Date acquired, Date sold);

/// Lots that are sold at one price on one day. Precondition: periods are not empty.
struct LotSaleTerms {
  const TaxRules* rules = nullptr;  ///< none: not taxed, the oldest lots go first
  Decimal unit_price;               ///< what is got for a unit, before fees
  Date date;                        ///< of no account where there are no rules
};

/// Indices of the holding's lots, in the order in which they are sold; ties go to the older one, then to the one that
/// stands first.
[[nodiscard]] std::vector<std::size_t> sale_order(const Holding& holding, const LotSaleTerms& terms);

/// Whether selling the lot at this price is a gain that is taxed.
[[nodiscard]] bool has_taxed_gain(const Lot& lot, const LotSaleTerms& terms);

/// How much can be sold, in that order, before the first lot with a taxed gain, or the part of unknown cost, is
/// reached; everything where nothing is taxed.
[[nodiscard]] Decimal quantity_without_gain(const Holding& holding, const LotSaleTerms& terms);

}  // namespace ballast
