#include "ballast/rebalance/verify_plan.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "verify_gains.hpp"
#include "verify_harvest.hpp"

// Written from the rules alone, and slowly on purpose: it looks things up by plain search and forms every sum anew.
namespace ballast {
namespace {

bool is_multiple(Decimal amount, Decimal step) { return step.is_zero() || amount.units() % step.units() == 0; }

class Checker {
 public:
  Checker(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request, const Plan& plan)
      : portfolio_(portfolio), policy_(policy), request_(request), plan_(plan) {}

  [[nodiscard]] std::optional<std::string> run() {
    using Check = bool (Checker::*)();
    const std::pair<const char*, Check> checks[] = {
        {"trade_is_well_formed", &Checker::trades_are_well_formed},
        {"one_trade_per_account_and_asset", &Checker::trades_are_unique},
        {"trade_is_permitted", &Checker::trades_are_permitted},
        {"not_more_sold_than_held", &Checker::sales_are_covered},
        {"lots_are_right", &Checker::lots_are_right},
        {"gains_are_wanted", &Checker::gains_are_wanted},
        {"tax_agrees", &Checker::tax_agrees},
        {"losses_are_taken", &Checker::losses_are_taken},
        {"cash_goes_where_it_may", &Checker::cash_goes_where_it_may},
        {"cash_adds_up", &Checker::cash_adds_up},
        {"only_switched", &Checker::only_switched},
        {"totals_add_up", &Checker::totals_add_up},
        {"quantities_are_conserved", &Checker::quantities_are_conserved},
        {"values_and_weights_agree", &Checker::values_and_weights_agree},
        {"drift_agrees", &Checker::drift_agrees},
        {"every_asset_is_explained", &Checker::every_asset_is_explained},
        {"infeasible_has_no_trades", &Checker::infeasible_has_no_trades},
        {"gap_is_consistent", &Checker::gap_is_consistent},
        {"costs_agree", &Checker::costs_agree},
    };
    for (const auto& [name, check] : checks) {
      if (!(this->*check)()) return name;
    }
    return std::nullopt;
  }

 private:
  // Of the account's currency.
  [[nodiscard]] int digits_of(AccountIndex a) const {
    const auto currency = portfolio_.accounts[a].currency;
    return (currency ? portfolio_.currencies.at(*currency).currency : portfolio_.base_currency).minor_unit_digits;
  }
  [[nodiscard]] Decimal minor_of(AccountIndex a) const { return Decimal::smallest(digits_of(a)); }
  [[nodiscard]] Decimal worth(AccountIndex a, Decimal amount) const {
    const auto currency = portfolio_.accounts[a].currency;
    const Decimal rate = currency ? portfolio_.currencies.at(*currency).rate : Decimal::from_integer(1);
    return multiply(rate, amount, Rounding::kHalfEven);
  }

  bool trades_are_well_formed() {
    return std::all_of(plan_.trades.begin(), plan_.trades.end(), [&](const Trade& t) {
      if (t.account >= portfolio_.accounts.size() || t.asset >= portfolio_.assets.size()) return false;
      const int digits = digits_of(t.account);
      return t.quantity.sign() > 0 && is_multiple(t.quantity, portfolio_.assets[t.asset].quantity_step) &&
             is_at_bid_or_ask(t) && t.value == multiply(t.quantity, t.price, Rounding::kHalfEven, digits) &&
             t.value.sign() > 0 && t.value > t.fee && is_large_enough(t) && fee_is_right(t);
    });
  }

  // Between bid and ask, in the account's currency.
  [[nodiscard]] Decimal middle_price(const Trade& t) const {
    const Asset& asset = portfolio_.assets[t.asset];
    const Account& account = portfolio_.accounts[t.account];
    if (account.currency == asset.currency) return asset.currency ? asset.quote : asset.price;
    if (!account.currency) return asset.price;
    return divide(asset.price, portfolio_.currencies.at(*account.currency).rate, Rounding::kHalfEven);
  }

