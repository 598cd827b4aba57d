// Any bytes as the answers to the questionnaire: profile.
#include "promises/profile.hpp"

#include "ballast/app/commands.hpp"
#include "commands.hpp"
#include "promises/reply.hpp"

using namespace ballast;
using namespace ballast::fuzz;

void ballast::fuzz::fuzz_profile(std::string_view text) {
  const Input input{"", std::string(text)};
  const Json reply = checked_reply([&] { return profile_command(input.request); }, input);
  if (is_ok(reply)) check_profile(reply.at("value"));
}
