// What libFuzzer asks for a changed input. Half of the time what is JSON is changed as JSON, else bytes are bytes.
#include <cstring>
#include <optional>

#include "support/input.hpp"
#include "support/mutate_json.hpp"

using namespace ballast::fuzz;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t most);

namespace {

// Deeper texts are left to the bytes: the library writes JSON by recursion. Brackets inside texts count too, which does
// no harm.
bool is_shallow(std::string_view text) {
  constexpr int kDeep = 100;
  int depth = 0;
  for (const char c : text) {
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth > 0) --depth;
    if (depth > kDeep) return false;
  }
  return true;
}

std::optional<Json> parsed(const std::string& text) {
  if (!is_shallow(text)) return std::nullopt;
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return json;
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string bytes_mutated(std::string text) {
  const std::size_t size = text.size();
  text.resize(size + 16);
  text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, text.size()));
  return text;
}

std::size_t put(const std::string& text, std::uint8_t* bytes) {
  std::memcpy(bytes, text.data(), text.size());
  return text.size();
}

// The halves of an input, with what stands between them.
struct Halves {
  std::string first;
  std::string second;
  bool two;

  explicit Halves(std::string_view text) : two(text.find(kDivider) != std::string_view::npos) {
    Input input = split_input(text);
    first = std::move(input.document);
    second = std::move(input.request);
  }
  [[nodiscard]] std::string joined() const { return two ? first + std::string(kDivider) + second : first; }
};

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t most,
                                               std::uint32_t seed) {
  if (seed % 16 == 0) return LLVMFuzzerMutate(bytes, size, most);
  Halves halves(text_of(bytes, size));
  std::string& half = halves.two && seed % 3 == 0 ? halves.second : halves.first;
  std::optional<Json> json = parsed(half);
  if (!json) return LLVMFuzzerMutate(bytes, size, most);
  JsonMutator(seed, bytes_mutated).mutate(*json);
  half = dumped(*json);
  const std::string text = halves.joined();
  return text.size() <= most ? put(text, bytes) : LLVMFuzzerMutate(bytes, size, most);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* first, std::size_t first_size,
                                                 const std::uint8_t* second, std::size_t second_size, std::uint8_t* out,
                                                 std::size_t most, std::uint32_t seed) {
  Halves halves(text_of(first, first_size));
  const Halves other(text_of(second, second_size));
  const bool requests = halves.two && other.two && seed % 3 == 0;
  std::string& half = requests ? halves.second : halves.first;
  std::optional<Json> json = parsed(half);
  const std::optional<Json> theirs = parsed(requests ? other.second : other.first);
  if (!json || !theirs) return 0;
  JsonMutator(seed, bytes_mutated).cross(*json, *theirs);
  half = dumped(*json);
  const std::string text = halves.joined();
  return text.size() <= most ? put(text, out) : 0;
}
