// No trade is there for its fee. Where there is too much cash, paying fees lowers the drift of what is left; so each
// trade, and each two of an account or an asset, must also bring the portfolio nearer with the fees paid either way.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "../support/random_case.hpp"
#include "ballast/rebalance/make_plan.hpp"

using namespace ballast;
using ballast::test::case_count;
using ballast::test::case_text;
using ballast::test::CaseCount;
using ballast::test::CaseShape;
using ballast::test::random_case;
using ballast::test::RandomCase;

namespace {

constexpr CaseCount kUsefulCases = {.native = 4'000, .sanitized = 1'000, .wasm = 500};

// The values that a plan ends with, from which trades can be taken back.
class Ending {
 public:
  Ending(const RandomCase& random, const Plan& plan) : random_(random) {
    for (const PositionChange& change : plan.changes) values_.push_back(change.value_after.to_double());
    for (const CashLedger& ledger : plan.ledgers) cash_.push_back(ledger.cash_after.to_double());
    smallest_ = 1;
    for (const Target& target : random.policy.targets) {
      if (target.weight.sign() > 0) smallest_ = std::min(smallest_, target.weight.to_double());
    }
  }

  // Spread and fee stay paid.
  void take_back(const Trade& trade) {
    const double price = random_.portfolio.assets[trade.asset].price.to_double();
    const double value = trade.quantity.to_double() * price * (trade.side == Side::kBuy ? 1 : -1);
    values_[trade.asset] -= value;
    values_.back() += value;
    cash_[trade.account] += value;
  }

  [[nodiscard]] bool is_possible() const {
    return std::all_of(cash_.begin(), cash_.end(), [](double cash) { return cash >= 0; });
  }

  [[nodiscard]] double chi_square() const {
    double total = 0;
    for (const double value : values_) total += value;
    double drift = 0;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const double target = random_.policy.targets[i].weight.to_double();
      const double off = values_[i] / total - target;
      drift += off * off / (target > 0 ? target : smallest_);
    }
    return drift;
  }

 private:
  const RandomCase& random_;
  std::vector<double> values_;
  std::vector<double> cash_;
  double smallest_ = 1;
};

bool may_be_taken_back(const RandomCase& random, const Trade& trade) {
  return !random.policy.targets[trade.asset].weight.is_zero();  // what has no target is sold whatever that does
}

}  // namespace

TEST_CASE("No trade of a plan is useful only by what its fee takes away", "[property][rebalance]") {
  CaseShape shape;
  shape.small_integers = true;
  shape.most_assets = 4;
  shape.most_accounts = 2;
  shape.sharing = false;
  shape.switches = false;
  shape.harvest = false;
  int looked_at = 0;
  for (std::uint64_t seed = 0; seed < case_count(kUsefulCases.here()); ++seed) {
    RandomCase random = random_case(seed, shape);
    random.request.trigger = PlanRequest::Trigger::kAlways;
    const Result<Plan> result = make_plan(random.portfolio, random.policy, random.request);
    INFO("seed " << seed << " " << case_text(random));
    REQUIRE(result.ok());
    const Plan& plan = result.value();
    const double drift = Ending(random, plan).chi_square();
    for (std::size_t one = 0; one < plan.trades.size(); ++one) {
      for (std::size_t two = one; two < plan.trades.size(); ++two) {
        const bool related =
            plan.trades[one].account == plan.trades[two].account || plan.trades[one].asset == plan.trades[two].asset;
        if (!related) continue;
        if (!may_be_taken_back(random, plan.trades[one]) || !may_be_taken_back(random, plan.trades[two])) continue;
        Ending without(random, plan);
        without.take_back(plan.trades[one]);
        if (two != one) without.take_back(plan.trades[two]);
        if (!without.is_possible()) continue;
        ++looked_at;
        CAPTURE(one, two);
        CHECK(without.chi_square() >= drift - 1e-9);
      }
    }
  }
  CHECK(static_cast<std::uint64_t>(looked_at) * 4 > case_count(kUsefulCases.here()));
}
