#include "generated_errors.hpp"

#include <utility>

#include "ballast/base/limits.hpp"
#include "ballast/base/message_table.hpp"

namespace ballast {
namespace {

constexpr const char* kSmallDocument = R"({"format":"ballast","version":1,"base_currency":"USD","assets":[],)"
                                       R"("accounts":[{"id":"x","cash":"100","holdings":[]}],"policy":{"targets":[]}})";

std::string repeated(const std::string& text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

template <typename Item>
std::string list_of(std::size_t count, Item item) {
  std::string out = "[";
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : ",") + item(i);
  return out + "]";
}

std::string document_with(const std::string& assets, const std::string& accounts) {
  return R"({"format":"ballast","version":1,"base_currency":"USD","assets":)" + assets + R"(,"accounts":)" + accounts +
         R"(,"policy":{"targets":[]}})";
}

std::string asset(std::size_t i) { return R"({"id":"a)" + std::to_string(i) + R"(","symbol":"A","price":"1"})"; }
std::string empty_account(std::size_t i) { return R"({"id":")" + std::to_string(i) + R"(","holdings":[]})"; }

// The words are the message table's; what is checked here is which code, where, and with which parameters.
Json error(ErrorCode code, const char* source, const std::string& pointer, const Parameters& parameters) {
  Json out;
  out["code"] = error_text(code);
  out["source"] = source;
  out["pointer"] = pointer;
  out["parameters"] = Json::object();
  for (const auto& [name, value] : parameters) out["parameters"][name] = value;
  out["message"] = english(code, parameters);
  return out;
}

GeneratedError in_document(std::string name, std::string document, Json only) {
  return {std::move(name), "validate", std::move(document), "", Json::array({std::move(only)})};
}

GeneratedError in_request(std::string name, std::string request, Json only) {
  return {std::move(name), "plan", kSmallDocument, std::move(request), Json::array({std::move(only)})};
}

GeneratedError not_utf8(std::string name, const std::string& bytes, std::size_t byte) {
  return in_document("text__not_utf8-" + std::move(name), R"({"title":")" + bytes + "\"}",
                     error(ErrorCode::kTextNotUtf8, "document", "", {{"byte", std::to_string(byte)}}));
}

GeneratedError too_deep(std::string name, const std::string& step, const std::string& pointer) {
  return in_document("text__too_deep-" + std::move(name), repeated(step, 100'000),
                     error(ErrorCode::kTextTooDeep, "document", pointer, {{"limit", "32"}}));
}

GeneratedError too_many(std::string name, std::string document, const std::string& pointer, const char* count,
                        const char* what, const char* limit) {
  return in_document(
      "document__too_many-" + std::move(name), std::move(document),
      error(ErrorCode::kTooMany, "document", pointer, {{"count", count}, {"what", what}, {"limit", limit}}));
}

// 6,000 assets and cash, each in no class of 20 classifications.
GeneratedError too_many_parts() {
  const auto id = [](std::size_t i) { return "\"k" + std::to_string(i) + "\""; };
  const std::string classifications =
      list_of(20, [&](std::size_t i) { return R"({"id":)" + id(i) + R"(,"name":"K","classes":[]})"; });
  const std::string document = R"({"format":"ballast","version":1,"base_currency":"USD","assets":)" +
                               list_of(6'000, asset) + R"(,"accounts":[],"classifications":)" + classifications +
                               R"(,"policy":{"targets":[]}})";
  return {"document__too_many-parts", "analyze", document, R"({"parts":)" + list_of(20, id) + "}",
          Json::array({error(ErrorCode::kTooMany, "request", "/parts",
                             {{"count", "120020"}, {"what", "parts of assets in classes"}, {"limit", "120000"}})})};
}

std::string too_many_holdings() {
  const std::string holdings =
      list_of(1'000, [](std::size_t i) { return R"({"asset":"a)" + std::to_string(i) + R"(","quantity":"0"})"; });
  return document_with(list_of(1'000, asset), list_of(101, [&](std::size_t i) {
                         return R"({"id":")" + std::to_string(i) + R"(","holdings":)" + holdings + "}";
                       }));
}

std::vector<GeneratedError> generate() {
  const std::string lists_32 = repeated("/0", limits::kNesting - 1);
  const std::string nul_column = std::to_string(std::string(kSmallDocument).size() + 1);
  const std::string objects_32 = repeated("/a", limits::kNesting - 1);
  return {
      in_document("text__too_long-document", std::string(limits::kDocumentBytes + 1, ' '),
                  error(ErrorCode::kTextTooLong, "document", "", {{"bytes", "16777217"}, {"limit", "16777216"}})),
      in_request("text__too_long-request", std::string(limits::kRequestBytes + 1, ' '),
                 error(ErrorCode::kTextTooLong, "request", "", {{"bytes", "1048577"}, {"limit", "1048576"}})),
      not_utf8("latin-1",
               "Gr\xfc\xdf"
               "e",
               12),
      not_utf8("half-a-character", "\xf0\x9f\x98", 10),
      not_utf8("surrogate", "\xed\xa0\x80", 10),
      not_utf8("overlong", "\xc0\xaf", 10),
      in_document("text__not_utf8-utf-16", std::string("\xff\xfe{\0}\0", 6),
                  error(ErrorCode::kTextNotUtf8, "document", "", {{"byte", "0"}})),
      in_request("text__not_utf8-in-request", "{\"trigger\":\"\x80\"}",
                 error(ErrorCode::kTextNotUtf8, "request", "", {{"byte", "12"}})),
      in_document("text__not_json-nul-after-the-end", std::string(kSmallDocument) + '\0' + "{}",
                  error(ErrorCode::kTextNotJson, "document", "",
                        {{"detail", "unexpected NUL character"}, {"line", "1"}, {"column", nul_column}})),
      too_deep("lists", "[", lists_32),
      too_deep("objects", "{\"a\":", objects_32),
      in_request("text__too_deep-request", repeated("[", 100'000),
                 error(ErrorCode::kTextTooDeep, "request", lists_32, {{"limit", "32"}})),
      too_many("assets", document_with(list_of(10'001, asset), "[]"), "/assets", "10001", "assets", "10000"),
      too_many("accounts", document_with("[]", list_of(1'001, empty_account)), "/accounts", "1001", "accounts", "1000"),
      too_many("pairs", document_with(list_of(1'001, asset), list_of(1'000, empty_account)), "", "1001000",
               "pairs of asset and account", "1000000"),
      too_many("holdings", too_many_holdings(), "", "101000", "holdings", "100000"),
      too_many("values", "[" + repeated("0,", 1'000'000) + "0]", "", "more than 1000000", "values", "1000000"),
      too_many_parts(),
      in_request("document__too_many-cash-flows",
                 R"({"cash_flows":)" +
                     list_of(1'001, [](std::size_t) { return std::string(R"({"account":"x","amount":"1"})"); }) + "}",
                 error(ErrorCode::kTooMany, "request", "/cash_flows",
                       {{"count", "1001"}, {"what", "cash flows"}, {"limit", "1000"}})),
      in_document("document__string_too_long-title",
                  R"({"format":"ballast","version":1,"title":")" + std::string(10'000, 'x') +
                      R"(","base_currency":"USD","assets":[],"accounts":[],"policy":{"targets":[]}})",
                  error(ErrorCode::kStringTooLong, "document", "/title", {{"bytes", "10000"}, {"limit", "200"}})),
      in_document("number__too_large-100000-digits",
                  document_with("[]", R"([{"id":"x","cash":")" + std::string(100'000, '9') + R"(","holdings":[]}])"),
                  error(ErrorCode::kNumberTooLarge, "document", "/accounts/0/cash",
                        {{"text", std::string(60, '9') + "…"}, {"limit", "100000000000000000000"}})),
      in_document("document__unknown_field-10000-characters",
                  R"({"format":"ballast","version":1,"base_currency":"USD","assets":[],"accounts":[],)"
                  R"("policy":{"targets":[],")" +
                      std::string(10'000, 'k') + R"(":1}})",
                  error(ErrorCode::kUnknownField, "document", "/policy/" + std::string(10'000, 'k'),
                        {{"field", std::string(60, 'k') + "…"}})),
  };
}

}  // namespace

const std::vector<GeneratedError>& generated_errors() {
  static const std::vector<GeneratedError> all = generate();
  return all;
}

}  // namespace ballast
