// Figures worked out by hand from the formulas in the header.
#include "ballast/policy/risk_profile.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string_view>
#include <vector>

#include "../money/decimal_literals.hpp"
#include "ballast/policy/questionnaire.hpp"

namespace ballast {
namespace {

std::vector<int> careful() { return std::vector<int>(questionnaire().size(), 0); }

std::vector<int> daring() {
  std::vector<int> out;
  for (const Question& question : questionnaire()) out.push_back(static_cast<int>(question.answers.size()) - 1);
  return out;
}

void check_mix(const ProfileMix& mix, Decimal reserve, Decimal large, Decimal medium, Decimal small) {
  CHECK(mix.reserve == reserve);
  CHECK(mix.large == large);
  CHECK(mix.medium == medium);
  CHECK(mix.small == small);
  CHECK(mix.reserve + mix.large + mix.medium + mix.small == "1"_d);
}

TEST_CASE("the questionnaire is complete and orderly", "[policy][questionnaire]") {
  std::set<std::string_view> ids;
  std::set<std::string_view> texts;
  int parts[3] = {0, 0, 0};
  ProfilePart last = ProfilePart::kTolerance;
  for (std::size_t i = 0; i < questionnaire().size(); ++i) {
    const Question& question = questionnaire()[i];
    CAPTURE(question.id);
    CHECK(ids.insert(question.id).second);
    CHECK(texts.insert(question.text).second);
    CHECK(question.text.back() != ' ');
    CHECK((question.answers.size() >= kLeastAnswers && question.answers.size() <= kMostAnswers));
    CHECK(std::set<std::string_view>(question.answers.begin(), question.answers.end()).size() ==
          question.answers.size());
    CHECK(question.part >= last);
    last = question.part;
    ++parts[static_cast<int>(question.part)];
    CHECK(find_question(question.id) == i);
  }
  CHECK(parts[0] == 5);
  CHECK(parts[1] == 4);
  CHECK(parts[2] == 1);
  CHECK_FALSE(find_question("").has_value());
  CHECK_FALSE(find_question("Fall").has_value());
}

TEST_CASE("the questionnaire does not say what to do", "[policy][questionnaire]") {
  for (const Question& question : questionnaire()) {
    for (const std::string_view word : {"recommend", "advise", "best", "should", "right answer"}) {
      CHECK(question.text.find(word) == std::string_view::npos);
      for (const std::string_view answer : question.answers) CHECK(answer.find(word) == std::string_view::npos);
    }
  }
}

TEST_CASE("only careful answers: no risk, all reserve, however long the horizon", "[policy][risk_profile]") {
  const RiskProfile profile = score_profile(careful(), "100"_d, {});
  CHECK(profile.tolerance == "0"_d);
  CHECK(profile.capacity == "0"_d);
  CHECK(profile.goal == "0"_d);
  CHECK(profile.horizon == "0.9524"_d);  // 100/105 = 0.95238…
  CHECK(profile.risk == "0"_d);
  check_mix(profile.mix, "1"_d, "0"_d, "0"_d, "0"_d);
}

TEST_CASE("money that is needed now cannot be at risk", "[policy][risk_profile]") {
  const RiskProfile profile = score_profile(daring(), "0"_d, {});
  CHECK(profile.tolerance == "1"_d);
  CHECK(profile.capacity == "1"_d);
  CHECK(profile.goal == "1"_d);
  CHECK(profile.horizon == "0"_d);
  CHECK(profile.risk == "0"_d);
  check_mix(profile.mix, "1"_d, "0"_d, "0"_d, "0"_d);
}

TEST_CASE("only daring answers and a hundred years", "[policy][risk_profile]") {
  // reserve 1 - 0.9 * 0.9524 = 0.14284; rest 0.85716; small 0.85716 * 0.15 * 0.9524 = 0.1224538776;
  // medium 0.85716 * 0.25 * 0.9524 = 0.204089796; large 0.5306163264.
  // Sums 0.14284, 0.6734563264, 0.8775461224 -> 14, 67, 88, 100.
  const RiskProfile profile = score_profile(daring(), "100"_d, {});
  CHECK(profile.risk == "0.9524"_d);
  const ProfileMix exact = exact_mix(profile.risk, {});
  check_mix(exact, "0.14284"_d, "0.5306163264"_d, "0.204089796"_d, "0.1224538776"_d);
  check_mix(profile.mix, "0.14"_d, "0.53"_d, "0.21"_d, "0.12"_d);
}

TEST_CASE("answers in between", "[policy][risk_profile]") {
  // Tolerance (2/4 + 1/3 + 2/4 + 2/3 + 3/3) / 5 = 0.6; capacity (2/3 + 3/4 + 3/4 + 1/3) / 4 = 0.625; goal 2/3;
  // horizon 10/15. Base min(0.3 + 0.3125, 0.725) = 0.6125; (1.6667 / 2) * 0.6667 = 0.555594445;
  // risk 0.6125 * 0.555594445 = 0.34030… Reserve 1 - 0.9 * 0.3403 = 0.69373, rest 0.30627;
  // small 0.0459405 * 0.3403 = 0.01563355215, medium 0.0765675 * 0.3403 = 0.02605592025.
  // Sums 0.69373, 0.9583105276, 0.98436644785 -> 69, 96, 98, 100.
  const std::vector<int> answers = {2, 1, 2, 2, 3, 2, 3, 3, 1, 2};
  const RiskProfile profile = score_profile(answers, "10"_d, {});
  CHECK(profile.tolerance == "0.6"_d);
  CHECK(profile.capacity == "0.625"_d);
  CHECK(profile.goal == "0.6667"_d);
  CHECK(profile.horizon == "0.6667"_d);
  CHECK(profile.risk == "0.3403"_d);
  check_mix(exact_mix(profile.risk, {}), "0.69373"_d, "0.2645805276"_d, "0.02605592025"_d, "0.01563355215"_d);
  check_mix(profile.mix, "0.69"_d, "0.27"_d, "0.02"_d, "0.02"_d);
}

TEST_CASE("what cannot be borne limits what somebody would dare", "[policy][risk_profile]") {
  CHECK(base_risk("1"_d, "0"_d, {}) == "0.1"_d);    // not the mean, 0.5
  CHECK(base_risk("1"_d, "0.5"_d, {}) == "0.6"_d);  // not 0.75
  CHECK(base_risk("1"_d, "0.8"_d, {}) == "0.9"_d);  // where both agree
  CHECK(base_risk("0"_d, "1"_d, {}) == "0.5"_d);
  ProfileConstants constants;
  constants.tolerance_weight = "1"_d;
  constants.slack_over_capacity = "0"_d;
  CHECK(base_risk("0.7"_d, "0.3"_d, constants) == "0.3"_d);
  CHECK(base_risk("0.2"_d, "0.3"_d, constants) == "0.2"_d);

  // Daring, with no capacity, in 5 years: 0.1 * 1 * 5/10 = 0.05; reserve 1 - 0.045 = 0.955, a tie that goes to 96;
  // with large 0.955 + 0.0441 = 0.9991 -> 100.
  std::vector<int> answers = daring();
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (questionnaire()[i].part == ProfilePart::kCapacity) answers[i] = 0;
  }
  const RiskProfile profile = score_profile(answers, "5"_d, {});
  CHECK(profile.risk == "0.05"_d);
  check_mix(exact_mix(profile.risk, {}), "0.955"_d, "0.0441"_d, "0.0005625"_d, "0.0003375"_d);
  check_mix(profile.mix, "0.96"_d, "0.04"_d, "0"_d, "0"_d);
}

TEST_CASE("half of what a long horizon does is done after the scale", "[policy][risk_profile]") {
  ProfileConstants constants;
  constants.horizon_scale_years = "7.5"_d;
  CHECK(score_profile(daring(), "7.5"_d, constants).horizon == "0.5"_d);
  CHECK(score_profile(daring(), "2.5"_d, constants).horizon == "0.25"_d);
  CHECK(score_profile(daring(), "22.5"_d, constants).horizon == "0.75"_d);
  constants.horizon_scale_years = kMaximum;
  CHECK(score_profile(daring(), "100"_d, constants).horizon == "0"_d);
  constants.horizon_scale_years = Decimal::smallest(18);
  CHECK(score_profile(daring(), "100"_d, constants).horizon == "1"_d);
}

TEST_CASE("the ends of the mix are the constants", "[policy][risk_profile]") {
  ProfileConstants constants;
  constants.reserve_at_none = "0.8"_d;
  constants.reserve_at_full = "0.2"_d;
  constants.small_at_full = "0.25"_d;
  constants.medium_at_full = "0.75"_d;
  check_mix(exact_mix("0"_d, constants), "0.8"_d, "0.2"_d, "0"_d, "0"_d);
  check_mix(exact_mix("1"_d, constants), "0.2"_d, "0"_d, "0.6"_d, "0.2"_d);
  check_mix(exact_mix("0.5"_d, constants), "0.5"_d, "0.25"_d, "0.1875"_d, "0.0625"_d);
}

TEST_CASE("sums are rounded, not shares", "[policy][risk_profile]") {
  // 0.504, 0.804, 0.904 -> 50, 80, 90. Largest remainders would give the odd per cent to the first.
  check_mix(whole_per_cent({"0.504"_d, "0.3"_d, "0.1"_d, "0.096"_d}), "0.5"_d, "0.3"_d, "0.1"_d, "0.1"_d);
  // 0.333, 0.666, 0.999 -> 33, 67, 100
  check_mix(whole_per_cent({"0.333"_d, "0.333"_d, "0.333"_d, "0.001"_d}), "0.33"_d, "0.34"_d, "0.33"_d, "0"_d);
}

TEST_CASE("with more risk there is never more reserve, at every step and after rounding", "[policy][risk_profile]") {
  ProfileConstants flat;
  flat.reserve_at_none = flat.reserve_at_full = "0.555"_d;
  ProfileConstants odd;
  odd.reserve_at_none = "0.987654321"_d;
  odd.reserve_at_full = "0.012345678"_d;
  odd.small_at_full = "0.333333333333333333"_d;
  odd.medium_at_full = "0.666666666666666667"_d;
  for (const ProfileConstants& constants : {ProfileConstants{}, flat, odd}) {
    ProfileMix before = exact_mix("0"_d, constants);
    for (int i = 1; i <= 10'000; ++i) {
      const ProfileMix mix = exact_mix(Decimal::from_units(Int128{100'000'000'000'000} * i), constants);
      const ProfileMix shown = whole_per_cent(mix);
      const ProfileMix shown_before = whole_per_cent(before);
      REQUIRE(mix.reserve <= before.reserve);
      REQUIRE(mix.small >= before.small);
      REQUIRE(mix.medium >= before.medium);
      REQUIRE(shown.reserve <= shown_before.reserve);
      REQUIRE(shown.small >= shown_before.small);
      REQUIRE(shown.small + shown.medium >= shown_before.small + shown_before.medium);
      REQUIRE(mix.large.sign() >= 0);
      before = mix;
    }
  }
}

}  // namespace
}  // namespace ballast
