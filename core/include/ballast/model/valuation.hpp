// What holdings are worth: quantity * price, rounded half-even at 18 decimals, and sums of that.
#pragma once

#include <vector>

#include "ballast/model/portfolio.hpp"

namespace ballast {

[[nodiscard]] Decimal holding_value(const Portfolio& portfolio, const Holding& holding);

/// Holdings and cash of one account.
[[nodiscard]] Decimal account_value(const Portfolio& portfolio, const Account& account);

/// Quantity held of each asset over all accounts, in asset order.
[[nodiscard]] std::vector<Decimal> asset_quantities(const Portfolio& portfolio);

/// Value of each asset over all accounts in asset order, then (last) the sum of all cash.
[[nodiscard]] std::vector<Decimal> asset_and_cash_values(const Portfolio& portfolio);

/// Whether no sum of values that calculations form can leave the range of exact decimals: all holdings and cash
/// together are at most kMaximum.
[[nodiscard]] bool total_is_in_range(const Portfolio& portfolio);

/// The same for what all lots cost, with the losses that are carried and the allowances.
[[nodiscard]] bool costs_are_in_range(const Portfolio& portfolio);

}  // namespace ballast
