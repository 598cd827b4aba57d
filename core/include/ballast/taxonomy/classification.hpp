// A way to divide assets and cash: a tree of classes, and which share of each asset belongs to which. Plain data, read
// once; computed classes (market-cap tiers) are filled in before anything else looks at it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ballast/model/portfolio.hpp"

namespace ballast {

using ClassIndex = std::size_t;

struct AssetClass {
  std::string id;
  std::string name;
  std::optional<ClassIndex> parent;  ///< always an earlier class: the list is the tree in document order
  Decimal at_least;                  ///< market-cap tiers only: the least market cap, base currency
};

/// 0 < share <= 1 of one asset in one class. What an asset's shares leave of 1 is unclassified.
struct ClassShare {
  ClassIndex in = 0;
  Decimal share;
};

struct Classification {
  enum class Kind : std::uint8_t { kGiven, kMarketCap };

  std::string id;
  std::string name;
  Kind kind = Kind::kGiven;
  std::vector<AssetClass> classes;
  /// One list per asset in asset order, then (last) cash; each class at most once in a list. A share is in the class
  /// named and, through `parent`, in all above it.
  std::vector<std::vector<ClassShare>> members;
};

/// A class of one of a document's classifications.
struct ClassPlace {
  std::size_t classification = 0;
  ClassIndex in = 0;

  [[nodiscard]] friend bool operator==(ClassPlace, ClassPlace) = default;
};

/// Puts every asset without a listed class into the tier its market cap reaches, but for those `in_no_class` (by asset
/// index), which lie in none because the document says so. Does nothing for Kind::kGiven.
void assign_tiers(const Portfolio& portfolio, const std::vector<bool>& in_no_class, Classification& classification);

/// The share of a position (asset index, or the number of assets for cash) that lies in `in` or below it.
[[nodiscard]] Decimal share_in(const Classification& classification, std::size_t position, ClassIndex in);

/// What of an asset, or of cash (the number of assets), lies in a class.
struct PositionShare {
  std::size_t position = 0;
  Decimal share;  ///< > 0
};

/// Of a class and all below it, by position.
[[nodiscard]] std::vector<PositionShare> members_of(const Classification& classification, ClassIndex in);

}  // namespace ballast
