// Any bytes as a document and what was done: carry_out.
#include "ballast/app/commands.hpp"
#include "promises/execution.hpp"
#include "promises/reply.hpp"

using namespace ballast;
using namespace ballast::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const Input input = split_input(text_of(bytes, size));
  const Json reply = checked_reply([&] { return carry_out_command(input.document, input.request); }, input);
  if (!is_ok(reply)) return 0;
  const Json request = input.request.empty() ? Json::object() : Json::parse(input.request);
  check_execution(reply.at("value"), Json::parse(input.document), request);
  return 0;
}
