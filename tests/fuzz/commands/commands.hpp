// What is fuzzed: each takes any text, and breaks off where a promise is not kept.
#pragma once

#include <string_view>

namespace ballast::fuzz {

void fuzz_analyze(std::string_view text);
void fuzz_carry_out(std::string_view text);
void fuzz_document(std::string_view text);
void fuzz_plan(std::string_view text);
void fuzz_profile(std::string_view text);
void fuzz_resolve(std::string_view text);

}  // namespace ballast::fuzz
