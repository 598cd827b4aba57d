#include "class_rows.hpp"

#include <algorithm>

#include "distance.hpp"
#include "write_parts.hpp"

namespace ballast {
namespace {

std::vector<Decimal> weights_of(const Policy& policy) {
  std::vector<Decimal> weights;
  weights.reserve(policy.targets.size());
  for (const Target& target : policy.targets) weights.push_back(target.weight);
  return weights;
}

Decimal sum_of(std::span<const Decimal> values) {
  Decimal sum;
  for (const Decimal value : values) sum += value;
  return sum;
}

// A classification's rows: its classes, then (last) what is unclassified.
std::vector<Decimal> in_rows(ClassAmounts amounts) {
  std::vector<Decimal> rows = std::move(amounts.classes);
  rows.push_back(amounts.unclassified);
  return rows;
}

void write_row_id(JsonWriter& json, const Classification& classification, ClassIndex row) {
  json.field("classification", classification.id);
  json.key("class");
  if (row < classification.classes.size()) {
    json.value(classification.classes[row].id);
  } else {
    json.value(nullptr);
  }
}

}  // namespace

std::optional<BandEdges> class_band_edges(const Policy& policy, ClassPlace place, Decimal target) {
  const auto at = std::find_if(policy.class_bands.begin(), policy.class_bands.end(),
                               [&](const ClassBand& band) { return band.place == place; });
  if (at == policy.class_bands.end()) return std::nullopt;
  return band_edges(at->band, target);
}

void write_class_rows(JsonWriter& json, const std::vector<Classification>& classifications, const Policy& policy,
                      std::span<const Decimal> values) {
  const std::vector<Decimal> target_weights = weights_of(policy);
  const Decimal total = sum_of(values);
  json.key("classes");
  json.begin_list();
  for (std::size_t d = 0; d < classifications.size(); ++d) {
    const Classification& classification = classifications[d];
    const std::vector<Decimal> amounts = in_rows(class_amounts(classification, values));
    const std::vector<Decimal> weights = in_rows(class_weights(classification, values));
    const std::vector<Decimal> targets = in_rows(class_amounts(classification, target_weights));
    for (ClassIndex row = 0; row < amounts.size(); ++row) {
      const std::optional<BandEdges> band = class_band_edges(policy, {d, row}, targets[row]);
      json.begin_object();
      write_row_id(json, classification, row);
      write_field(json, "value", amounts[row]);
      write_field(json, "weight", weights[row]);
      write_field(json, "target", targets[row]);
      write_field(json, "difference", weights[row] - targets[row]);
      write_band(json, band);
      json.field("outside_band", is_outside(band, amounts[row], total));
      write_optional_field(json, "outside_by", outside_by(band, amounts[row], total));
      json.end_object();
    }
  }
  json.end_list();
}

void write_class_changes(JsonWriter& json, const std::vector<Classification>& classifications, const Policy& policy,
                         std::span<const Decimal> values_before, std::span<const Decimal> values_after) {
  const std::vector<Decimal> target_weights = weights_of(policy);
  const Decimal total_before = sum_of(values_before);
  const Decimal total_after = sum_of(values_after);
  json.key("classes");
  json.begin_list();
  for (std::size_t d = 0; d < classifications.size(); ++d) {
    const Classification& classification = classifications[d];
    const std::vector<Decimal> before = in_rows(class_amounts(classification, values_before));
    const std::vector<Decimal> after = in_rows(class_amounts(classification, values_after));
    const std::vector<Decimal> weights_before = in_rows(class_weights(classification, values_before));
    const std::vector<Decimal> weights_after = in_rows(class_weights(classification, values_after));
    const std::vector<Decimal> targets = in_rows(class_amounts(classification, target_weights));
    for (ClassIndex row = 0; row < before.size(); ++row) {
      const std::optional<BandEdges> band = class_band_edges(policy, {d, row}, targets[row]);
      json.begin_object();
      write_row_id(json, classification, row);
      write_field(json, "value_before", before[row]);
      write_field(json, "value_after", after[row]);
      write_field(json, "before", weights_before[row]);
      write_field(json, "target", targets[row]);
      write_field(json, "after", weights_after[row]);
      write_band(json, band);
      json.field("outside_before", is_outside(band, before[row], total_before));
      json.field("outside_after", is_outside(band, after[row], total_after));
      json.end_object();
    }
  }
  json.end_list();
}

}  // namespace ballast
