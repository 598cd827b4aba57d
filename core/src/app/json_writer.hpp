// Writes JSON text front to back. Replies are long lists of small objects: building them as a tree first took longer
// than planning a thousand assets.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace ballast {

class JsonWriter {
 public:
  [[nodiscard]] std::string take() { return std::move(out_); }

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_list() { open('['); }
  void end_list() { close(']'); }

  void key(std::string_view name) {
    value(name);
    out_ += ':';
    after_value_ = false;
  }

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool truth) { literal(truth ? "true" : "false"); }
  void value(std::nullptr_t) { literal("null"); }
  template <std::integral Number>
    requires(!std::same_as<Number, bool>)
  void value(Number number) {
    literal(std::to_string(number));
  }

  template <typename Value>
  void field(std::string_view name, const Value& content) {
    key(name);
    value(content);
  }

 private:
  void open(char bracket) {
    separate();
    out_ += bracket;
    after_value_ = false;
  }
  void close(char bracket) {
    out_ += bracket;
    after_value_ = true;
  }
  void literal(std::string_view text) {
    separate();
    out_ += text;
  }
  void separate() {
    if (after_value_) out_ += ',';
    after_value_ = true;
  }

  std::string out_;
  bool after_value_ = false;  ///< the next value of the same list or object needs a comma before it
};

}  // namespace ballast
