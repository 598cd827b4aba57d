#include "promises/reply.hpp"

#include <algorithm>
#include <set>

#include "ballast/app/commands.hpp"
#include "support/broken.hpp"

namespace ballast::fuzz {
namespace {

std::set<std::string> codes_of(const char* list) {
  std::set<std::string> codes;
  const Json description = Json::parse(describe_command());
  for (const Json& entry : description.at("value").at(list)) codes.insert(entry.at("code").get<std::string>());
  return codes;
}

bool is_known(const Json& error) {
  static const std::set<std::string> kCodes = codes_of("error_codes");
  return kCodes.contains(error.at("code").get<std::string>());
}

bool is_reason(const std::string& code) {
  static const std::set<std::string> kCodes = codes_of("reason_codes");
  return kCodes.contains(code);
}

void check_error(const Json& error, const Input& input) {
  const std::string code = error.at("code");
  const std::string source = error.at("source");
  const std::string pointer = error.at("pointer");
  if (!is_known(error)) broken("an error has a known code", error.dump());
  if (source == "engine") broken("no input is a fault of the engine's", error.dump());
  if (error.at("message").get<std::string>().empty()) broken("an error has words", error.dump());
  for (const Json& parameter : error.at("parameters")) must(parameter.is_string(), "a parameter is a text");
  // A text that is no JSON, or that has a key twice, has no places of its own.
  if (code.starts_with("text/")) return;
  const std::string& text = source == "document" ? input.document : input.request;
  const Json json = text.empty() ? Json::object() : Json::parse(text, nullptr, false);
  if (json.is_discarded()) broken("a text with errors of its content is JSON", error.dump());
  if (!leads_somewhere(pointer, json)) broken("the pointer of an error leads somewhere", error.dump());
}

}  // namespace

bool is_ok(const Json& reply) { return reply.at("ok").get<bool>(); }

bool is_too_large(const Json& reply) {
  const Json& errors = reply.at("errors");
  return std::all_of(errors.begin(), errors.end(),
                     [](const Json& error) { return error.at("code") == "number/total_too_large"; });
}

bool leads_somewhere(const std::string& pointer, const Json& text) {
  return text.contains(Json::json_pointer(pointer));
}

void check_notices(const Json& notices, const Json& document) {
  for (const Json& notice : notices) {
    if (!is_reason(notice.at("code"))) broken("a notice has a known code", notice.dump());
    if (!leads_somewhere(notice.at("pointer"), document)) broken("a notice leads somewhere", notice.dump());
  }
}

Json checked_reply(const std::function<std::string()>& command, const Input& input) {
  const std::string text = command();
  must(command() == text, "the same input twice gives the same bytes");
  const Json reply = Json::parse(text, nullptr, false);
  if (!reply.is_object() || reply.size() != 2) broken("a reply is an object of two members", text);
  const bool ok = is_ok(reply);
  must(reply.contains(ok ? "value" : "errors"), "a reply has a value or errors");
  if (ok) return reply;
  must(!reply.at("errors").empty(), "who refuses says why");
  for (const Json& error : reply.at("errors")) check_error(error, input);
  return reply;
}

}  // namespace ballast::fuzz
