#include "class_rows.hpp"

#include "ballast/policy/class_band.hpp"
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

// What the policy says of a class, measured as plans measure it: a row is outside exactly where a plan would act.
class RowBand {
 public:
  RowBand(const Policy& policy, ClassPlace place) : band_(find_class_band(policy, place)) {
    if (band_ != nullptr) edges_ = class_band_edges(*band_, policy);
  }

  [[nodiscard]] const std::optional<BandEdges>& edges() const { return edges_; }
  [[nodiscard]] bool is_outside(std::span<const Decimal> values, Decimal total) const {
    return edges_ && ballast::is_outside(edges_, class_amount(*band_, values), total);
  }
  [[nodiscard]] std::optional<Decimal> outside_by(std::span<const Decimal> values, Decimal total) const {
    if (!edges_) return std::nullopt;
    return ballast::outside_by(edges_, class_amount(*band_, values), total);
  }

 private:
  const ClassBand* band_;
  std::optional<BandEdges> edges_;
};

}  // namespace

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
      const RowBand band(policy, {d, row});
      json.begin_object();
      write_row_id(json, classification, row);
      write_field(json, "value", amounts[row]);
      write_field(json, "weight", weights[row]);
      write_field(json, "target", targets[row]);
      write_field(json, "difference", weights[row] - targets[row]);
      write_band(json, band.edges());
      json.field("outside_band", band.is_outside(values, total));
      write_optional_field(json, "outside_by", band.outside_by(values, total));
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
      const RowBand band(policy, {d, row});
      json.begin_object();
      write_row_id(json, classification, row);
      write_field(json, "value_before", before[row]);
      write_field(json, "value_after", after[row]);
      write_field(json, "before", weights_before[row]);
      write_field(json, "target", targets[row]);
      write_field(json, "after", weights_after[row]);
      write_band(json, band.edges());
      json.field("outside_before", band.is_outside(values_before, total_before));
      json.field("outside_after", band.is_outside(values_after, total_after));
      json.end_object();
    }
  }
  json.end_list();
}

}  // namespace ballast
