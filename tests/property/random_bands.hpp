// Random weights, targets and bands of assets, cash and classes, from a seed, and what the bands ask for, worked out
// from docs/math/rebalance.md: all in multiples of 1e-7, far coarser than any tolerance.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "../../core/src/rebalance/band_goals.hpp"
#include "../reference/draw.hpp"
#include "../reference/plain_program.hpp"

namespace ballast::test {

struct BandShape {
  bool divided = false;     ///< classes hold parts of assets, in twentieths
  bool restricted = false;  ///< trades cannot take every asset everywhere
};

/// What one band asks of a weighted sum of weights.
struct WantedRange {
  std::vector<double> shares;
  double low = 0;
  double high = 1;
  bool outside = false;
};

struct BandCase {
  Policy policy;
  std::vector<Decimal> values;
  PlanRequest::Destination destination = PlanRequest::Destination::kTarget;
  Reach reach;

  std::vector<double> weights;
  std::vector<double> targets;
  std::vector<double> divisors;
  std::vector<WantedRange> singles;  ///< one per asset, then cash; those without a band from 0 to 1
  std::vector<WantedRange> classes;

  [[nodiscard]] std::size_t count() const { return weights.size(); }
  [[nodiscard]] BandLimits limits() const { return find_band_limits(policy, values, destination); }
  [[nodiscard]] bool any_outside() const {
    const auto outside = [](const WantedRange& range) { return range.outside; };
    return std::any_of(singles.begin(), singles.end(), outside) || std::any_of(classes.begin(), classes.end(), outside);
  }
};

class BandCaseMaker {
 public:
  BandCaseMaker(std::uint64_t seed, const BandShape& shape) : draw_(seed), shape_(shape) {}

  BandCase make() {
    const auto count = static_cast<std::size_t>(draw_.between(2, 6));
    out_.weights = draw_.shares(count, 40);
    out_.targets = draw_.shares(count, 20);
    double smallest = 1;
    for (const double target : out_.targets) smallest = target > 0 ? std::min(smallest, target) : smallest;
    out_.destination = static_cast<PlanRequest::Destination>(draw_.between(0, 2));
    for (std::size_t i = 0; i < count; ++i) {
      out_.values.push_back(Decimal::from_integer(std::llround(out_.weights[i] * 40'000)));
      out_.divisors.push_back(out_.targets[i] > 0 ? out_.targets[i] : smallest);
      const Band band = any_band(2);
      out_.policy.targets.push_back({twentieths(out_.targets[i] * 20), band});
      std::vector<double> unit(count);
      unit[i] = 1;
      out_.singles.push_back(wanted(band, std::move(unit)));
      if (i + 1 == count) break;
      const bool held = shape_.restricted && draw_.one_in(3);
      out_.reach.down.push_back(held ? -0.25 * draw_.between(0, 1) * out_.weights[i] : -out_.weights[i]);
      out_.reach.up.push_back(shape_.restricted && draw_.one_in(3) ? 0.025 * draw_.between(0, 4) : 1);
    }
    for (int classes = draw_.between(0, 3); classes > 0; --classes) add_class();
    return std::move(out_);
  }

 private:
  static Decimal twentieths(double number) {
    return divide(Decimal::from_integer(std::llround(number)), Decimal::from_integer(20), Rounding::kHalfEven);
  }

  Band any_band(int one_in) {
    if (!draw_.one_in(one_in)) return {};
    const auto kind = static_cast<Band::Kind>(draw_.between(1, 3));
    return {kind, kind == Band::Kind::kFiveTwentyFive ? Decimal() : twentieths(draw_.between(1, 6))};
  }

  void add_class() {
    ClassBand band;
    band.band = any_band(1);
    std::vector<double> shares(out_.count());
    for (std::size_t i = 0; i < out_.count(); ++i) {
      if (draw_.one_in(2)) continue;
      const int share = shape_.divided ? draw_.between(1, 20) : 20;
      shares[i] = 0.05 * share;
      band.members.push_back({i, twentieths(share)});
    }
    out_.policy.class_bands.push_back(std::move(band));
    out_.classes.push_back(wanted(out_.policy.class_bands.back().band, std::move(shares)));
  }

  // A band is a distance around the target, cut to 0 … 1; what is outside goes to the destination or nearer.
  [[nodiscard]] WantedRange wanted(const Band& band, std::vector<double> shares) const {
    WantedRange out{std::move(shares), 0, 1, false};
    double weight = 0;
    double target = 0;
    for (std::size_t i = 0; i < out.shares.size(); ++i) {
      weight += out.shares[i] * out_.weights[i];
      target += out.shares[i] * out_.targets[i];
    }
    double distance = 2;
    if (band.kind == Band::Kind::kAbsolute) distance = band.width.to_double();
    if (band.kind == Band::Kind::kRelative) distance = band.width.to_double() * target;
    if (band.kind == Band::Kind::kFiveTwentyFive) distance = std::min(0.05, 0.25 * target);
    out.low = std::max(0.0, target - distance);
    out.high = std::min(1.0, target + distance);
    out.outside = weight < out.low - 1e-10 || weight > out.high + 1e-10;
    if (!out.outside || out_.destination == PlanRequest::Destination::kBandEdge) return out;
    const bool half = out_.destination == PlanRequest::Destination::kHalfWay;
    double& edge = weight > target ? out.high : out.low;
    edge = half ? (target + edge) / 2 : target;
    return out;
  }

  Draw draw_;
  BandShape shape_;
  BandCase out_;
};

[[nodiscard]] inline BandCase random_band_case(std::uint64_t seed, const BandShape& shape) {
  return BandCaseMaker(seed, shape).make();
}

/// Weights within `low` … `high` that sum to 1 with every class where it should be; cost 0.
[[nodiscard]] inline PlainProgram band_program(const BandCase& band_case, std::vector<double> low,
                                               std::vector<double> high) {
  PlainProgram out;
  out.cost.assign(band_case.count(), 0);
  out.lower = std::move(low);
  out.upper = std::move(high);
  out.rows.push_back({std::vector<double>(band_case.count(), 1), 1, 1});
  for (const WantedRange& range : band_case.classes) out.rows.push_back({range.shares, range.low, range.high});
  return out;
}

}  // namespace ballast::test
