// Class weights beside their targets and bands, for the summary and the plan.
#pragma once

#include <span>
#include <vector>

#include "ballast/policy/policy.hpp"
#include "ballast/taxonomy/class_values.hpp"
#include "json_writer.hpp"

namespace ballast {

/// "classes" of a summary.
void write_class_rows(JsonWriter& json, const std::vector<Classification>& classifications, const Policy& policy,
                      std::span<const Decimal> values);

/// "classes" of a plan.
void write_class_changes(JsonWriter& json, const std::vector<Classification>& classifications, const Policy& policy,
                         std::span<const Decimal> values_before, std::span<const Decimal> values_after);

}  // namespace ballast
