#include "ballast/money/currency.hpp"

#include <array>

namespace ballast {
namespace {

constexpr std::array kKnown = {
    KnownCurrency{"AED", 2},  KnownCurrency{"ARS", 2},  KnownCurrency{"AUD", 2}, KnownCurrency{"BGN", 2},
    KnownCurrency{"BHD", 3},  KnownCurrency{"BRL", 2},  KnownCurrency{"BTC", 8}, KnownCurrency{"CAD", 2},
    KnownCurrency{"CHF", 2},  KnownCurrency{"CLP", 0},  KnownCurrency{"CNY", 2}, KnownCurrency{"COP", 2},
    KnownCurrency{"CZK", 2},  KnownCurrency{"DKK", 2},  KnownCurrency{"EGP", 2}, KnownCurrency{"ETH", 18},
    KnownCurrency{"EUR", 2},  KnownCurrency{"GBP", 2},  KnownCurrency{"HKD", 2}, KnownCurrency{"HUF", 2},
    KnownCurrency{"IDR", 2},  KnownCurrency{"ILS", 2},  KnownCurrency{"INR", 2}, KnownCurrency{"ISK", 0},
    KnownCurrency{"JOD", 3},  KnownCurrency{"JPY", 0},  KnownCurrency{"KRW", 0}, KnownCurrency{"KWD", 3},
    KnownCurrency{"MXN", 2},  KnownCurrency{"MYR", 2},  KnownCurrency{"NGN", 2}, KnownCurrency{"NOK", 2},
    KnownCurrency{"NZD", 2},  KnownCurrency{"OMR", 3},  KnownCurrency{"PEN", 2}, KnownCurrency{"PHP", 2},
    KnownCurrency{"PKR", 2},  KnownCurrency{"PLN", 2},  KnownCurrency{"RON", 2}, KnownCurrency{"SAR", 2},
    KnownCurrency{"SEK", 2},  KnownCurrency{"SGD", 2},  KnownCurrency{"THB", 2}, KnownCurrency{"TND", 3},
    KnownCurrency{"TRY", 2},  KnownCurrency{"TWD", 2},  KnownCurrency{"UAH", 2}, KnownCurrency{"USD", 2},
    KnownCurrency{"USDC", 6}, KnownCurrency{"USDT", 6}, KnownCurrency{"VND", 0}, KnownCurrency{"ZAR", 2},
};

}  // namespace

std::span<const KnownCurrency> known_currencies() { return kKnown; }

std::optional<Currency> find_currency(std::string_view code) {
  for (const KnownCurrency& known : kKnown) {
    if (known.code == code) return Currency{std::string(known.code), known.minor_unit_digits};
  }
  return std::nullopt;
}

}  // namespace ballast
