// Any bytes as a document and a request: analyze.
#include "ballast/app/commands.hpp"
#include "commands.hpp"
#include "promises/analysis.hpp"
#include "promises/reply.hpp"
#include "support/looked_at.hpp"

using namespace ballast;
using namespace ballast::fuzz;

void ballast::fuzz::fuzz_analyze(std::string_view text) {
  const Input input = split_input(text);
  const Json reply = checked_reply([&] { return analyze_command(input.document, input.request); }, input);
  if (!is_ok(reply)) return;
  const Json request = input.request.empty() ? Json::object() : Json::parse(input.request);
  check_analysis(reply.at("value"), looked_at(Json::parse(input.document)), request);
}
