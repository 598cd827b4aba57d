#include "ballast/tax/tax_estimate.hpp"

#include <algorithm>
#include <numeric>

namespace ballast {
namespace {

// Taken off what is taxable, where the rate is highest first; what was used.
Decimal take_off(const std::vector<std::size_t>& dearest_first, Decimal amount, std::vector<TaxedPeriod>& periods) {
  Decimal used;
  for (const std::size_t p : dearest_first) {
    const Decimal part = std::min(amount - used, periods[p].taxable);
    periods[p].taxable -= part;
    used += part;
  }
  return used;
}

}  // namespace

TaxEstimate estimate_tax(const TaxRules& rules, const Currency& currency, std::span<const RealisedGain> realised) {
  TaxEstimate out;
  out.periods.resize(rules.periods.size());
  for (const RealisedGain& part : realised) {
    TaxedPeriod& period = out.periods[part.period];
    (part.gain.sign() > 0 ? period.gains : period.losses) += absolute(part.gain);
    period.losses -= part.disallowed;
    out.losses_disallowed += part.disallowed;
  }
  std::vector<std::size_t> dearest_first;
  Decimal losses;
  for (std::size_t p = 0; p < rules.periods.size(); ++p) {
    if (rules.periods[p].rate.is_zero()) continue;
    dearest_first.push_back(p);
    const Decimal net = out.periods[p].gains - out.periods[p].losses;
    (net.sign() > 0 ? out.periods[p].taxable : losses) += absolute(net);
  }
  std::stable_sort(dearest_first.begin(), dearest_first.end(),
                   [&](std::size_t a, std::size_t b) { return rules.periods[a].rate > rules.periods[b].rate; });
  const Decimal used = take_off(dearest_first, losses, out.periods);
  out.carried_used = take_off(dearest_first, rules.losses_carried, out.periods);
  out.allowance_used = take_off(dearest_first, rules.allowance, out.periods);
  out.losses_left = losses - used + rules.losses_carried - out.carried_used;
  for (std::size_t p = 0; p < rules.periods.size(); ++p) {
    TaxedPeriod& period = out.periods[p];
    period.tax = multiply(period.taxable, rules.periods[p].rate, Rounding::kHalfEven, currency.minor_unit_digits);
    out.tax += period.tax;
  }
  return out;
}

}  // namespace ballast
