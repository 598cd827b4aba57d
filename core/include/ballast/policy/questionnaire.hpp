// The questions of the risk profile, in our own words. Each has three to five answers, from the most careful to the
// most daring; an answer is known by its place, 0 is the most careful one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace ballast {

/// What a question is about: how much loss somebody is willing to see, how much they could bear, what it is for.
enum class ProfilePart : std::uint8_t { kTolerance, kCapacity, kGoal };

struct Question {
  std::string_view id;  ///< stable, for programs
  ProfilePart part = ProfilePart::kTolerance;
  std::string_view text;
  std::span<const std::string_view> answers;
};

inline constexpr std::size_t kLeastAnswers = 3;
inline constexpr std::size_t kMostAnswers = 5;

/// All questions: tolerance, then capacity, then exactly one about the goal.
[[nodiscard]] std::span<const Question> questionnaire();

/// Its place in `questionnaire()`.
[[nodiscard]] std::optional<std::size_t> find_question(std::string_view id);

/// "tolerance", "capacity", "goal".
[[nodiscard]] std::string_view part_name(ProfilePart part);

}  // namespace ballast