  // Twice the price is twice the asset's plus or minus its spread and twice what changing money costs, but for the last
  // decimals.
  [[nodiscard]] bool is_at_bid_or_ask(const Trade& t) const {
    const Asset& asset = portfolio_.assets[t.asset];
    const Account& account = portfolio_.accounts[t.account];
    const bool changed = account.currency != asset.currency;
    const Decimal price = middle_price(t);
    const Decimal spread = multiply(price, asset.spread, Rounding::kDown);
    const Decimal change = changed ? multiply(price + price, account.conversion_cost, Rounding::kDown) : Decimal();
    const Decimal off = t.price + t.price - price - price;
    return absolute(t.side == Side::kBuy ? off - spread - change : off + spread + change) <= Decimal::from_units(6);
  }

  [[nodiscard]] bool is_large_enough(const Trade& t) const {
    const Account& account = portfolio_.accounts[t.account];
    if (t.value < account.minimum_trade_value) return false;
    if (worth(t.account, t.value) < request_.minimum_trade_value) return false;
    const Holding* holding = find_holding(t);
    return holding == nullptr || t.quantity >= holding->minimum_quantity;
  }

  [[nodiscard]] bool fee_is_right(const Trade& t) const {
    const FeeSchedule& fees = portfolio_.accounts[t.account].fees;
    Decimal exact = multiply(t.value, fees.proportional, Rounding::kUp) + fees.fixed;
    for (auto tier = fees.tiers.rbegin(); tier != fees.tiers.rend(); ++tier) {
      if (t.value < tier->from) continue;
      exact = multiply(t.value, tier->proportional, Rounding::kUp) + tier->fixed;
      break;
    }
    if (exact < fees.minimum) exact = fees.minimum;
    if (fees.maximum && exact > *fees.maximum) exact = *fees.maximum;
    return t.fee >= exact && t.fee - exact < minor_of(t.account) && is_multiple(t.fee, minor_of(t.account));
  }

  [[nodiscard]] const Holding* find_holding(const Trade& t) const {
    for (const Holding& holding : portfolio_.accounts[t.account].holdings) {
      if (holding.asset == t.asset) return &holding;
    }
    return nullptr;
  }

  bool trades_are_unique() {
    std::set<std::pair<AccountIndex, AssetIndex>> seen;
    return std::all_of(plan_.trades.begin(), plan_.trades.end(),
                       [&](const Trade& t) { return seen.emplace(t.account, t.asset).second; });
  }

  bool trades_are_permitted() {
    return std::all_of(plan_.trades.begin(), plan_.trades.end(), [&](const Trade& t) {
      const Asset& asset = portfolio_.assets[t.asset];
      const Holding* holding = find_holding(t);
      if (t.side == Side::kBuy) {
        return asset.may_buy && (holding == nullptr || holding->may_buy) && is_bought_where_listed(t) &&
               request_.directions != PlanRequest::Directions::kSellOnly;
      }
      return asset.may_sell && holding != nullptr && holding->may_sell &&
             request_.directions != PlanRequest::Directions::kBuyOnly;
    });
  }

  [[nodiscard]] bool is_bought_where_listed(const Trade& t) const {
    const auto lists = [&](const Account& account) {
      return std::any_of(account.holdings.begin(), account.holdings.end(),
                         [&](const Holding& holding) { return holding.asset == t.asset; });
    };
    return lists(portfolio_.accounts[t.account]) ||
           std::none_of(portfolio_.accounts.begin(), portfolio_.accounts.end(), lists);
  }

  bool sales_are_covered() {
    return std::all_of(plan_.trades.begin(), plan_.trades.end(), [&](const Trade& t) {
      if (t.side == Side::kBuy) return true;
      const Holding* holding = find_holding(t);
      if (holding == nullptr) return false;
      Decimal free = holding->quantity - holding->locked_quantity;
      for (const Lock& lock : holding->locks) {
        const bool is_over = request_.date && lock.until <= *request_.date;
        if (!is_over) free -= lock.quantity;
      }
      return t.quantity <= free;
    });
  }

