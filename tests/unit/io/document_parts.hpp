// Documents of exchangeable parts, and what is wrong with them.
#pragma once

#include <string>
#include <vector>

#include "ballast/io/document.hpp"
#include "problem_texts.hpp"

namespace ballast {

// A document with the parts given, the others valid and small.
struct Parts {
  std::string currency = R"("USD")";
  std::string assets = R"([{"id":"a","symbol":"A","price":"10"},{"id":"b","symbol":"B","price":"5"}])";
  std::string accounts = R"([{"id":"x","cash":"100","holdings":[{"asset":"a","quantity":"2"}]}])";
  std::string policy = R"({"targets":[{"asset":"a","weight":"0.6"}]})";

  [[nodiscard]] std::string text() const {
    return R"({"format":"ballast","version":1,"base_currency":)" + currency + R"(,"assets":)" + assets +
           R"(,"accounts":)" + accounts + R"(,"policy":)" + policy + "}";
  }
};

inline std::vector<std::string> problems_of(const std::string& text) {
  const Result<Document> document = read_document(text);
  return document.ok() ? std::vector<std::string>{} : texts_of(document.problems());
}

}  // namespace ballast
