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
std::string resolve(const std::string& document) { return ballast::resolve_command(document); }
std::string analyze(const std::string& document, const std::string& request) {
  return ballast::analyze_command(document, request);
}
std::string carry_out(const std::string& document, const std::string& request) {
  return ballast::carry_out_command(document, request);
}
std::string profile(const std::string& request) { return ballast::profile_command(request); }

}  // namespace

EMSCRIPTEN_BINDINGS(ballast) {
  emscripten::function("describe", &describe);
  emscripten::function("validate", &validate);
  emscripten::function("summarize", &summarize);
  emscripten::function("plan", &plan);
  emscripten::function("resolve", &resolve);
  emscripten::function("analyze", &analyze);
  emscripten::function("carryOut", &carry_out);
  emscripten::function("profile", &profile);
}
