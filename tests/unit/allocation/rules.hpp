// Portfolios and rules as tests write them.
#pragma once

#include <catch2/catch_tostring.hpp>
#include <string>
#include <utility>
#include <vector>

#include "../money/decimal_literals.hpp"
#include "ballast/allocation/resolve_targets.hpp"

namespace ballast {

/// A, B, C, … at a price of 1 each, one empty account.
inline Portfolio portfolio_of(const std::vector<Decimal>& market_caps) {
  Portfolio out;
  out.base_currency = {"USD", 2};
  for (std::size_t i = 0; i < market_caps.size(); ++i) {
    Asset asset;
    asset.id = std::string(1, static_cast<char>('a' + i));
    asset.symbol = std::string(1, static_cast<char>('A' + i));
    asset.price = "1"_d;
    asset.market_cap = market_caps[i];
    out.assets.push_back(std::move(asset));
  }
  out.accounts.push_back({"main", "", {}, {}, {}});
  return out;
}

/// Classes named X, Y, Z, …; `members`: of the assets, then cash.
inline Classification classification_of(std::string name, std::size_t classes,
                                        std::vector<std::vector<ClassShare>> members) {
  Classification out;
  out.id = out.name = std::move(name);
  for (std::size_t c = 0; c < classes; ++c) {
    const std::string id(1, static_cast<char>('X' + c));
    out.classes.push_back({id, id, {}, {}});
  }
  out.members = std::move(members);
  return out;
}

using Subject = std::variant<PositionSubject, ClassPlace>;

inline Subject position(std::size_t i) { return PositionSubject{i}; }
inline Subject class_at(std::size_t classification, ClassIndex in) { return ClassPlace{classification, in}; }

inline TargetRule exactly(Subject subject, Decimal share) {
  TargetRule out;
  out.subject = subject;
  out.least = out.most = share;
  out.exact = true;
  return out;
}

inline TargetRule between(Subject subject, Decimal least, Decimal most) {
  TargetRule out;
  out.subject = subject;
  out.least = least;
  out.most = most;
  out.has_least = out.has_most = true;
  return out;
}

inline TargetRule at_least(Subject subject, Decimal least) {
  TargetRule out = between(subject, least, "1"_d);
  out.has_most = false;
  return out;
}

inline TargetRule at_most(Subject subject, Decimal most) {
  TargetRule out = between(subject, "0"_d, most);
  out.has_least = false;
  return out;
}

inline TargetRule of_class(TargetRule rule, std::size_t classification, ClassIndex in) {
  rule.of = ClassPlace{classification, in};
  return rule;
}

inline TargetRule locked(TargetRule rule) {
  rule.locked = true;
  return rule;
}

inline RuleName rule_at(std::size_t rule) { return {RuleName::Kind::kRule, rule}; }
inline constexpr RuleName kTheCap = {RuleName::Kind::kMostPerAsset, 0};
inline constexpr RuleName kTheLargest = {RuleName::Kind::kLargest, 0};

}  // namespace ballast

template <>
struct Catch::StringMaker<ballast::RuleName> {
  static std::string convert(ballast::RuleName name) {
    switch (name.kind) {
      case ballast::RuleName::Kind::kRule:
        return "rule " + std::to_string(name.rule);
      case ballast::RuleName::Kind::kLargest:
        return "largest";
      case ballast::RuleName::Kind::kMostPerAsset:
        return "most per asset";
    }
    return "?";
  }
};
