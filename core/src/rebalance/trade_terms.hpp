// What a trade is worth and costs, exactly: the one place where these are decided.
#pragma once

#include <optional>
#include <vector>

#include "ballast/model/portfolio.hpp"
#include "ballast/rebalance/plan.hpp"
#include "ballast/rebalance/request.hpp"
#include "ballast/tax/sale_order.hpp"

namespace ballast {

/// price * (1 + margin) for buys, price * (1 - margin) for sells, half-even at 18 decimals, in the account's currency.
/// The margin is half the spread, and what changing money costs where the asset is quoted in another currency.
[[nodiscard]] Decimal execution_price(const Portfolio& portfolio, AccountIndex account, AssetIndex asset, Side side);

/// Whether the asset has a price in the account's currency.
[[nodiscard]] bool has_price(const Portfolio& portfolio, AccountIndex account, AssetIndex asset);

/// quantity * execution price, half-even to minor units of the account's currency.
[[nodiscard]] Decimal trade_value(const Portfolio& portfolio, AccountIndex account, AssetIndex asset, Side side,
                                  Decimal quantity);

/// The account's fee, rounded up to its minor units: the estimate is never too small.
[[nodiscard]] Decimal trade_fee(const Portfolio& portfolio, AccountIndex account, Decimal value);

/// The least value of a trade in this account, in minor units of its currency, whoever asks for it: the request or the
/// venue.
[[nodiscard]] Decimal minimum_value(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account);

/// Whether a trade of this value may be made: at least the minimum, and worth more than its fee.
[[nodiscard]] bool is_worth_trading(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account,
                                    Decimal value);

/// The smallest value in minor units that is worth more than its fee, or nothing if none up to `most` is. Between two
/// tiers a larger value may be worth less than its fee again.
[[nodiscard]] std::optional<Decimal> least_worth_trading(const Portfolio& portfolio, AccountIndex account,
                                                         Decimal most);

/// A value in minor units that leaves at least `net` when its fee is paid, and hardly more.
[[nodiscard]] Decimal value_before_fee(const Portfolio& portfolio, AccountIndex account, Decimal net);

/// Where assets may be bought, at [account * assets + asset]: in the accounts that list them (with quantity 0 they need
/// hold none) and do not forbid it, or anywhere if none lists it. A broker for funds is not asked to buy coins.
[[nodiscard]] std::vector<bool> places_to_buy(const Portfolio& portfolio);

/// What of a holding is locked on the day of the request.
[[nodiscard]] Decimal quantity_locked(const Holding& holding, const PlanRequest& request);

/// Under which terms the lots of a holding are sold.
[[nodiscard]] LotSaleTerms lot_sale_terms(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account,
                                          AssetIndex asset);

/// What of a holding may be sold: nothing where the request, the asset or the account forbids it or there is no price;
/// else what is not locked, and without a taxed gain where none is wanted, in whole steps.
[[nodiscard]] Decimal sellable_quantity(const Portfolio& portfolio, const PlanRequest& request, AccountIndex account,
                                        const Holding& holding);

}  // namespace ballast
