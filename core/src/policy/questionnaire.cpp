#include "ballast/policy/questionnaire.hpp"

#include <algorithm>
#include <array>

namespace ballast {
namespace {

using Text = std::string_view;

// Tolerance. The themes (a fall that has happened, a choice between a sure and an uncertain gain, what a loss feels
// like, how others see one, what one has done before) are those of the field; the words and figures are ours.
constexpr auto kFall = std::to_array<Text>({
    "Sell all of it, so that nothing more is lost",
    "Sell a part of it",
    "Wait and change nothing",
    "Keep to the plan, and buy if the plan says so",
    "Buy more than the plan says",
});
constexpr auto kSureOrMore = std::to_array<Text>({
    "1,000 for certain",
    "An even chance of 2,500 or nothing",
    "One chance in four of 6,000, otherwise nothing",
    "One chance in ten of 20,000, otherwise nothing",
});
constexpr auto kWorstYear = std::to_array<Text>({
    "None",
    "Up to a tenth",
    "Up to a quarter",
    "Up to a half",
    "More than a half",
});
constexpr auto kDailyMoves = std::to_array<Text>({
    "I would look many times a day and sleep badly",
    "I would be uneasy until they are over",
    "I would notice them and go on with my day",
    "I would hardly look",
});
constexpr auto kPast = std::to_array<Text>({
    "I never held anything that can lose value",
    "I held such things and sold after a loss",
    "I held such things, and none has fallen by a third yet",
    "I held such things through a fall of a third or more",
});

// Capacity.
constexpr auto kIncome = std::to_array<Text>({
    "There is none, or it may stop at any time",
    "It goes up and down a lot",
    "It is fairly steady",
    "It is secure for years",
});
constexpr auto kReserveMonths = std::to_array<Text>({
    "Less than one month",
    "One to three months",
    "Three to six months",
    "Six to twelve months",
    "More than a year",
});
constexpr auto kShareOfWealth = std::to_array<Text>({
    "Nearly all of it",
    "More than a half",
    "A quarter to a half",
    "A tenth to a quarter",
    "Less than a tenth",
});
constexpr auto kObligations = std::to_array<Text>({
    "People depend on my money, and I have large debts",
    "Either people depend on it, or I have large debts",
    "Small debts only, and nobody depends on it",
    "No debts, and nobody depends on it",
});

// Goal.
constexpr auto kPurpose = std::to_array<Text>({
    "To keep what there is",
    "To give a regular income",
    "To grow steadily",
    "To grow as much as it can, at the price of large losses on the way",
});

constexpr auto kQuestions = std::to_array<Question>({
    {"fall", ProfilePart::kTolerance, "In one month, what you hold loses a third of its value. What do you do?", kFall},
    {"sure_or_more", ProfilePart::kTolerance, "Which of these would you take?", kSureOrMore},
    {"worst_year", ProfilePart::kTolerance, "What loss in one year could you see without giving up your plan?",
     kWorstYear},
    {"daily_moves", ProfilePart::kTolerance, "Prices move by a tenth every day for two weeks. How would you live?",
     kDailyMoves},
    {"past", ProfilePart::kTolerance, "What have you done until now?", kPast},
    {"income", ProfilePart::kCapacity, "How certain is the income you live on?", kIncome},
    {"reserve_months", ProfilePart::kCapacity, "How long could you live on money kept apart from what is planned here?",
     kReserveMonths},
    {"share_of_wealth", ProfilePart::kCapacity, "How much of all that you own is planned here?", kShareOfWealth},
    {"obligations", ProfilePart::kCapacity, "Who and what depends on your money?", kObligations},
    {"purpose", ProfilePart::kGoal, "What is this money for?", kPurpose},
});

}  // namespace

std::span<const Question> questionnaire() { return kQuestions; }

std::optional<std::size_t> find_question(std::string_view id) {
  const auto* const at =
      std::find_if(kQuestions.begin(), kQuestions.end(), [&](const Question& q) { return q.id == id; });
  if (at == kQuestions.end()) return std::nullopt;
  return static_cast<std::size_t>(at - kQuestions.begin());
}

std::string_view part_name(ProfilePart part) {
  switch (part) {
    case ProfilePart::kTolerance:
      return "tolerance";
    case ProfilePart::kCapacity:
      return "capacity";
    case ProfilePart::kGoal:
      break;
  }
  return "goal";
}

}  // namespace ballast
