#include "ballast/policy/risk_profile.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "ballast/policy/questionnaire.hpp"

namespace ballast {
namespace {

constexpr int kShownDigits = 4;
constexpr int kPerCentDigits = 2;

// answer / (count - 1) is a whole number of twelfths for three, four and five answers, so the mean is rounded once.
constexpr std::int64_t kTwelfths = 12;
static_assert(kLeastAnswers == 3 && kMostAnswers == 5);

Decimal mean_of(ProfilePart part, std::span<const int> answers) {
  const std::span<const Question> questions = questionnaire();
  std::int64_t twelfths = 0;
  std::int64_t count = 0;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (questions[i].part != part) continue;
    twelfths += answers[i] * (kTwelfths / (static_cast<std::int64_t>(questions[i].answers.size()) - 1));
    ++count;
  }
  return divide(Decimal::from_integer(twelfths), Decimal::from_integer(kTwelfths * count), Rounding::kHalfEven,
                kShownDigits);
}

Decimal whole(Decimal share) {
  return round_to_multiple(share, Decimal::smallest(kPerCentDigits), Rounding::kHalfEven);
}

}  // namespace

Decimal base_risk(Decimal tolerance, Decimal capacity, const ProfileConstants& constants) {
  const Decimal& k = constants.tolerance_weight;
  const Decimal mean = multiply(k, tolerance, Rounding::kDown) + multiply(kOne - k, capacity, Rounding::kDown);
  return std::min(mean, capacity + constants.slack_over_capacity);
}

ProfileMix exact_mix(Decimal risk, const ProfileConstants& constants) {
  ProfileMix mix;
  const Decimal range = constants.reserve_at_none - constants.reserve_at_full;
  mix.reserve = constants.reserve_at_none - multiply(range, risk, Rounding::kHalfEven);
  const Decimal rest = kOne - mix.reserve;
  // Rounded down, so that small and medium together are never more than the rest.
  const auto part = [&](Decimal at_full) {
    return multiply(multiply(rest, at_full, Rounding::kDown), risk, Rounding::kDown);
  };
  mix.small = part(constants.small_at_full);
  mix.medium = part(constants.medium_at_full);
  mix.large = rest - mix.small - mix.medium;
  return mix;
}

ProfileMix whole_per_cent(const ProfileMix& mix) {
  const Decimal reserve = whole(mix.reserve);
  const Decimal with_large = whole(mix.reserve + mix.large);
  const Decimal with_medium = whole(mix.reserve + mix.large + mix.medium);
  return {reserve, with_large - reserve, with_medium - with_large, kOne - with_medium};
}

RiskProfile score_profile(std::span<const int> answers, Decimal horizon_years, const ProfileConstants& constants) {
  RiskProfile profile;
  profile.tolerance = mean_of(ProfilePart::kTolerance, answers);
  profile.capacity = mean_of(ProfilePart::kCapacity, answers);
  profile.goal = mean_of(ProfilePart::kGoal, answers);
  profile.horizon =
      divide(horizon_years, horizon_years + constants.horizon_scale_years, Rounding::kHalfEven, kShownDigits);

  // (1 + goal) / 2 * horizon has at most nine decimals: only the last product is rounded.
  const Decimal half = divide(kOne + profile.goal, Decimal::from_integer(2), Rounding::kHalfEven);
  const Decimal factor = multiply(half, profile.horizon, Rounding::kHalfEven);
  profile.risk =
      multiply(base_risk(profile.tolerance, profile.capacity, constants), factor, Rounding::kHalfEven, kShownDigits);
  profile.mix = whole_per_cent(exact_mix(profile.risk, constants));
  return profile;
}

}  // namespace ballast
