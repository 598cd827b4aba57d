// Uses the installed core as a stranger would: one command, text in and text out.
#include <ballast/app/commands.hpp>
#include <ballast/app/version.hpp>
#include <iostream>
#include <string>

int main() {
  const std::string reply = ballast::describe_command();
  const bool good = reply.starts_with(R"({"ok":true)") && reply.find(ballast::kVersion) != std::string::npos;
  std::cout << (good ? "The installed core answers: " : "Not the expected reply: ") << reply.substr(0, 80) << "…\n";
  return good ? 0 : 1;
}
