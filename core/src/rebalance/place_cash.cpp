#include "place_cash.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace ballast {
namespace {

// Who is served first.
enum class Rank : std::uint8_t {
  kFlow,         // the withdrawal that belongs to no account
  kUnavoidable,  // what an account lacks even if it sells everything
  kOverdrawn,    // what it lacks before its trades
  kWanted,
};

// What an account needs, or can spare; no account: the flow that belongs to none.
struct Position {
  std::optional<AccountIndex> account;
  Decimal amount;  // > 0
  Rank rank = Rank::kWanted;
};
using Positions = std::vector<Position>;

class Placing {
 public:
  Placing(const Portfolio& portfolio, const PlanRequest& request, const CashState& state)
      : portfolio_(portfolio),
        request_(request),
        state_(state),
        currency_(currency_of(portfolio, currency_of_shared_cash(portfolio, request))),
        placed_(portfolio.accounts.size()),
        given_(placed_) {
    for (const CashFlow& flow : request.cash_flows) placed_[flow.account] += flow.amount;
  }

  void share() {
    const std::vector<bool> shares = accounts_that_share(portfolio_, request_);
    for (AccountIndex a = 0; a < shares.size(); ++a) {
      if (shares[a]) note(a);
    }
    const Decimal flow = request_.free_flow;
    // Without leave to move between accounts only the free flow is paid.
    if (request_.may_transfer.empty()) (flow.sign() > 0 ? givers_ : takers_).clear();
    sort(givers_);
    if (flow.sign() > 0) givers_.insert(givers_.begin(), {std::nullopt, flow});
    if (flow.sign() < 0) takers_.push_back({std::nullopt, -flow, Rank::kFlow});
    sort(takers_);
    pay(givers_, takers_);
    std::erase_if(takers_, [](const Position& taker) { return taker.rank > Rank::kUnavoidable; });
    if (!takers_.empty()) ask_for_more();
    if (const Decimal rest = request_.free_flow - paid_; rest.sign() > 0) move(std::nullopt, heir_, rest);
  }

  [[nodiscard]] Placement take() {
    for (AccountIndex a = 0; a < placed_.size(); ++a) {
      if (!placed_[a].is_zero()) out_.cash_flows.push_back({a, placed_[a]});
    }
    return std::move(out_);
  }

 private:
  // Cash that was there may end in a fraction of a minor unit; what is paid does not.
  [[nodiscard]] Decimal need_of(AccountIndex a) const {
    return currency_.round(state_.uses[a] - state_.cash[a], Rounding::kUp);
  }
  [[nodiscard]] Decimal most_of(AccountIndex a) const { return currency_.round(state_.most[a], Rounding::kDown); }

  void note(AccountIndex a) {
    members_.push_back(a);
    const Decimal need = need_of(a);
    if (!heir_ || need > need_of(*heir_)) heir_ = a;
    const Decimal spare = std::min(-need, most_of(a));
    if (spare.sign() > 0) givers_.push_back({a, spare});
    if (need.sign() <= 0) return;
    const Decimal unavoidable = std::min(need, std::max(-most_of(a), Decimal()));
    if (!unavoidable.is_zero()) takers_.push_back({a, unavoidable, Rank::kUnavoidable});
    const Rank rank = state_.cash[a].sign() < 0 ? Rank::kOverdrawn : Rank::kWanted;
    if (need != unavoidable) takers_.push_back({a, need - unavoidable, rank});
  }

  static void sort(Positions& positions) {
    std::stable_sort(positions.begin(), positions.end(), [](const Position& a, const Position& b) {
      return a.rank != b.rank ? a.rank < b.rank : a.amount > b.amount;
    });
  }

  // The first to the first, until there is nothing more to give or to take; both keep what is left.
  void pay(Positions& givers, Positions& takers) {
    auto giver = givers.begin();
    auto taker = takers.begin();
    while (giver != givers.end() && taker != takers.end()) {
      const Decimal amount = std::min(giver->amount, taker->amount);
      move(giver->account, taker->account, amount);
      giver->amount -= amount;
      taker->amount -= amount;
      if (giver->amount.is_zero()) ++giver;
      if (taker->amount.is_zero()) ++taker;
    }
    givers.erase(givers.begin(), giver);
    takers.erase(takers.begin(), taker);
  }

  // Of those who can sell more than these trades do.
  void ask_for_more() {
    Positions able;
    for (const AccountIndex a : members_) {
      const Decimal more = most_of(a) - given_[a];
      if (more.sign() > 0) able.push_back({a, more});
    }
    sort(able);
    pay(able, takers_);
  }

  void move(std::optional<AccountIndex> from, std::optional<AccountIndex> to, Decimal amount) {
    if (from) given_[*from] += amount;
    if (from && to) {
      add_transfer(*from, *to, amount);
    } else if (from || to) {
      const Decimal signed_amount = from ? -amount : amount;
      placed_[from ? *from : *to] += signed_amount;
      paid_ += signed_amount;
    }
  }

  void add_transfer(AccountIndex from, AccountIndex to, Decimal amount) {
    for (CashTransfer& transfer : out_.transfers) {
      if (transfer.from != from || transfer.to != to) continue;
      transfer.amount += amount;
      return;
    }
    out_.transfers.push_back({from, to, amount});
  }

  const Portfolio& portfolio_;
  const PlanRequest& request_;
  const CashState& state_;
  const Currency& currency_;
  std::vector<Decimal> placed_;  // per account: its flows
  std::vector<Decimal> given_;   // per account
  std::vector<AccountIndex> members_;
  Positions givers_;
  Positions takers_;
  std::optional<AccountIndex> heir_;  // who is nearest to needing more
  Decimal paid_;                      // of the free flow
  Placement out_;
};

}  // namespace

bool is_cash_open(const PlanRequest& request) { return !request.free_flow.is_zero() || !request.may_transfer.empty(); }

std::vector<bool> accounts_that_share(const Portfolio& portfolio, const PlanRequest& request) {
  std::vector<bool> out(portfolio.accounts.size());
  for (const AccountIndex account : request.may_transfer) out[account] = true;
  for (AccountIndex a = 0; a < out.size() && request.may_transfer.empty(); ++a) {
    out[a] = !portfolio.accounts[a].currency;
  }
  return out;
}

CurrencyChoice currency_of_shared_cash(const Portfolio& portfolio, const PlanRequest& request) {
  return request.may_transfer.empty() ? std::nullopt : portfolio.accounts[request.may_transfer.front()].currency;
}

Placement place_cash(const Portfolio& portfolio, const PlanRequest& request, const CashState& state) {
  Placing placing(portfolio, request, state);
  if (is_cash_open(request)) placing.share();
  return placing.take();
}

}  // namespace ballast
