// What docs/format/document.md says that rules mean, as a linear program of its own, and whether weights keep them.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <variant>
#include <vector>

#include "../reference/plain_program.hpp"
#include "ballast/allocation/resolve_targets.hpp"
#include "ballast/model/valuation.hpp"

namespace ballast::test {

class RuleJudge {
 public:
  RuleJudge(const Portfolio& portfolio, const std::vector<Classification>& classifications, const TargetRules& rules)
      : portfolio_(portfolio), classifications_(classifications), rules_(rules), prior_(priors()) {}

  [[nodiscard]] std::vector<RuleName> all() const {
    std::vector<RuleName> out;
    for (std::size_t r = 0; r < rules_.rules.size(); ++r) out.push_back({RuleName::Kind::kRule, r});
    if (rules_.largest) out.push_back({RuleName::Kind::kLargest, 0});
    if (rules_.most_per_asset) out.push_back({RuleName::Kind::kMostPerAsset, 0});
    return out;
  }

  /// Weights that keep some of what was said, as a program without cost.
  [[nodiscard]] PlainProgram program(const std::vector<RuleName>& names) const {
    PlainProgram out;
    out.cost.assign(positions(), 0);
    out.lower.assign(positions(), 0);
    out.upper.assign(positions(), 1);
    for (std::size_t i = 0; i < portfolio_.assets.size(); ++i) {
      if (portfolio_.assets[i].price.is_zero()) out.upper[i] = 0;
    }
    out.rows.push_back({std::vector<double>(positions(), 1), 1, 1});
    for (const RuleName name : names) add(name, out);
    return out;
  }

  [[nodiscard]] bool can_be_kept(const std::vector<RuleName>& names) const {
    return plain_minimum(program(names)).has_value();
  }

  /// The least sum by which rules without `of` have to be changed: 1 a unit, 10,000 where they are locked. The cap
  /// counts once.
  [[nodiscard]] double least_change() const {
    PlainProgram out = program({});
    const auto variable = [&](double cost) {
      out.cost.push_back(cost);
      out.lower.push_back(0);
      out.upper.push_back(kNoLimit);
      return out.cost.size() - 1;
    };
    const auto row = [&](std::vector<double> a, std::size_t broken_by, double least, double most) {
      a.resize(broken_by + 1);
      a[broken_by] = std::isinf(most) ? 1 : -1;
      out.rows.push_back({std::move(a), least, most});
    };
    for (const TargetRule& rule : rules_.rules) {
      const double cost = rule.locked ? 10'000 : 1;
      row(subject(rule), variable(cost), rule.least.to_double(), kNoLimit);
      row(subject(rule), variable(cost), -kNoLimit, rule.most.to_double());
    }
    if (rules_.largest) add({RuleName::Kind::kLargest, 0}, out);
    if (rules_.most_per_asset) {
      const std::size_t above = variable(1);
      for (std::size_t i = 0; i + 1 < positions(); ++i) {
        std::vector<double> a(positions());
        a[i] = 1;
        row(std::move(a), above, -kNoLimit, rules_.most_per_asset->to_double());
      }
    }
    return plain_minimum(out)->cost;
  }

  struct Range {
    double least = 0;  ///< how far the subject lies above the least that the rule asks of it; < 0: broken
    double most = 0;   ///< how far below the most
  };
  /// As shares of the whole.
  [[nodiscard]] Range room(const TargetRule& rule, const std::vector<Decimal>& weights) const {
    const std::vector<double> in = subject(rule);
    const std::vector<double> of = whole(rule);
    Real part = 0;
    Real all = rule.of ? 0 : 1;
    for (std::size_t i = 0; i < positions(); ++i) {
      part += real(in[i]) * real(weights[i].to_double());
      if (rule.of) all += real(of[i]) * real(weights[i].to_double());
    }
    return {static_cast<double>(part - all * real(rule.least.to_double())),
            static_cast<double>(all * real(rule.most.to_double()) - part)};
  }

  /// In any proportion: what has none has 0.
  [[nodiscard]] const std::vector<double>& prior() const { return prior_; }

  [[nodiscard]] std::vector<bool> beyond_the_largest() const {
    std::vector<bool> out(positions());
    for (std::size_t i = 0; i + 1 < positions(); ++i) {
      std::size_t before = 0;
      for (std::size_t k = 0; k + 1 < positions(); ++k) {
        before += prior_[k] > prior_[i] || (prior_[k] == prior_[i] && k < i) ? 1U : 0U;
      }
      out[i] = before >= *rules_.largest;
    }
    return out;
  }

