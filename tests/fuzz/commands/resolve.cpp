// Any bytes as a document with rules: resolve, and again with the relaxation that is offered where rules conflict.
#include "ballast/app/commands.hpp"
#include "commands.hpp"
#include "promises/reply.hpp"
#include "promises/resolution.hpp"
#include "support/broken.hpp"
#include "support/looked_at.hpp"

using namespace ballast;
using namespace ballast::fuzz;

void ballast::fuzz::fuzz_resolve(std::string_view text) {
  const Input input{std::string(text), ""};
  const Json reply = checked_reply([&] { return resolve_command(input.document); }, input);
  if (!is_ok(reply)) return;
  const Json document = Json::parse(input.document);
  check_resolution(reply.at("value"), looked_at(document));
  if (const auto relaxed = relaxed_document(reply.at("value"), document)) {
    const Json again = checked_reply([&] { return resolve_command(*relaxed); }, {*relaxed, ""});
    if (!is_ok(again)) broken("a relaxed document is valid", again.dump());
    if (again.at("value").at("status") != "resolved") broken("relaxed rules can be kept", *relaxed);
  }
}
