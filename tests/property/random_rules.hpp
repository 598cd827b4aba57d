// Random portfolios with classifications and rules for their targets, from a seed: in coarse numbers (shares in steps
// of 0.05, or of 0.0005 in some classifications, as a fund's are that holds a hundredth of a thing), so that what
// contradicts itself does so by far more than a tolerance.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "../reference/draw.hpp"
#include "ballast/allocation/resolve_targets.hpp"

namespace ballast::test {

struct RuleCase {
  Portfolio portfolio;
  std::vector<Classification> classifications;
  TargetRules rules;
};

class RuleCaseMaker {
 public:
  explicit RuleCaseMaker(std::uint64_t seed) : draw_(seed) {}

  RuleCase make() {
    make_assets();
    for (int count = draw_.between(1, 4); count > 0; --count) out_.classifications.push_back(classification());
    // Rules are said around weights that keep them, so that about half of the cases can be kept.
    weights_ = draw_.shares(positions(), 20);
    for (std::size_t i = 0; i + 1 < positions(); ++i) {
      if (out_.portfolio.assets[i].price.is_zero()) weights_.back() += std::exchange(weights_[i], 0);
    }
    strict_ = draw_.one_in(2);
    make_prior();
    for (int count = draw_.between(1, 8); count > 0; --count) {
      if (auto rule = any_rule()) out_.rules.rules.push_back(*rule);
    }
    if (draw_.one_in(6)) out_.rules.largest = static_cast<std::size_t>(draw_.between(1, 6));
    if (draw_.one_in(4)) out_.rules.most_per_asset = twentieths(draw_.between(2, 15));
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t positions() const { return out_.portfolio.assets.size() + 1; }
  static Decimal twentieths(int count) {
    return divide(Decimal::from_integer(count), Decimal::from_integer(20), Rounding::kHalfEven);
  }

  void make_assets() {
    out_.portfolio.base_currency = {"USD", 2};
    Account account;
    account.id = "main";
    for (int i = draw_.between(2, 7); i > 0; --i) {
      Asset asset;
      asset.id = asset.symbol = std::string(1, static_cast<char>('A' + out_.portfolio.assets.size()));
      asset.price = Decimal::from_integer(draw_.one_in(12) ? 0 : 1);
      if (!draw_.one_in(8)) asset.market_cap = Decimal::from_integer(draw_.between(0, 1'000));
      if (!draw_.one_in(8)) asset.annual_volatility = twentieths(draw_.between(1, 30));
      if (draw_.one_in(2)) account.holdings.push_back({out_.portfolio.assets.size(), hundred(), {}});
      out_.portfolio.assets.push_back(std::move(asset));
    }
    account.cash = hundred();
    out_.portfolio.accounts.push_back(std::move(account));
  }
  static Decimal hundredth() {
    return divide(Decimal::from_integer(1), Decimal::from_integer(100), Rounding::kHalfEven);
  }
  Decimal hundred() { return Decimal::from_integer(draw_.between(0, 100)); }

  Classification classification() {
    Classification out;
    out.id = out.name = "c" + std::to_string(out_.classifications.size());
    const auto classes = static_cast<std::size_t>(draw_.between(2, 5));
    for (ClassIndex c = 0; c < classes; ++c) {
      std::optional<ClassIndex> parent;
      if (c > 0 && draw_.one_in(4)) parent = draw_.below(c);
      const std::string id(1, static_cast<char>('a' + c));
      out.classes.push_back({id, id, parent, {}});
    }
    const bool divided = draw_.one_in(3);
    const Decimal unit = draw_.one_in(5) ? hundredth() : Decimal::from_integer(1);
    units_.push_back(unit);
    out.members.resize(positions());
    for (std::size_t i = 0; i < positions(); ++i) {
      if (draw_.one_in(i + 1 == positions() ? 2 : 8)) continue;
      int left = 20;
      for (int parts = divided ? draw_.between(1, 3) : 1; parts > 0 && left > 0; --parts) {
        const ClassIndex in = draw_.below(classes);
        const bool again = std::any_of(out.members[i].begin(), out.members[i].end(),
                                       [&](const ClassShare& member) { return member.in == in; });
        const int share = divided ? draw_.between(1, left) : left;
        if (again) continue;
        out.members[i].push_back({in, multiply(twentieths(share), unit, Rounding::kHalfEven)});
        left -= share;
      }
    }
    return out;
  }

  void make_prior() {
    out_.rules.prior.kind = static_cast<Prior::Kind>(draw_.between(0, 5));
    if (out_.rules.prior.kind != Prior::Kind::kGiven) return;
    for (std::size_t i = 0; i < positions(); ++i) {
      out_.rules.prior.given.push_back(Decimal::from_integer(draw_.one_in(5) ? 0 : draw_.between(1, 50)));
    }
  }

  // The classes that lie above one, itself not included.
  [[nodiscard]] std::vector<ClassPlace> above(ClassPlace place) const {
    std::vector<ClassPlace> out;
    const std::vector<AssetClass>& classes = out_.classifications[place.classification].classes;
    for (auto at = classes[place.in].parent; at; at = classes[*at].parent) out.push_back({place.classification, *at});
    return out;
  }

  ClassPlace any_class() {
    const std::size_t d = draw_.below(out_.classifications.size());
    return {d, draw_.below(out_.classifications[d].classes.size())};
  }

  [[nodiscard]] double share(const TargetRule& rule, std::size_t i) const {
    if (const auto* position = std::get_if<PositionSubject>(&rule.subject)) return position->position == i ? 1 : 0;
    const auto place = std::get<ClassPlace>(rule.subject);
    return share_in(out_.classifications[place.classification], i, place.in).to_double();
  }

  std::optional<TargetRule> any_rule() {
    TargetRule rule;
    bool can_weigh = true;
    if (draw_.one_in(4)) {
      const std::size_t i = draw_.below(positions());
      rule.subject = PositionSubject{i};
      can_weigh = i + 1 == positions() || !out_.portfolio.assets[i].price.is_zero();
    } else {
      rule.subject = any_class();
    }
    const auto* in = std::get_if<ClassPlace>(&rule.subject);
    Decimal unit = in == nullptr ? Decimal::from_integer(1) : units_[in->classification];
    double middle = 0;
    for (std::size_t i = 0; i < positions(); ++i) middle += share(rule, i) * weights_[i];
    middle /= unit.to_double();
    if (draw_.one_in(6)) {
      const auto* place = std::get_if<ClassPlace>(&rule.subject);
      ClassPlace of = any_class();
      if (place != nullptr && of.classification == place->classification) {
        const std::vector<ClassPlace> higher = above(*place);
        if (higher.empty()) return std::nullopt;
        of = higher[draw_.below(higher.size())];
      }
      rule.of = of;
      middle = draw_.unit();
      unit = Decimal::from_integer(1);
    }
    const int nearest = static_cast<int>(20 * middle + 0.5);
    int least = strict_ ? draw_.between(0, 14) : std::max(0, nearest - draw_.between(0, 3));
    int most = strict_ ? least + draw_.between(0, 6) : nearest + draw_.between(0, 3);
    most = std::min(most, 20);
    least = std::min(least, most);
    const int way = draw_.between(0, 3);
    if (!can_weigh) least = 0;
    rule.exact = way == 0;
    rule.has_least = way == 1 || way == 3;
    rule.has_most = way == 2 || way == 3;
    rule.least = multiply(twentieths(rule.exact || rule.has_least ? least : 0), unit, Rounding::kHalfEven);
    rule.most = Decimal::from_integer(1);
    if (rule.exact) rule.most = rule.least;
    if (rule.has_most && !rule.exact) rule.most = multiply(twentieths(most), unit, Rounding::kHalfEven);
    rule.locked = draw_.one_in(6);
    return rule;
  }

  Draw draw_;
  RuleCase out_;
  std::vector<Decimal> units_;  // of each classification's shares
  std::vector<double> weights_;
  bool strict_ = false;
};

[[nodiscard]] inline RuleCase random_rule_case(std::uint64_t seed) { return RuleCaseMaker(seed).make(); }

}  // namespace ballast::test
