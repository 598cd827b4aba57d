#include "plan_maker.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "ballast/policy/drift.hpp"
#include "ballast/rebalance/verify_plan.hpp"
#include "build_problem.hpp"
#include "explain.hpp"
#include "fewer_trades.hpp"
#include "find_shortfalls.hpp"
#include "gain_limits.hpp"
#include "harvest.hpp"
#include "outcome.hpp"
#include "pair_switches.hpp"
#include "place_cash.hpp"
#include "plan_proof.hpp"
#include "plan_search.hpp"
#include "settle.hpp"
#include "shared_cash.hpp"
#include "trade_terms.hpp"
#include "trim_sales.hpp"

namespace ballast {
namespace {

constexpr double kNearLimit = 0.75;  // of the costs to which a bound reaches

bool sells_unwanted(const Policy& policy, const Plan& plan) {
  return std::any_of(plan.trades.begin(), plan.trades.end(),
                     [&](const Trade& trade) { return policy.targets[trade.asset].weight.is_zero(); });
}

// Whether the plan ends nearer to what was aimed at than it began. Settling whole steps in whole minor units can cost
// more than the last small trades gain.
bool is_nearer(const Policy& policy, const Opening& opening, const std::vector<Decimal>& goals, const Plan& plan) {
  return distance_after(policy, plan, goals) < measure_drift(opening.values, goals, drift_divisors(policy)).chi_square;
}

// One request while its plan is made.
class PlanMaker {
 public:
  PlanMaker(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request,
            std::vector<HarvestedSale> harvested)
      : portfolio_(portfolio),
        policy_(policy),
        request_(request),
        harvested_(std::move(harvested)),
        opening_(open_books(portfolio, request)),
        most_(opening_.cash) {
    for (AccountIndex a = 0; a < most_.size() && is_cash_open(request); ++a) {
      most_[a] += most_raised(portfolio, request, a);
    }
  }

  [[nodiscard]] Result<Plan> make() {
    Plan plan;
    plan.shortfalls = find_shortfalls(portfolio_, request_, opening_);
    if (!plan.shortfalls.empty()) {
      plan.status = PlanStatus::kInfeasible;
      describe_outcome(portfolio_, policy_, request_, plan);
    } else if (opening_.total.is_zero()) {
      settle_everything(plan);
    } else {
      solve(plan);
    }
    if (request_.harvest_losses) note_harvest(plan);
    if (costs_decide(request_) && plan.status != PlanStatus::kInfeasible) {
      plan.costs = prove_costs(portfolio_, policy_, request_.goal, plan, least_costs_, opening_.total);
    }
    explain(plan);
    if (std::optional<std::string> rule = find_broken_rule(portfolio_, policy_, request_, plan)) {
      return Problem{ErrorCode::kVerificationFailed, Source::kEngine, "", {{"check", *rule}}};
    }
    return plan;
  }

 private:
  // Everything leaves: there are no weights to aim at, and what must be raised is all there is.
  void settle_everything(Plan& plan) const {
    TradingProblem nothing;
    nothing.asset_count = portfolio_.assets.size();
    nothing.step.resize(nothing.asset_count);
    nothing.divisor.assign(nothing.asset_count + 1, 1.0);
    nothing.accounts.resize(portfolio_.accounts.size());
    std::vector<Decimal> uses(opening_.cash);
    for (AccountIndex a = 0; a < most_.size(); ++a) uses[a] -= most_[a];
    place(uses, plan);
    plan.trades = settle(portfolio_, request_, books_of(plan), nothing, Trades(nothing.pair_count()), {});
    describe(plan);
  }

