#include "pair_switches.hpp"

#include <algorithm>

namespace ballast {
namespace {

// What is not paired yet of a trade.
struct Leg {
  AccountIndex account;
  AssetIndex asset;
  Decimal rest;
};

template <typename Belongs>
void pair_legs(std::vector<Leg>& sold, std::vector<Leg>& bought, const Belongs& belongs, std::vector<Switch>& out) {
  for (Leg& from : sold) {
    for (Leg& to : bought) {
      const Decimal value = std::min(from.rest, to.rest);
      if (value.is_zero() || !belongs(from, to)) continue;
      out.push_back({from.account, from.asset, to.account, to.asset, value});
      from.rest -= value;
      to.rest -= value;
    }
  }
}

}  // namespace

std::vector<Switch> pair_switches(const std::vector<Trade>& trades, const std::vector<bool>& shares) {
  std::vector<Leg> sold;
  std::vector<Leg> bought;
  for (const Trade& trade : trades) {
    const bool sells = trade.side == Side::kSell;
    (sells ? sold : bought)
        .push_back({trade.account, trade.asset, sells ? trade.value - trade.fee : trade.value + trade.fee});
  }
  const auto is_larger = [](const Leg& a, const Leg& b) { return a.rest > b.rest; };
  std::stable_sort(sold.begin(), sold.end(), is_larger);
  std::stable_sort(bought.begin(), bought.end(), is_larger);
  std::vector<Switch> out;
  pair_legs(sold, bought, [](const Leg& from, const Leg& to) { return from.account == to.account; }, out);
  pair_legs(
      sold, bought, [&](const Leg& from, const Leg& to) { return shares[from.account] && shares[to.account]; }, out);
  return out;
}

}  // namespace ballast