  bool lots_are_right() { return ballast::lots_are_right(portfolio_, request_, plan_); }
  bool gains_are_wanted() { return ballast::gains_are_wanted(portfolio_, request_, plan_); }
  bool tax_agrees() { return ballast::tax_agrees(portfolio_, request_, plan_); }

  bool losses_are_taken() { return harvest_is_right(portfolio_, request_, plan_); }

  // The request's own flows are all made; what comes besides is the free flow, whole, in one direction.
  bool cash_goes_where_it_may() {
    if (plan_.status == PlanStatus::kInfeasible) return plan_.cash_flows.empty() && plan_.transfers.empty();
    std::map<AccountIndex, Decimal> placed;
    for (const CashFlow& flow : plan_.cash_flows) placed[flow.account] += flow.amount;
    for (const CashFlow& flow : request_.cash_flows) placed[flow.account] -= flow.amount;
    Decimal rest = request_.free_flow;
    for (const auto& [account, amount] : placed) {
      if (amount.is_zero()) continue;
      if (amount.sign() != request_.free_flow.sign() || !may_share(account)) return false;
      rest -= amount;
    }
    return rest.is_zero() && std::all_of(plan_.transfers.begin(), plan_.transfers.end(), [&](const CashTransfer& t) {
             return t.from != t.to && !request_.may_transfer.empty() && may_share(t.from) && may_share(t.to) &&
                    t.amount.sign() > 0 && is_multiple(t.amount, minor_of(t.from)) &&
                    portfolio_.accounts[t.from].currency == portfolio_.accounts[t.to].currency;
           });
  }

  [[nodiscard]] bool may_share(AccountIndex account) const {
    const std::vector<AccountIndex>& listed = request_.may_transfer;
    return listed.empty() ? !portfolio_.accounts[account].currency
                          : std::find(listed.begin(), listed.end(), account) != listed.end();
  }

  // No purchase is paid for with cash that was there, and no sale is left that could go without one lacking its money.
  bool only_switched() {
    if (request_.directions != PlanRequest::Directions::kSwitchOnly) return plan_.switches.empty();
    Decimal switched;
    for (const Switch& pair : plan_.switches) {
      const bool may = pair.from_account == pair.to_account ||
                       (!request_.may_transfer.empty() && may_share(pair.from_account) && may_share(pair.to_account));
      if (pair.value.sign() <= 0 || !may) return false;
      switched += worth(pair.from_account, pair.value);
    }
    constexpr AccountIndex kTogether = static_cast<AccountIndex>(-1);
    std::map<AccountIndex, Decimal> left;
    std::map<AccountIndex, Decimal> largest;
    const auto purse_of = [&](AccountIndex a) {
      return !request_.may_transfer.empty() && may_share(a) ? kTogether : a;
    };
    for (AccountIndex a = 0; a < plan_.ledgers.size(); ++a) {
      const CashLedger& ledger = plan_.ledgers[a];
      const Decimal lacking = std::min(Decimal(), ledger.cash_before + ledger.deposits - ledger.withdrawals);
      left[purse_of(a)] += lacking + ledger.sells - ledger.buys - ledger.fees;
    }
    for (const Trade& t : plan_.trades) {
      if (t.side == Side::kSell) largest[purse_of(t.account)] = std::max(largest[purse_of(t.account)], t.value - t.fee);
    }
    // Amounts that are converted are rounded one by one.
    const Decimal rounding = portfolio_.currencies.empty() ? Decimal() : Decimal::smallest(12);
    return switched <= plan_.total_ledger.sells + rounding && switched + rounding >= plan_.total_ledger.buys &&
           std::all_of(left.begin(), left.end(), [&](const auto& purse) {
             return purse.second.sign() == 0 || (purse.second.sign() > 0 && purse.second < largest[purse.first]);
           });
  }

