// The risk profile on random answers and constants: every part moves risk in one direction only, figures are shares,
// and they are what the formula gives in doubles.
#include "ballast/policy/risk_profile.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "ballast/policy/questionnaire.hpp"

// clang-format off: rapidcheck's bridge asks for Catch2's header before it
#include <rapidcheck.h>
#include <rapidcheck/catch.h>
// clang-format on

using namespace ballast;

namespace {

Decimal share_between(Decimal low, Decimal high) {
  const std::int64_t range = static_cast<std::int64_t>((high - low).units());
  return low + Decimal::from_units(*rc::gen::inRange<std::int64_t>(0, range + 1));
}

ProfileConstants any_constants() {
  ProfileConstants out;
  out.tolerance_weight = share_between({}, kOne);
  out.slack_over_capacity = share_between({}, kOne);
  out.horizon_scale_years = Decimal::from_units(*rc::gen::inRange<std::int64_t>(1, 4'000'000'000'000'000'000)) +
                            Decimal::from_integer(*rc::gen::inRange<std::int64_t>(0, 50));
  out.reserve_at_none = share_between({}, kOne);
  out.reserve_at_full = share_between({}, out.reserve_at_none);
  out.small_at_full = share_between({}, kOne);
  out.medium_at_full = share_between({}, kOne - out.small_at_full);
  return out;
}

std::vector<int> any_answers() {
  std::vector<int> out;
  for (const Question& question : questionnaire()) {
    out.push_back(*rc::gen::inRange(0, static_cast<int>(question.answers.size())));
  }
  return out;
}

Decimal any_years() {
  return share_between({}, Decimal::from_integer(1)) + Decimal::from_integer(*rc::gen::inRange(0, 100));
}

double mean(ProfilePart part, const std::vector<int>& answers) {
  double sum = 0;
  int count = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Question& question = questionnaire()[i];
    if (question.part != part) continue;
    sum += answers[i] / (static_cast<double>(question.answers.size()) - 1);
    ++count;
  }
  return sum / count;
}

bool near(Decimal figure, double expected, double tolerance) {
  return std::fabs(figure.to_double() - expected) <= tolerance;
}

bool is_no_riskier(const RiskProfile& a, const RiskProfile& b) {
  return a.risk <= b.risk && a.mix.reserve >= b.mix.reserve && a.mix.small <= b.mix.small &&
         a.mix.small + a.mix.medium <= b.mix.small + b.mix.medium;
}

}  // namespace

TEST_CASE("Laws of the risk profile", "[property][policy]") {
  rc::prop("shares are shares, and the mix is the whole in whole per cent", [] {
    const RiskProfile profile = score_profile(any_answers(), any_years(), any_constants());
    for (const Decimal part : {profile.tolerance, profile.capacity, profile.goal, profile.horizon, profile.risk}) {
      RC_ASSERT(part.sign() >= 0);
      RC_ASSERT(part <= kOne);
      RC_ASSERT(round_to_multiple(part, Decimal::smallest(4), Rounding::kDown) == part);
    }
    const ProfileMix& mix = profile.mix;
    for (const Decimal part : {mix.reserve, mix.large, mix.medium, mix.small}) {
      RC_ASSERT(part.sign() >= 0);
      RC_ASSERT(round_to_multiple(part, Decimal::smallest(2), Rounding::kDown) == part);
    }
    RC_ASSERT(mix.reserve + mix.large + mix.medium + mix.small == kOne);
  });

  rc::prop("a more daring answer never lowers the risk", [] {
    const ProfileConstants constants = any_constants();
    const Decimal years = any_years();
    const std::vector<int> answers = any_answers();
    std::vector<int> bolder = answers;
    const auto changed = *rc::gen::inRange<std::size_t>(0, answers.size());
    bolder[changed] = static_cast<int>(questionnaire()[changed].answers.size()) - 1;
    RC_ASSERT(is_no_riskier(score_profile(answers, years, constants), score_profile(bolder, years, constants)));
  });

  rc::prop("a longer horizon never lowers the risk", [] {
    const ProfileConstants constants = any_constants();
    const std::vector<int> answers = any_answers();
    const Decimal a = any_years();
    const Decimal b = any_years();
    RC_ASSERT(is_no_riskier(score_profile(answers, std::min(a, b), constants),
                            score_profile(answers, std::max(a, b), constants)));
  });

  rc::prop("risk is never above what can be borne by more than the slack", [] {
    const ProfileConstants constants = any_constants();
    const RiskProfile profile = score_profile(any_answers(), any_years(), constants);
    // Both are rounded to four decimals.
    RC_ASSERT(profile.risk <= profile.capacity + constants.slack_over_capacity + Decimal::smallest(4));
  });

  rc::prop("the figures are those of the formula in doubles", [] {
    const ProfileConstants constants = any_constants();
    const std::vector<int> answers = any_answers();
    const Decimal years = any_years();
    const RiskProfile profile = score_profile(answers, years, constants);
    const double tolerance = mean(ProfilePart::kTolerance, answers);
    const double capacity = mean(ProfilePart::kCapacity, answers);
    const double goal = mean(ProfilePart::kGoal, answers);
    const double horizon = years.to_double() / (years.to_double() + constants.horizon_scale_years.to_double());
    constexpr double kRounded = 0.5001e-4;
    RC_ASSERT(near(profile.tolerance, tolerance, kRounded));
    RC_ASSERT(near(profile.capacity, capacity, kRounded));
    RC_ASSERT(near(profile.goal, goal, kRounded));
    RC_ASSERT(near(profile.horizon, horizon, kRounded));
    const double k = constants.tolerance_weight.to_double();
    const double base =
        std::min(k * tolerance + (1 - k) * capacity, capacity + constants.slack_over_capacity.to_double());
    // Four rounded figures go into it, each with a slope of at most 1, and it is rounded itself.
    RC_ASSERT(near(profile.risk, base * (1 + goal) / 2 * horizon, 5 * kRounded));

    const double risk = profile.risk.to_double();
    const double none = constants.reserve_at_none.to_double();
    const double reserve = none - (none - constants.reserve_at_full.to_double()) * risk;
    const double small = (1 - reserve) * constants.small_at_full.to_double() * risk;
    const double medium = (1 - reserve) * constants.medium_at_full.to_double() * risk;
    constexpr double kPoint = 0.01 + 1e-12;  // the difference of two sums, each rounded by half a point
    RC_ASSERT(near(profile.mix.reserve, reserve, kPoint / 2));
    RC_ASSERT(near(profile.mix.small, small, kPoint / 2));
    RC_ASSERT(near(profile.mix.medium, medium, kPoint));
    RC_ASSERT(near(profile.mix.large, 1 - reserve - small - medium, kPoint));
  });
}
