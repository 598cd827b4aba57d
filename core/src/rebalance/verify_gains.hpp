// The second opinion on lots and tax, worked out again from docs/math/tax.md: shares no code with `tax` and none of its
// figures.
#pragma once

#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// Of a lot that is sold on this day.
[[nodiscard]] Decimal rate_on_sale(const TaxRules& rules, Date acquired, Date sold);

/// Whether lot a of a holding may be sold before lot b of it, at this price; without rules the oldest goes first.
[[nodiscard]] bool may_go_before(const Lot& a, const Lot& b, Decimal price, const TaxRules* rules, Date date);

/// Whether every sale takes its lots in the order of the rules, at what they cost, and for what they bring.
[[nodiscard]] bool lots_are_right(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan);

/// Whether nothing is sold at a taxed gain, or at an unknown one, where none is wanted.
[[nodiscard]] bool gains_are_wanted(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan);

/// Whether gains, losses and tax are those of the lots.
[[nodiscard]] bool tax_agrees(const Portfolio& portfolio, const PlanRequest& request, const Plan& plan);

}  // namespace ballast
