#include "support/mutate_json.hpp"

#include <array>
#include <utility>

namespace ballast::fuzz {
namespace {

// Where decimals, weights and amounts have their edges.
constexpr std::array kNumbers = {
    "0",
    "1",
    "-1",
    "0.5",
    "0.1",
    "0.3",
    "0.333333333333",
    "0.333333333333333333",
    "0.999999999999999999",
    "2",
    "3",
    "7",
    "10",
    "100",
    "99.99",
    "0.01",
    "0.005",
    "0.000000000000000001",
    "0.00000001",
    "0.000000000001",
    "1000000",
    "1e5",
    "+1",
    "1.",
    ".5",
    "00.5",
    "-0",
    "0.0",
    "1.000000000000000000",
    "1.0000000000000000000",
    "100000000000000000000",
    "100000000000000000001",
    "99999999999999999999.999999999999999999",
    "10000000000",
    "123456789.123456789",
    "1,5",
    "",
    " 1",
    "NaN",
};

// Words that mean something somewhere.
constexpr std::array kWords = {
    "both",
    "buy_only",
    "sell_only",
    "switch_only",
    "least_tax",
    "least_cost",
    "always",
    "outside_bands",
    "to_target",
    "fewest_trades",
    "target",
    "half_way",
    "band_edge",
    "none",
    "absolute",
    "relative",
    "five_twenty_five",
    "market_cap",
    "square_root_market_cap",
    "equal",
    "current",
    "given",
    "inverse_volatility",
    "USD",
    "JPY",
    "BTC",
    "KWD",
    "ballast",
    "__proto__",
    "a/b~c",
    "é",
};

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.-") == std::string::npos;
}

}  // namespace

void JsonMutator::collect(Json& value, Json* parent, const std::string& name, std::vector<Node>& nodes) {
  nodes.push_back({&value, parent, name});
  if (value.is_object()) {
    for (auto& [key, member] : value.items()) collect(member, &value, key, nodes);
  } else if (value.is_array()) {
    for (Json& item : value) collect(item, &value, name, nodes);
  }
}

void JsonMutator::mutate(Json& root) {
  do change(root);
  while (!one_in(3));
}

void JsonMutator::change(Json& root) {
  std::vector<Node> nodes;
  collect(root, nullptr, "", nodes);
  Node& node = nodes[below(nodes.size())];
  Json& value = *node.value;
  if (one_in(24)) return replace(node, nodes);
  if (value.is_string()) return change_text(node, nodes);
  if (value.is_boolean()) return void(value = !value.get<bool>());
  if (value.is_number()) return void(value = static_cast<int>(below(one_in(4) ? 1'000'000 : 20)) - 1);
  if (value.is_array()) return change_list(value);
  if (value.is_object()) return change_object(node, nodes);
  replace(node, nodes);
}

void JsonMutator::change_text(Node& node, const std::vector<Node>& nodes) {
  const std::string text = node.value->get<std::string>();
  if (is_number(text) && !one_in(12)) {
    *node.value = one_in(3) ? some_number() : changed_number(text);
    return;
  }
  switch (below(4)) {
    case 0:
      *node.value = mutate_text_(text);
      return;
    case 1:
      *node.value = kWords[below(kWords.size())];
      return;
    default:
      break;
  }
  // Another text of the same name, or an id of the same kind of thing: a reference that leads somewhere else.
  const bool wants_name = !one_in(3);
  for (int tries = 0; tries < 20; ++tries) {
    const Node& other = nodes[below(nodes.size())];
    if (!other.value->is_string() || (wants_name ? other.name != node.name : other.name != "id")) continue;
    *node.value = std::string(other.value->get_ref<const std::string&>());
    return;
  }
}

void JsonMutator::change_list(Json& list) {
  if (list.empty()) return void(one_in(4) ? list.push_back(Json::object()) : void());
  const std::size_t at = below(list.size());
  switch (below(5)) {
    case 0:
      list.erase(at);
      return;
    case 1:
      std::swap(list[at], list[below(list.size())]);
      return;
    default:
      break;
  }
  // Once more, mostly as a thing of its own.
  Json copy = list[at];
  if (copy.is_object() && copy.contains("id") && copy["id"].is_string() && !one_in(8)) {
    copy["id"] = copy["id"].get<std::string>() + static_cast<char>('a' + below(26));
  }
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(below(list.size() + 1)), std::move(copy));
}

void JsonMutator::change_object(Node& node, const std::vector<Node>& nodes) {
  Json& object = *node.value;
  if (!object.empty() && one_in(4)) {
    auto at = object.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(below(object.size())));
    object.erase(at.key());
    return;
  }
  // A member that another object of the same name has.
  for (int tries = 0; tries < 20; ++tries) {
    const Node& other = nodes[below(nodes.size())];
    if (!other.value->is_object() || other.name != node.name || other.value->empty()) continue;
    auto at = other.value->begin();
    std::advance(at, static_cast<std::ptrdiff_t>(below(other.value->size())));
    const std::string key = at.key();
    Json copy = at.value();
    object[key] = std::move(copy);
    return;
  }
}

void JsonMutator::replace(Node& node, const std::vector<Node>& nodes) {
  switch (below(8)) {
    case 0:
      *node.value = nullptr;
      return;
    case 1:
      *node.value = Json::array();
      return;
    case 2:
      *node.value = Json::object();
      return;
    case 3:
      *node.value = below(2);
      return;
    case 4:
      *node.value = some_number();
      return;
    default: {
      Json copy = *nodes[below(nodes.size())].value;
      *node.value = std::move(copy);
    }
  }
}

std::string JsonMutator::some_number() {
  if (one_in(2)) return kNumbers[below(kNumbers.size())];
  // Any length, any point.
  std::string text;
  for (std::size_t i = below(8) + 1; i > 0; --i) text += static_cast<char>('0' + below(10));
  if (one_in(2)) text = "0." + std::string(below(14), '0') + text;
  return text;
}

std::string JsonMutator::changed_number(std::string text) {
  const std::size_t point = text.find('.');
  switch (below(6)) {
    case 0:
      text[below(text.size())] = static_cast<char>('0' + below(10));
      return text;
    case 1:
      return point == std::string::npos ? text + "0" : text + std::to_string(below(10));
    case 2:
      return point == std::string::npos ? text + ".5" : text.substr(0, point);
    case 3:
      return text.starts_with('-') ? text.substr(1) : "-" + text;
    case 4:
      return text.size() > 1 ? text.substr(0, text.size() - 1) : text;
    default:
      return point == std::string::npos ? "0." + text : text.substr(0, point) + text.substr(point + 1);
  }
}

void JsonMutator::cross(Json& root, const Json& other) {
  Json theirs = other;
  std::vector<Node> own_nodes;
  std::vector<Node> their_nodes;
  collect(root, nullptr, "", own_nodes);
  collect(theirs, nullptr, "", their_nodes);
  Node& place = own_nodes[below(own_nodes.size())];
  for (int tries = 0; tries < 50; ++tries) {
    const Node& part = their_nodes[below(their_nodes.size())];
    if (part.name != place.name && tries < 45) continue;
    Json copy = *part.value;
    if (place.value->is_object() && copy.is_object() && one_in(2)) {
      place.value->update(copy);
    } else {
      *place.value = std::move(copy);
    }
    return;
  }
}

}  // namespace ballast::fuzz
