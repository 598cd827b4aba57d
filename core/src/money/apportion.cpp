#include "ballast/money/apportion.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "wide.hpp"

namespace ballast {

std::vector<Decimal> apportion(Decimal amount, std::span<const Decimal> weights, Decimal quantum) {
  std::vector<Decimal> parts(weights.size());
  if (weights.empty()) return parts;
  const Int128 quanta = amount.units() / quantum.units();
  wide::Integer sum = 0;
  for (const Decimal weight : weights) sum += weight.units();
  if (sum.is_zero()) {
    parts.front() = amount;
    return parts;
  }

  std::vector<wide::Integer> remainders(weights.size());
  Int128 left = quanta;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    wide::Integer share;
    divide_qr(wide::Integer(wide::Integer(quanta) * weights[i].units()), sum, share, remainders[i]);
    const Int128 whole = wide::narrow(share);
    parts[i] = Decimal::from_units(whole * quantum.units());
    left -= whole;
  }
  // Fewer quanta are left than there are parts with a remainder, so one each is enough.
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; left > 0; ++i, --left) parts[order[i]] += quantum;
  return parts;
}

}  // namespace ballast
