#include "pair_switches.hpp"

#include <algorithm>

namespace ballast {
namespace {

template <typename Belongs>
void pair_those(std::vector<SwitchLeg>& sold, std::vector<SwitchLeg>& bought, const Belongs& belongs,
                std::vector<LegPair>& out) {
  for (SwitchLeg& from : sold) {
    for (SwitchLeg& to : bought) {
      const Decimal value = std::min(from.rest, to.rest);
      if (value.sign() <= 0 || !belongs(from.account, to.account)) continue;
      out.push_back({from.trade, to.trade, value});
      from.rest -= value;
      to.rest -= value;
    }
  }
}

}  // namespace

std::vector<LegPair> pair_legs(std::vector<SwitchLeg> sold, std::vector<SwitchLeg> bought,
                               const std::function<bool(AccountIndex, AccountIndex)>& may_pay) {
  const auto is_larger = [](const SwitchLeg& a, const SwitchLeg& b) { return a.rest > b.rest; };
  std::stable_sort(sold.begin(), sold.end(), is_larger);
  std::stable_sort(bought.begin(), bought.end(), is_larger);
  std::vector<LegPair> out;
  pair_those(sold, bought, [](AccountIndex from, AccountIndex to) { return from == to; }, out);
  pair_those(sold, bought, may_pay, out);
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
  const auto may_pay = [&](AccountIndex from, AccountIndex to) { return shares[from] && shares[to]; };
  for (const LegPair& pair : pair_legs(std::move(sold), std::move(bought), may_pay)) {
    const Trade& from = trades[pair.sold];
    const Trade& to = trades[pair.bought];
    out.push_back({from.account, from.asset, to.account, to.asset, pair.value});
  }
  return out;
}

}  // namespace ballast
