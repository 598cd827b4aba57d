// What the readers of a document's parts share: where problems go, the document as far as it is read, and what ids
// refer to.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ballast/io/document.hpp"
#include "ballast/io/intake.hpp"

namespace ballast {

/// Which positions a list has named so far.
class NamedOnce {
 public:
  /// For a new list of `size` possible names.
  void begin(std::size_t size) {
    seen_.resize(size);
    ++list_;
  }
  /// Whether `index` was named before in this list.
  [[nodiscard]] bool again(std::size_t index) { return std::exchange(seen_[index], list_) == list_; }

 private:
  std::vector<std::size_t> seen_;  // the number of the list that named it last
  std::size_t list_ = 0;
};

struct DocumentContext {
  Intake intake{Source::kDocument};
  Document document;
  IdIndex asset_ids;
  // One fault is told once: what could not be read has no part in the rules between fields.
  bool assets_known = false;
  std::vector<bool> has_price;  // or one that could not be read
  IdIndex classification_ids;
  std::vector<IdIndex> class_ids;  // of each classification
  bool classifications_known = false;

  [[nodiscard]] std::size_t asset_count() const { return document.portfolio.assets.size(); }

  /// The asset that the member "asset" names.
  std::optional<AssetIndex> read_asset(Fields& fields);
  /// The same, or cash (the number of assets) where it is null.
  std::optional<std::size_t> read_position(Fields& fields);
  /// The class that the members "classification" and "class" name.
  std::optional<ClassPlace> read_class_place(Fields& fields);

  void report_twice(const Place& place, const std::string& id) {
    intake.report(ErrorCode::kDuplicateEntry, place, {{"id", id}});
  }
  void report_too_many(const Place& place, std::size_t count, std::string what, std::size_t limit);
};

}  // namespace ballast
