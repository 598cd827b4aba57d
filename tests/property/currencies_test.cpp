// A currency of which one unit is ten of the base currency, with one decimal more, is another way to write the same
// amounts: the plan is the same plan.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "../support/random_case.hpp"
#include "ballast/rebalance/make_plan.hpp"

using namespace ballast;
using ballast::test::case_count;
using ballast::test::CaseCount;
using ballast::test::CaseShape;
using ballast::test::random_case;
using ballast::test::RandomCase;

namespace {

const Decimal kTen = Decimal::from_integer(10);

void to_tens(Decimal& amount) { amount = divide(amount, kTen, Rounding::kHalfEven); }

void to_tens(FeeSchedule& fees) {
  to_tens(fees.fixed);
  to_tens(fees.minimum);
  if (fees.maximum) to_tens(*fees.maximum);
  for (FeeTier& tier : fees.tiers) {
    to_tens(tier.from);
    to_tens(tier.fixed);
  }
}

// Where cash is shared all accounts change, else every second; and every second asset.
RandomCase in_tens(RandomCase random) {
  Portfolio& portfolio = random.portfolio;
  portfolio.currencies.push_back({{"TEN", portfolio.base_currency.minor_unit_digits + 1}, kTen});
  const bool shared = !random.request.may_transfer.empty();
  for (AccountIndex a = 0; a < portfolio.accounts.size(); ++a) {
    if (!shared && a % 2 == 1) continue;
    Account& account = portfolio.accounts[a];
    account.currency = 0;
    to_tens(account.cash);
    to_tens(account.minimum_trade_value);
    to_tens(account.fees);
    for (CashFlow& flow : random.request.cash_flows) {
      if (flow.account == a) to_tens(flow.amount);
    }
  }
  if (shared) to_tens(random.request.free_flow);
  for (AssetIndex i = 0; i < portfolio.assets.size(); i += 2) {
    portfolio.assets[i].currency = 0;
    portfolio.assets[i].quote = portfolio.assets[i].price;
    to_tens(portfolio.assets[i].quote);
  }
  return random;
}

Decimal worth(const Portfolio& portfolio, const Trade& trade) {
  return in_base_currency(portfolio, portfolio.accounts[trade.account].currency, trade.value);
}

// Spreads and fees, in the base currency.
Decimal costs_of(const Portfolio& portfolio, const Plan& plan) {
  Decimal out = plan.total_ledger.fees;
  for (const Trade& trade : plan.trades) {
    const Account& account = portfolio.accounts[trade.account];
    const Decimal off = absolute(trade.price - price_in(portfolio, account, portfolio.assets[trade.asset]));
    out += in_base_currency(portfolio, account.currency, multiply(off, trade.quantity, Rounding::kHalfEven));
  }
  return out;
}

}  // namespace

TEST_CASE("Amounts written in another currency are the same amounts", "[property][rebalance]") {
  constexpr CaseCount kCases = {.native = 6'000, .sanitized = 150, .wasm = 80};
  std::uint64_t compared = 0;
  std::uint64_t same_trades = 0;
  for (std::uint64_t seed = 0; seed < case_count(kCases.here()); ++seed) {
    const RandomCase random = random_case(seed, CaseShape{});
    // Without leave to move, a flow of no account goes only to accounts in the base currency.
    if (!random.request.free_flow.is_zero() && random.request.may_transfer.empty()) continue;
    const RandomCase written = in_tens(random);
    INFO("seed " << seed << " " << case_text(written));
    const Result<Plan> before = make_plan(random.portfolio, random.policy, random.request);
    const Result<Plan> after = make_plan(written.portfolio, written.policy, written.request);
    REQUIRE(before.ok());
    REQUIRE(after.ok());
    const Plan& a = before.value();
    const Plan& b = after.value();
    ++compared;
    // Within the stated gaps both are right, however doubles round; bounds reach to plans that cost no more than they
    // say. What bands ask for is itself calculated in doubles, and bounds know nothing of the rounding of fine steps.
    const bool by_bands = random.request.trigger == PlanRequest::Trigger::kOutsideBands;
    const Decimal rounding = Decimal::smallest(by_bands ? 7 : 9);
    if (costs_of(written.portfolio, b) <= a.proof.cost_limit) {
      REQUIRE(a.proof.lower_bound <= b.proof.objective + rounding);
    }
    if (costs_of(random.portfolio, a) <= b.proof.cost_limit) {
      REQUIRE(b.proof.lower_bound <= a.proof.objective + rounding);
    }
    REQUIRE((a.status == PlanStatus::kInfeasible) == (b.status == PlanStatus::kInfeasible));
    bool same = a.trades.size() == b.trades.size();
    for (std::size_t t = 0; same && t < a.trades.size(); ++t) {
      same = a.trades[t].quantity == b.trades[t].quantity && a.trades[t].value == worth(written.portfolio, b.trades[t]);
    }
    same_trades += same ? 1 : 0;
    if (!same) continue;
    CHECK(a.realised.tax == b.realised.tax);
    CHECK(a.total_ledger.fees == b.total_ledger.fees);
    CHECK(a.total_ledger.cash_after == b.total_ledger.cash_after);
    CHECK(a.drift_after.chi_square == b.drift_after.chi_square);
  }
  INFO(same_trades << " of " << compared);
  CHECK(100 * same_trades >= 98 * compared);
}
