// What JavaScript sees of the core: one function per command, text in and text out. Nothing else crosses.
#include <emscripten/bind.h>

#include <string>

#include "ballast/app/commands.hpp"

namespace {

std::string describe() { return ballast::describe_command(); }
std::string validate(const std::string& document) { return ballast::validate_command(document); }
std::string summarize(const std::string& document) { return ballast::summarize_command(document); }
std::string plan(const std::string& document, const std::string& request) {
  return ballast::plan_command(document, request);
}

}  // namespace

EMSCRIPTEN_BINDINGS(ballast) {
  emscripten::function("describe", &describe);
  emscripten::function("validate", &validate);
  emscripten::function("summarize", &summarize);
  emscripten::function("plan", &plan);
}
