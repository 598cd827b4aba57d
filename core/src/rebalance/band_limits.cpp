#include "band_limits.hpp"

#include <algorithm>

#include "ballast/policy/class_band.hpp"

namespace ballast {
namespace {

double destination_weight(PlanRequest::Destination destination, double target, double edge) {
  switch (destination) {
    case PlanRequest::Destination::kTarget:
      return target;
    case PlanRequest::Destination::kHalfWay:
      return (target + edge) / 2;
    case PlanRequest::Destination::kBandEdge:
      return edge;
  }
  return target;
}

WeightRange allowed(const BandEdges& edges, PlanRequest::Destination destination, double weight, double target,
                    bool outside) {
  WeightRange range{edges.low.to_double(), edges.high.to_double()};
  if (!outside) return range;
  if (weight > target) {
    range.high = destination_weight(destination, target, range.high);
  } else {
    range.low = destination_weight(destination, target, range.low);
  }
  return range;
}

}  // namespace

BandLimits find_band_limits(const Policy& policy, std::span<const Decimal> values,
                            PlanRequest::Destination destination) {
  const Decimal total = sum_of(values);
  BandLimits out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Target& target = policy.targets[i];
    const double weight = values[i].to_double() / total.to_double();
    const std::optional<BandEdges> edges = band_edges(target.band, target.weight);
    const bool beyond = edges && is_outside(edges, values[i], total);
    const bool overdrawn = values[i].sign() < 0;  // cash that a withdrawal takes must be raised, band or not
    out.weights.push_back(weight);
    out.targets.push_back(target.weight.to_double());
    out.outside.push_back(beyond || overdrawn);
    out.ranges.push_back(edges ? allowed(*edges, destination, weight, out.targets[i], beyond) : WeightRange{});
    out.any_outside = out.any_outside || beyond || overdrawn;
  }
  for (const ClassBand& band : policy.class_bands) {
    const std::optional<BandEdges> edges = class_band_edges(band, policy);
    if (!edges) continue;
    const Decimal value = class_amount(band, values);
    const bool beyond = is_outside(edges, value, total);
    ClassRange range;
    for (const auto& [position, share] : band.members) {
      range.at.push_back(position);
      range.shares.push_back(share.to_double());
    }
    range.range = allowed(*edges, destination, value.to_double() / total.to_double(),
                          class_target(band, policy).to_double(), beyond);
    out.any_outside = out.any_outside || beyond;
    out.classes.push_back(std::move(range));
  }
  return out;
}

std::vector<WeightRange> ranges_of_moves(const BandLimits& limits) {
  const std::size_t cash = limits.weights.size() - 1;
  std::vector<bool> in_class(cash + 1);
  for (const ClassRange& range : limits.classes) {
    for (const std::size_t i : range.at) in_class[i] = true;
  }
  std::vector<WeightRange> out = limits.ranges;
  out[cash].low = std::max(out[cash].low, 0.0);
  for (std::size_t i = 0; i < cash; ++i) {
    const double weight = limits.weights[i];
    const double target = limits.targets[i];
    const bool has_band = out[i].low > 0 || out[i].high < 1;
    if (has_band || (in_class[i] && target > 0)) continue;
    out[i] = {std::min(weight, target), std::max(weight, target)};
  }
  return out;
}

}  // namespace ballast