  bool cash_adds_up() {
    if (plan_.ledgers.size() != portfolio_.accounts.size()) return false;
    for (AccountIndex a = 0; a < portfolio_.accounts.size(); ++a) {
      CashLedger own;
      own.cash_before = portfolio_.accounts[a].cash;
      for (const CashFlow& flow : plan_.cash_flows) {
        if (flow.account != a) continue;
        (flow.amount.sign() > 0 ? own.deposits : own.withdrawals) += absolute(flow.amount);
      }
      for (const CashTransfer& transfer : plan_.transfers) {
        if (transfer.from == a) own.sent += transfer.amount;
        if (transfer.to == a) own.received += transfer.amount;
      }
      for (const Trade& t : plan_.trades) {
        if (t.account != a) continue;
        (t.side == Side::kSell ? own.sells : own.buys) += t.value;
        own.fees += t.fee;
      }
      own.cash_after =
          own.cash_before + own.deposits + own.received + own.sells - own.buys - own.fees - own.sent - own.withdrawals;
      if (own.cash_after.sign() < 0 || !same(own, plan_.ledgers[a])) return false;
    }
    return true;
  }

  static bool same(const CashLedger& a, const CashLedger& b) {
    return a.cash_before == b.cash_before && a.deposits == b.deposits && a.withdrawals == b.withdrawals &&
           a.received == b.received && a.sent == b.sent && a.sells == b.sells && a.buys == b.buys && a.fees == b.fees &&
           a.cash_after == b.cash_after;
  }

  bool totals_add_up() {
    CashLedger sum;
    for (AccountIndex a = 0; a < plan_.ledgers.size(); ++a) {
      const CashLedger& ledger = plan_.ledgers[a];
      sum.cash_before += worth(a, ledger.cash_before);
      sum.deposits += worth(a, ledger.deposits);
      sum.withdrawals += worth(a, ledger.withdrawals);
      sum.received += worth(a, ledger.received);
      sum.sent += worth(a, ledger.sent);
      sum.sells += worth(a, ledger.sells);
      sum.buys += worth(a, ledger.buys);
      sum.fees += worth(a, ledger.fees);
      sum.cash_after += worth(a, ledger.cash_after);
    }
    return same(sum, plan_.total_ledger);
  }

  bool quantities_are_conserved() {
    if (plan_.changes.size() != portfolio_.assets.size() + 1) return false;
    std::map<AssetIndex, Decimal> before;
    std::map<AssetIndex, Decimal> after;
    for (const Account& account : portfolio_.accounts) {
      for (const Holding& holding : account.holdings) {
        before[holding.asset] += holding.quantity;
        after[holding.asset] += holding.quantity;
      }
    }
    for (const Trade& t : plan_.trades) {
      after[t.asset] += t.side == Side::kBuy ? t.quantity : -t.quantity;
    }
    for (AssetIndex i = 0; i < portfolio_.assets.size(); ++i) {
      const PositionChange& change = plan_.changes[i];
      if (change.quantity_before != before[i] || change.quantity_after != after[i] || after[i].sign() < 0) {
        return false;
      }
    }
    return plan_.changes.back().quantity_before == plan_.total_ledger.cash_before &&
           plan_.changes.back().quantity_after == plan_.total_ledger.cash_after;
  }