  void solve(Plan& plan) {
    BuiltProblem built = build_problem(portfolio_, policy_, request_, opening_, harvested_);
    goals_ = std::move(built.goals);
    least_costs_ = built.least_costs;
    if (built.nothing_to_do && can_rest()) return describe(plan);
    SearchResult found = find_plan(built.problem, 0, plan);
    // Settling may have come to pay more than the search thought: then the bound has to reach further.
    const double costs = divide(costs_of(plan), opening_.total, Rounding::kUp).to_double();
    if (costs > kNearLimit * found.cost_limit) found = find_plan(built.problem, costs, plan);
    if (request_.gain_budget && plan.realised.taxed > *request_.gain_budget) {
      // With less to choose from no plan is nearer than where cash was shared freely.
      const double bound = found.lower_bound;
      const double cost_limit = found.cost_limit;
      const bool shared = built.problem.shared.is_open();
      if (shared) built.problem = hand_out(built.problem, found.trades);
      found = keep_budget(built.problem, *request_.gain_budget, plan);
      if (plan.status == PlanStatus::kInfeasible) return;
      if (shared) {
        found.lower_bound = bound;
        found.cost_limit = cost_limit;
      }
    }
    if (request_.curve || (request_.most_trades && plan.trades.size() > *request_.most_trades)) {
      leave_out(built.problem, found.trades, plan);
    }
    plan.proof = prove(portfolio_.base_currency, policy_, plan, goals_, found, opening_.total);
    plan.status = status_of(plan.proof);
  }

  // The bound reaches to plans that pay `costs`, a share of all.
  SearchResult find_plan(const TradingProblem& problem, double costs, Plan& plan) const {
    SearchResult found = search_plan(problem, costs);
    plan = carried_through(problem, found.trades);
    if (only_switches()) try_with_dear_cash(problem, found, plan);
    return found;
  }

  // What is sold and not bought again is made smaller in the end; where there is little to buy, a search that shuns
  // cash finds other trades. What a loss that is taken brings has to be bought with, so then less cash counts first.
  // The bound stays that of the problem as it is.
  void try_with_dear_cash(const TradingProblem& problem, SearchResult& found, Plan& plan) const {
    constexpr double kDear = 1e-3;
    TradingProblem dear(problem);
    dear.divisor.back() *= kDear;
    Trades trades = search_plan(dear).trades;
    Plan other = carried_through(problem, trades);
    const Decimal cash = other.total_ledger.cash_after - plan.total_ledger.cash_after;
    const bool is_nearer = distance_after(policy_, other, goals_) < distance_after(policy_, plan, goals_);
    if (harvested_.empty() || cash.is_zero() ? !is_nearer : cash.sign() > 0) return;
    plan = std::move(other);
    found.trades = std::move(trades);
  }

  // The same with sales bounded by a budget for gains, tighter where settling took more than the budget: whole steps
  // and minor units, or a loss that the search did without. If that does not end, gains are bounded by themselves,
  // without losses; and if no withdrawal has to be raised nothing at all keeps any budget.
  SearchResult keep_budget(TradingProblem& problem, Decimal most, Plan& plan) const {
    constexpr int kTriesByLimit = 6;
    constexpr int kTriesByGains = 4;
    const double total = opening_.total.to_double();
    const double budget = most.to_double() / total;
    const TradingProblem unlimited(problem);
    GainLimits limits(portfolio_, request_, unlimited, total, harvested_);
    double aim = budget;
    std::optional<Decimal> least;
    for (int attempt = 0; attempt < kTriesByLimit + kTriesByGains; ++attempt) {
      std::optional<SearchResult> best;
      Decimal excess;
      for (TradingProblem& bounded : limits.within(aim, attempt < kTriesByLimit)) {
        SearchResult found = search_plan(bounded);
        Plan one = carried_through(bounded, found.trades);
        const Decimal here = one.realised.taxed - most;
        if (here.sign() > 0 && (excess.is_zero() || here < excess)) excess = here;
        const bool is_nearest = !best || distance_after(policy_, one, goals_) < distance_after(policy_, plan, goals_);
        if (here.sign() > 0 || !is_nearest) continue;
        best = std::move(found);
        plan = std::move(one);
        problem = std::move(bounded);
      }
      if (best) {
        best->lower_bound = limits.lower_bound(budget, best->cost_limit);
        plan.kept_budget = true;
        return *std::move(best);
      }
      least = std::min(least.value_or(excess), excess);
      aim = std::max(0.0, attempt + 1 == kTriesByLimit ? budget : aim - 1.1 * excess.to_double() / total);
    }
    if (can_rest()) {
      SearchResult resting;
      resting.trades = only_harvest(portfolio_, harvested_, total);
      plan = settled(unlimited, resting.trades);
      plan.kept_budget = true;
      resting.lower_bound = limits.lower_bound(budget, 0);
      return resting;
    }
    report_budget(most + least.value_or(Decimal()), most, plan);
    return {};
  }

