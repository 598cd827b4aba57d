#include "case_file.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "ballast/app/commands.hpp"

namespace ballast {
namespace {

std::string input_text(const Json& content, const std::string& name) {
  if (content.contains(name + "_text")) return content.at(name + "_text").get<std::string>();
  return content.contains(name) ? content.at(name).dump() : "";
}

std::vector<CaseFile> read_folder(const std::string& folder) {
  std::vector<CaseFile> out;
  for (const std::filesystem::directory_entry& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    CAPTURE(entry.path().filename().string());
    Json content = Json::parse(file_text(entry.path().string()), nullptr, false);
    REQUIRE_FALSE(content.is_discarded());
    out.push_back({entry.path().stem().string(), std::move(content)});
  }
  std::sort(out.begin(), out.end(), [](const CaseFile& a, const CaseFile& b) { return a.name < b.name; });
  return out;
}

}  // namespace

std::string file_text(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  CAPTURE(path);
  REQUIRE(stream.good());
  return {std::istreambuf_iterator<char>(stream), {}};
}

const std::vector<CaseFile>& case_files(const std::string& folder) {
  static std::map<std::string, std::vector<CaseFile>> folders;
  const auto known = folders.find(folder);
  return known != folders.end() ? known->second : folders.emplace(folder, read_folder(folder)).first->second;
}

std::string run_case(const Json& content) {
  const std::string command = content.at("command").get<std::string>();
  const std::string document = input_text(content, "document");
  if (command == "analyze") return analyze_command(document, input_text(content, "request"));
  if (command == "carry_out") return carry_out_command(document, input_text(content, "request"));
  if (command == "profile") return profile_command(input_text(content, "request"));
  if (command == "plan") return plan_command(document, input_text(content, "request"));
  if (command == "summarize") return summarize_command(document);
  if (command == "resolve") return resolve_command(document);
  if (command == "validate") return validate_command(document);
  REQUIRE(command == "describe");
  return describe_command();
}

Json first_json_block(const std::string& markdown) {
  const std::string fence = "```json\n";
  const std::size_t open = markdown.find(fence);
  REQUIRE(open != std::string::npos);
  const std::size_t begin = open + fence.size();
  const std::size_t end = markdown.find("\n```", begin);
  REQUIRE(end != std::string::npos);
  Json block = Json::parse(markdown.substr(begin, end - begin), nullptr, false);
  REQUIRE_FALSE(block.is_discarded());
  return block;
}

}  // namespace ballast
