// Currencies beside the base currency. An account is exact in its own: what it pays and gets is in whole minor units of
// it. What is added up over accounts is in the base currency: amount * rate, half-even at 18 decimals.
#pragma once

#include <optional>

#include "ballast/model/portfolio.hpp"

namespace ballast {

/// Of an account, an asset; none: the base currency.
using CurrencyChoice = std::optional<CurrencyIndex>;

[[nodiscard]] const Currency& currency_of(const Portfolio& portfolio, CurrencyChoice currency);

/// What one unit of it is worth in the base currency.
[[nodiscard]] Decimal rate_of(const Portfolio& portfolio, CurrencyChoice currency);

/// An amount in that currency, in the base currency.
[[nodiscard]] Decimal in_base_currency(const Portfolio& portfolio, CurrencyChoice currency, Decimal amount);

/// An amount in the base currency, in that currency.
[[nodiscard]] Decimal from_base_currency(const Portfolio& portfolio, CurrencyChoice currency, Decimal amount,
                                         Rounding rounding);

/// Whether money has to be changed to trade the asset in the account.
[[nodiscard]] bool is_converted(const Account& account, const Asset& asset);

/// The asset's price in the account's currency; where both have one currency that is the quote itself.
[[nodiscard]] Decimal price_in(const Portfolio& portfolio, const Account& account, const Asset& asset);

}  // namespace ballast