  // What a withdrawal takes is more than the budget.
  void report_budget(Decimal taken, Decimal most, Plan& plan) const {
    const int digits = portfolio_.base_currency.minor_unit_digits;
    const Parameters parameters = {{"gains", taken.text(digits)}, {"budget", most.text(digits)}};
    plan = Plan();
    for (AccountIndex a = 0; a < opening_.cash.size(); ++a) {
      if (opening_.cash[a].sign() < 0) plan.shortfalls.push_back({a, {ReasonCode::kGainBudgetTooSmall, parameters}});
    }
    if (plan.shortfalls.empty()) plan.shortfalls.push_back({{}, {ReasonCode::kGainBudgetTooSmall, parameters}});
    plan.status = PlanStatus::kInfeasible;
    describe_outcome(portfolio_, policy_, request_, plan);
  }

  // Settled, unless resting is as good.
  [[nodiscard]] Plan carried_through(const TradingProblem& problem, const Trades& trades) const {
    Plan plan = settled(problem, trades);
    if (!can_rest() || sells_unwanted(policy_, plan)) return plan;
    if (harvested_.empty()) {
      if (is_nearer(policy_, opening_, goals_, plan)) return plan;
      plan.trades.clear();
      describe(plan);
      return plan;
    }
    // What is harvested goes in any case, if it can go alone.
    Plan least = settled(problem, only_harvest(portfolio_, harvested_, opening_.total.to_double()));
    const bool is_as_good = distance_after(policy_, least, goals_) <= distance_after(policy_, plan, goals_);
    return is_as_good && sells_harvest(least) ? least : plan;
  }

  [[nodiscard]] Plan settled(const TradingProblem& problem, const Trades& trades) const {
    Plan plan;
    place(uses_of(problem, trades), plan);
    const Opening books = books_of(plan);
    plan.trades = problem.shared.is_open()
                      ? settle(portfolio_, request_, books, hand_out(problem, trades), trades, harvested_)
                      : settle(portfolio_, request_, books, problem, trades, harvested_);
    if (only_switches()) trim_sales(portfolio_, request_, opening_.cash, harvested_, plan.trades);
    describe(plan);
    return plan;
  }

  // What trades take from the cash of each account, in minor units; what doubles leave of one is none.
  [[nodiscard]] std::vector<Decimal> uses_of(const TradingProblem& problem, const Trades& trades) const {
    constexpr double kNoUnit = 1e-3;
    std::vector<Decimal> out(problem.accounts.size());
    for (std::size_t a = 0; a < out.size() && is_cash_open(request_); ++a) {
      const Currency& currency = currency_of(portfolio_, portfolio_.accounts[a].currency);
      const double minor = currency.minor_unit().to_double();
      const double units = std::ceil(cash_used(problem, a, trades) / problem.accounts[a].resolution - kNoUnit);
      if (!from_double(units * minor, currency.minor_unit_digits, &out[a])) throw ArithmeticOverflow();
    }
    return out;
  }

  [[nodiscard]] std::vector<Decimal> uses_of(const std::vector<Trade>& trades) const {
    std::vector<Decimal> out(portfolio_.accounts.size());
    for (const Trade& trade : trades)
      out[trade.account] += trade.fee + (trade.side == Side::kBuy ? trade.value : -trade.value);
    return out;
  }

  void place(const std::vector<Decimal>& uses, Plan& plan) const {
    Placement placement = place_cash(portfolio_, request_, {opening_.cash, uses, most_});
    plan.cash_flows = std::move(placement.cash_flows);
    plan.transfers = std::move(placement.transfers);
  }

  [[nodiscard]] Opening books_of(const Plan& plan) const {
    return open_books(portfolio_, request_, {plan.cash_flows, plan.transfers});
  }

