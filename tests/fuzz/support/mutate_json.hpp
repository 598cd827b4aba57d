// Changes JSON by its structure, so that what comes out gets past the parser: numbers a little or a lot, references to
// other things that exist, parts left out, doubled, swapped, or taken from elsewhere.
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "support/json.hpp"

namespace ballast::fuzz {

class JsonMutator {
 public:
  /// `mutate_text` changes the bytes of a text as libFuzzer would.
  JsonMutator(std::uint32_t seed, std::function<std::string(std::string)> mutate_text)
      : random_(seed), mutate_text_(std::move(mutate_text)) {}

  /// A few changes at random places.
  void mutate(Json& root);

  /// Puts a part of `other` at the place of a part of `root`, of the same name if there is one.
  void cross(Json& root, const Json& other);

 private:
  // A value, the name it has in its object or its list has, and what holds it.
  struct Node {
    Json* value;
    Json* parent;
    std::string name;
  };

  [[nodiscard]] std::size_t below(std::size_t count) { return count == 0 ? 0 : random_() % count; }
  [[nodiscard]] bool one_in(std::size_t count) { return below(count) == 0; }

  static void collect(Json& value, Json* parent, const std::string& name, std::vector<Node>& nodes);
  void change(Json& root);
  void change_text(Node& node, const std::vector<Node>& nodes);
  void change_list(Json& list);
  void change_object(Node& node, const std::vector<Node>& nodes);
  void replace(Node& node, const std::vector<Node>& nodes);
  [[nodiscard]] std::string changed_number(std::string text);
  [[nodiscard]] std::string some_number();

  std::mt19937 random_;
  std::function<std::string(std::string)> mutate_text_;
};

}  // namespace ballast::fuzz
