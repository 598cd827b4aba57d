#include "pair_switches.hpp"

#include <algorithm>

namespace ballast {
namespace {

void pair_those(std::vector<SwitchLeg>& sold, std::vector<SwitchLeg>& bought, const std::vector<int>* purses,
                std::vector<LegPair>& out) {
  const auto belong = [&](AccountIndex from, AccountIndex to) {
    return purses == nullptr ? from == to : (*purses)[from] >= 0 && (*purses)[from] == (*purses)[to];
  };
  for (SwitchLeg& from : sold) {
    for (SwitchLeg& to : bought) {
      const Decimal value = std::min(from.rest, to.rest);
      if (value.sign() <= 0 || !belong(from.account, to.account)) continue;
      out.push_back({from.trade, to.trade, value});
      from.rest -= value;
      to.rest -= value;
    }
  }
}

}  // namespace

std::vector<LegPair> pair_legs(std::vector<SwitchLeg> sold, std::vector<SwitchLeg> bought,
                               const std::vector<int>& purses) {
  const auto is_larger = [](const SwitchLeg& a, const SwitchLeg& b) { return a.rest > b.rest; };
  std::stable_sort(sold.begin(), sold.end(), is_larger);
  std::stable_sort(bought.begin(), bought.end(), is_larger);
  std::vector<LegPair> out;
  pair_those(sold, bought, nullptr, out);
  pair_those(sold, bought, &purses, out);
  return out;
}

std::vector<Switch> pair_switches(const std::vector<Trade>& trades, const std::vector<bool>& shares) {
  std::vector<SwitchLeg> sold;
  std::vector<SwitchLeg> bought;
  for (std::size_t t = 0; t < trades.size(); ++t) {
    const Trade& trade = trades[t];
    const bool sells = trade.side == Side::kSell;
    (sells ? sold : bought).push_back({t, trade.account, sells ? trade.value - trade.fee : trade.value + trade.fee});
  }
  std::vector<Switch> out;
  std::vector<int> purses;
  purses.reserve(shares.size());
  for (const bool is_shared : shares) purses.push_back(is_shared ? 0 : -1);
  for (const LegPair& pair : pair_legs(std::move(sold), std::move(bought), purses)) {
    const Trade& from = trades[pair.sold];
    const Trade& to = trades[pair.bought];
    out.push_back({from.account, from.asset, to.account, to.asset, pair.value});
  }
  return out;
}

}  // namespace ballast
