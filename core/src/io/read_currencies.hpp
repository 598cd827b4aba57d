// The members "base_currency" and "currencies" of a document, and what refers to them.
#pragma once

#include <vector>

#include "ballast/io/intake.hpp"
#include "ballast/model/exchange.hpp"

namespace ballast {

/// A code that is known, or an object with its minor units.
[[nodiscard]] Currency read_currency(Intake& intake, const JsonValue& value, const Place& place);

/// The member `currencies`: each once, and none of them the base currency.
[[nodiscard]] std::vector<ForeignCurrency> read_currencies(Intake& intake, Fields& document, const Currency& base);

/// The member `currency` of an account or an asset. Where the currencies are not all `known`, what is not among them
/// may have been meant.
[[nodiscard]] CurrencyChoice read_currency_choice(Fields& fields, const Portfolio& portfolio, bool known);

}  // namespace ballast
