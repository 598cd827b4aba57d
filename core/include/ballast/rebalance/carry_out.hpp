// What a portfolio is after trades were made: facts, not a plan. A person trades at other prices than planned, in part,
// or not at all; from what is then there the next plan is made.
#pragma once

#include <vector>

#include "ballast/base/result.hpp"
#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

struct DoneTrade {
  AccountIndex account = 0;
  AssetIndex asset = 0;
  Side side = Side::kBuy;
  Decimal quantity;  ///< > 0
  Decimal price;     ///< at which it was made, >= 0
  Decimal fee;       ///< that was paid, >= 0, base currency
};

struct Execution {
  std::vector<DoneTrade> trades;        ///< in the order in which they were made
  std::vector<CashFlow> cash_flows;     ///< made before them
  std::vector<CashTransfer> transfers;  ///< also made before them
  std::optional<Date> date;             ///< of all of them
  bool switches = false;                ///< sales and purchases belong together, one fund into another
};

/// The portfolio afterwards. Sales take lots as the tax rules of their account say. Where a holding has lots, or its
/// account has tax rules, and there is a date, what is bought is a lot of its own, at what it cost with the fee.
/// With `switches`, sales are entered first; where the tax rules do not tax them, the lots of a sale go over to the
/// purchases that it pays for, with their days and what they cost, and only what was paid beside is a lot of its own.
///
/// Errors, with their places in a request: more sold than is held (kSoldMoreThanHeld), less cash than was spent
/// (kOverdrawn). Precondition: sums of what the execution says are in range.
[[nodiscard]] Result<Portfolio> carry_out(Portfolio portfolio, const Execution& execution);

}  // namespace ballast
