// Any bytes as a document and what was done: carry_out.
#include "ballast/app/commands.hpp"
#include "commands.hpp"
#include "promises/execution.hpp"
#include "promises/reply.hpp"

using namespace ballast;
using namespace ballast::fuzz;

void ballast::fuzz::fuzz_carry_out(std::string_view text) {
  const Input input = split_input(text);
  const Json reply = checked_reply([&] { return carry_out_command(input.document, input.request); }, input);
  if (!is_ok(reply)) return;
  const Json request = input.request.empty() ? Json::object() : Json::parse(input.request);
  check_execution(reply.at("value"), Json::parse(input.document), request);
}