  [[nodiscard]] bool only_switches() const { return request_.directions == PlanRequest::Directions::kSwitchOnly; }

  // Whether no account must raise cash.
  [[nodiscard]] bool can_rest() const {
    Plan resting;
    place(uses_of({}), resting);
    const Opening books = books_of(resting);
    return std::all_of(books.cash.begin(), books.cash.end(), [](Decimal cash) { return cash.sign() >= 0; });
  }

  // With cash where these very trades need it.
  void describe(Plan& plan) const {
    place(uses_of(plan.trades), plan);
    describe_outcome(portfolio_, policy_, request_, plan);
    if (only_switches()) {
      const std::vector<bool> none(portfolio_.accounts.size());
      plan.switches =
          pair_switches(plan.trades, is_cash_open(request_) ? accounts_that_share(portfolio_, request_) : none);
    }
  }

  // One trade after the other: for the curve, and for the plan down to what the request allows.
  void leave_out(const TradingProblem& problem, const Trades& trades, Plan& plan) const {
    std::vector<CurvePoint> curve{point_of(plan)};
    for (const Trades& fewer : fewer_trades(problem, trades)) {
      Plan next = carried_through(problem, fewer);
      if (next.trades.size() >= curve.back().trades) continue;
      // Without a loss that was to count against gains a budget may not be kept.
      if (request_.gain_budget && next.realised.taxed > *request_.gain_budget) continue;
      if (!sells_harvest(next)) continue;
      curve.push_back(point_of(next));
      if (request_.most_trades && plan.trades.size() > *request_.most_trades) {
        plan = std::move(next);
        plan.limited = true;
      }
    }
    if (request_.curve) plan.curve = std::move(curve);
  }

  // Where only switches are made, not without the purchase that takes it up.
  [[nodiscard]] bool sells_harvest(const Plan& plan) const {
    return std::all_of(harvested_.begin(), harvested_.end(),
                       [&](const HarvestedSale& sale) { return is_sold(sale, plan.trades); });
  }

  // Spreads and fees, as they are before all are added up in minor units.
  [[nodiscard]] Decimal costs_of(const Plan& plan) const {
    return plan.total_ledger.fees + spreads_paid(portfolio_, plan);
  }

  [[nodiscard]] CurvePoint point_of(const Plan& plan) const {
    const CashLedger& total = plan.total_ledger;
    return {plan.trades.size(),
            distance_after(policy_, plan, goals_),
            plan.drift_after.misplaced_share,
            total.buys + total.sells,
            costs_of(plan),
            plan.realised.tax};
  }

  // A harvested sale that finds no switch is none.
  void note_harvest(Plan& plan) const {
    plan.harvested.emplace();
    for (const HarvestedSale& sale : harvested_) {
      const bool is_made = plan.status != PlanStatus::kInfeasible && (!only_switches() || is_sold(sale, plan.trades));
      if (is_made) plan.harvested->push_back(sale);
    }
  }

  void explain(Plan& plan) const {
    const Situation situation{portfolio_, policy_, request_, opening_, goals_, places_to_buy(portfolio_)};
    for (Trade& trade : plan.trades) {
      trade.reason = explain_trade(situation, plan, trade);
      trade.lot_reasons = explain_lots(situation, trade);
    }
    plan.skipped = explain_skipped(situation, plan);
    plan.left_over = explain_left_over(situation, plan);
  }

  const Portfolio& portfolio_;
  const Policy& policy_;
  const PlanRequest& request_;
  std::vector<HarvestedSale> harvested_;
  Opening opening_;            // with the request's own flows
  std::vector<Decimal> most_;  // per account: its cash if everything is sold
  std::vector<Decimal> goals_;
  double least_costs_ = 0;
};

}  // namespace

Result<Plan> plan_with_losses(const Portfolio& portfolio, const Policy& policy, const PlanRequest& request,
                              std::vector<HarvestedSale> harvested) {
  return PlanMaker(portfolio, policy, request, std::move(harvested)).make();
}

}  // namespace ballast
