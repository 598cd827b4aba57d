// Any bytes as the answers to the questionnaire: profile.
#include "ballast/app/commands.hpp"
#include "promises/profile.hpp"
#include "promises/reply.hpp"

using namespace ballast;
using namespace ballast::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const Input input{"", std::string(text_of(bytes, size))};
  const Json reply = checked_reply([&] { return profile_command(input.request); }, input);
  if (is_ok(reply)) check_profile(reply.at("value"));
  return 0;
}
