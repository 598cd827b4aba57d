// Any bytes as a document and a request: plan.
#include "promises/plan.hpp"

#include "ballast/app/commands.hpp"
#include "commands.hpp"
#include "promises/reply.hpp"
#include "support/looked_at.hpp"

using namespace ballast;
using namespace ballast::fuzz;

void ballast::fuzz::fuzz_plan(std::string_view text) {
  const Input input = split_input(text);
  const Json reply = checked_reply([&] { return plan_command(input.document, input.request); }, input);
  if (!is_ok(reply)) return;
  const Json request = input.request.empty() ? Json::object() : Json::parse(input.request);
  check_plan(reply.at("value"), looked_at(Json::parse(input.document)), request);
}
