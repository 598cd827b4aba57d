// What a trade is worth and costs, exactly: the one place where these are decided.
#pragma once

#include <optional>
#include <vector>

#include "ballast/model/portfolio.hpp"
#include "ballast/rebalance/request.hpp"

namespace ballast {

/// quantity * price, half-even to minor units.
[[nodiscard]] Decimal trade_value(const Portfolio& portfolio, AssetIndex asset, Decimal quantity);

/// rate * value + fixed, rounded up to minor units: the estimate is never too small.
[[nodiscard]] Decimal trade_fee(const Portfolio& portfolio, AccountIndex account, Decimal value);

/// Whether a trade of this value may be made: at least the minimum asked for, and worth more than its fee.
[[nodiscard]] bool is_worth_trading(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account,
                                    Decimal value);
[[nodiscard]] bool is_worth_trading(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account,
                                    AssetIndex asset, Decimal quantity);

/// The smallest value in minor units that is worth more than its fee, or nothing if none up to `most` is.
[[nodiscard]] std::optional<Decimal> least_worth_trading(const Portfolio& portfolio, AccountIndex account,
                                                         Decimal most);

/// Where assets may be bought, at [account * assets + asset]: in the accounts that list them (with quantity 0 they need
/// hold none), or anywhere if none does. A broker for funds is not asked to buy coins.
[[nodiscard]] std::vector<bool> places_to_buy(const Portfolio& portfolio);

/// What of a holding may be sold: not locked, in whole steps.
[[nodiscard]] Decimal sellable_quantity(const Asset& asset, const Holding& holding);

}  // namespace ballast