  bool values_and_weights_agree() {
    Decimal before;
    Decimal after;
    for (AssetIndex i = 0; i < plan_.changes.size(); ++i) {
      const PositionChange& change = plan_.changes[i];
      before += change.value_before;
      after += change.value_after;
      if (change.target != policy_.targets[i].weight) return false;
      const Decimal price = i < portfolio_.assets.size() ? portfolio_.assets[i].price : Decimal::from_integer(1);
      // Values are sums over accounts, each rounded at 18 decimals.
      const Decimal rounding = Decimal::from_units(static_cast<Int128>(portfolio_.accounts.size()) + 1);
      const Decimal off_before = change.value_before - multiply(change.quantity_before, price, Rounding::kHalfEven);
      const Decimal off_after = change.value_after - multiply(change.quantity_after, price, Rounding::kHalfEven);
      if (absolute(off_before) > rounding || absolute(off_after) > rounding) return false;
    }
    if (before != plan_.value_before || after != plan_.value_after) return false;
    const Decimal weight_rounding = Decimal::smallest(12);
    for (const PositionChange& change : plan_.changes) {
      if (!weight_agrees(change.weight_before, change.value_before, before, weight_rounding)) return false;
      if (!weight_agrees(change.weight_after, change.value_after, after, weight_rounding)) return false;
    }
    return true;
  }

  static bool weight_agrees(Decimal weight, Decimal value, Decimal total, Decimal rounding) {
    if (total.is_zero()) return weight.is_zero();
    return absolute(weight - divide(value, total, Rounding::kHalfEven)) <= rounding;
  }

  bool drift_agrees() {
    // Misplaced share from what is over alone: what is over is as much as what is under.
    const auto over = [&](Decimal PositionChange::* value, Decimal total) {
      Decimal sum;
      for (const PositionChange& change : plan_.changes) {
        if (total.is_zero()) continue;
        const Decimal off = divide(change.*value, total, Rounding::kHalfEven) - change.target;
        if (off.sign() > 0) sum += off;
      }
      return sum;
    };
    const Decimal rounding = Decimal::from_units(static_cast<Int128>(plan_.changes.size()) + 1);
    return absolute(over(&PositionChange::value_before, plan_.value_before) - plan_.drift_before.misplaced_share) <=
               rounding &&
           absolute(over(&PositionChange::value_after, plan_.value_after) - plan_.drift_after.misplaced_share) <=
               rounding;
  }

  bool every_asset_is_explained() {
    std::vector<int> mentions(portfolio_.assets.size());
    for (const Trade& t : plan_.trades) mentions[t.asset] |= 1;
    for (const SkippedAsset& s : plan_.skipped) {
      if (s.asset >= mentions.size() || mentions[s.asset] != 0) return false;
      mentions[s.asset] |= 2;
    }
    return std::all_of(mentions.begin(), mentions.end(), [](int m) { return m == 1 || m == 2; });
  }

  bool infeasible_has_no_trades() {
    const bool infeasible = plan_.status == PlanStatus::kInfeasible;
    return infeasible == !plan_.shortfalls.empty() && (!infeasible || plan_.trades.empty());
  }

  bool gap_is_consistent() {
    return plan_.proof.gap.sign() >= 0 && plan_.proof.lower_bound.sign() >= 0 &&
           plan_.proof.lower_bound + plan_.proof.gap == plan_.proof.objective;
  }

  // But for what rounding each sum to minor units adds.
  bool costs_agree() {
    if (!plan_.costs) return true;
    Decimal sum = request_.goal == PlanRequest::Goal::kLeastTax ? plan_.realised.tax : Decimal();
    for (const Trade& t : plan_.trades) {
      const Decimal off = absolute(t.price - middle_price(t));
      sum += worth(t.account, t.fee + multiply(off, t.quantity, Rounding::kHalfEven));
    }
    const Decimal rounding = Decimal::smallest(portfolio_.base_currency.minor_unit_digits);
    return absolute(plan_.costs->amount - sum) <= rounding && plan_.costs->lower_bound.sign() >= 0 &&
           plan_.costs->lower_bound <= plan_.costs->amount;
  }

  const Portfolio& portfolio_;
  const Policy& policy_;
  const PlanRequest& request_;
  const Plan& plan_;
};

}  // namespace

std::optional<std::string> find_broken_rule(const Portfolio& portfolio, const Policy& policy,
                                            const PlanRequest& request, const Plan& plan) {
  return Checker(portfolio, policy, request, plan).run();
}

}  // namespace ballast
