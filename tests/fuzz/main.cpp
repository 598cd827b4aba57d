// One program for all that is fuzzed, for what takes time is compiling: FUZZ_COMMAND says which.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "commands/commands.hpp"
#include "support/input.hpp"

using namespace ballast::fuzz;

namespace {

using Command = void (*)(std::string_view);

constexpr std::array<std::pair<std::string_view, Command>, 6> kCommands{{
    {"analyze", fuzz_analyze},
    {"carry_out", fuzz_carry_out},
    {"document", fuzz_document},
    {"plan", fuzz_plan},
    {"profile", fuzz_profile},
    {"resolve", fuzz_resolve},
}};

Command chosen() {
  const char* const name = std::getenv("FUZZ_COMMAND");
  for (const auto& [known, command] : kCommands) {
    if (name != nullptr && name == known) return command;
  }
  std::fputs("FUZZ_COMMAND is analyze, carry_out, document, plan, profile or resolve\n", stderr);
  std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Command command = chosen();
  command(text_of(bytes, size));
  return 0;
}
