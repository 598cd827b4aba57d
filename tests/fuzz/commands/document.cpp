// Any bytes as a document: validate and summarize.
#include "ballast/app/commands.hpp"
#include "commands.hpp"
#include "promises/reply.hpp"
#include "promises/summary.hpp"
#include "support/broken.hpp"
#include "support/looked_at.hpp"

using namespace ballast;
using namespace ballast::fuzz;

void ballast::fuzz::fuzz_document(std::string_view text) {
  const Input input{std::string(text), ""};
  const Json validation = checked_reply([&] { return validate_command(input.document); }, input);
  const Json summary = checked_reply([&] { return summarize_command(input.document); }, input);
  if (is_ok(validation) != is_ok(summary)) {
    must(is_ok(validation) && is_too_large(summary), "a valid document has a summary, unless amounts leave the range");
  }
  if (!is_ok(summary)) return;
  const Json document = Json::parse(input.document);
  must(validation.at("value").at("notices") == summary.at("value").at("notices"), "both give the same notices");
  check_summary(summary.at("value"), looked_at(document));
}