 private:
  [[nodiscard]] std::size_t positions() const { return portfolio_.assets.size() + 1; }

  [[nodiscard]] double share(ClassPlace place, std::size_t i) const {
    return share_in(classifications_[place.classification], i, place.in).to_double();
  }

  [[nodiscard]] std::vector<double> subject(const TargetRule& rule) const {
    std::vector<double> out(positions());
    for (std::size_t i = 0; i < positions(); ++i) {
      const auto* position = std::get_if<PositionSubject>(&rule.subject);
      const auto* place = std::get_if<ClassPlace>(&rule.subject);
      out[i] = place != nullptr ? share(*place, i) : (position->position == i ? 1 : 0);
      // From another classification: the part in both is the product.
      if (rule.of && (place == nullptr || place->classification != rule.of->classification))
        out[i] *= share(*rule.of, i);
    }
    return out;
  }

  [[nodiscard]] std::vector<double> whole(const TargetRule& rule) const {
    std::vector<double> out(positions());
    for (std::size_t i = 0; i < positions() && rule.of; ++i) out[i] = share(*rule.of, i);
    return out;
  }

  void add(RuleName name, PlainProgram& out) const {
    if (name.kind == RuleName::Kind::kMostPerAsset) {
      for (std::size_t i = 0; i + 1 < positions(); ++i) {
        out.upper[i] = std::min(out.upper[i], rules_.most_per_asset->to_double());
      }
      return;
    }
    if (name.kind == RuleName::Kind::kLargest) {
      const std::vector<bool> left_out = beyond_the_largest();
      for (std::size_t i = 0; i < positions(); ++i) {
        if (left_out[i]) out.upper[i] = 0;
      }
      return;
    }
    const TargetRule& rule = rules_.rules[name.rule];
    if (!rule.of) {
      out.rows.push_back({subject(rule), rule.least.to_double(), rule.most.to_double()});
      return;
    }
    const std::vector<double> of = whole(rule);
    std::vector<double> low = subject(rule);
    std::vector<double> high = low;
    for (std::size_t i = 0; i < positions(); ++i) {
      low[i] -= rule.least.to_double() * of[i];
      high[i] -= rule.most.to_double() * of[i];
    }
    out.rows.push_back({std::move(low), 0, kNoLimit});
    out.rows.push_back({std::move(high), -kNoLimit, 0});
  }

  [[nodiscard]] std::vector<double> priors() const {
    std::vector<double> out(positions());
    const std::vector<Decimal> values = asset_and_cash_values(portfolio_);
    for (std::size_t i = 0; i < positions(); ++i) {
      const bool is_cash = i + 1 == positions();
      const Asset* asset = is_cash ? nullptr : &portfolio_.assets[i];
      if (asset != nullptr && asset->price.is_zero()) continue;
      const double cap = asset != nullptr && asset->market_cap ? asset->market_cap->to_double() : 0;
      const bool varies = asset != nullptr && asset->annual_volatility;
      switch (rules_.prior.kind) {
        case Prior::Kind::kMarketCap:
          out[i] = cap;
          break;
        case Prior::Kind::kSquareRootMarketCap:
          out[i] = std::sqrt(cap);
          break;
        case Prior::Kind::kEqual:
          out[i] = is_cash ? 0 : 1;
          break;
        case Prior::Kind::kCurrent:
          out[i] = values[i].to_double();
          break;
        case Prior::Kind::kInverseVolatility:
          out[i] = varies ? 1 / asset->annual_volatility->to_double() : 0;
          break;
        case Prior::Kind::kGiven:
          out[i] = rules_.prior.given[i].to_double();
          break;
      }
    }
    if (std::any_of(out.begin(), out.end(), [](double weight) { return weight > 0; })) return out;
    for (std::size_t i = 0; i + 1 < positions(); ++i) out[i] = portfolio_.assets[i].price.is_zero() ? 0 : 1;
    return out;
  }

  const Portfolio& portfolio_;
  const std::vector<Classification>& classifications_;
  const TargetRules& rules_;
  std::vector<double> prior_;
};

}  // namespace ballast::test
