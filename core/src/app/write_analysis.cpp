#include "write_analysis.hpp"

#include <span>

#include "ballast/model/valuation.hpp"
#include "ballast/policy/findings.hpp"
#include "ballast/taxonomy/class_parts.hpp"
#include "ballast/taxonomy/concentration.hpp"
#include "ballast/taxonomy/cross_table.hpp"
#include "write_parts.hpp"

namespace ballast {
namespace {

using Amounts = std::vector<Decimal>;  // of the assets in order, then cash

// Past the last class is what is unclassified.
void write_class_id(JsonWriter& json, const Classification& classification, ClassIndex c) {
  json.key("class");
  if (c < classification.classes.size()) {
    json.value(classification.classes[c].id);
  } else {
    json.value(nullptr);
  }
}

void write_class_ids(JsonWriter& json, std::string_view name, const Classification& classification,
                     const std::vector<ClassIndex>& classes) {
  json.key(name);
  json.begin_list();
  for (const ClassIndex c : classes) json.value(classification.classes[c].id);
  json.value(nullptr);
  json.end_list();
}

void write_largest_asset(JsonWriter& json, const Portfolio& portfolio, const Amounts& amounts) {
  json.key("largest");
  const std::span<const Decimal> assets = std::span(amounts).first(portfolio.assets.size());
  const std::optional<std::size_t> largest = largest_amount(assets);
  if (!largest) {
    json.value(nullptr);
    return;
  }
  json.begin_object();
  write_position_id(json, portfolio, *largest);
  write_field(json, "weight", shown_weights(amounts)[*largest]);
  json.end_object();
}

void write_class_weights(JsonWriter& json, const Classification& classification, const ClassAmounts& weights) {
  json.key("classes");
  json.begin_list();
  for (ClassIndex c = 0; c <= classification.classes.size(); ++c) {
    json.begin_object();
    write_class_id(json, classification, c);
    write_field(json, "weight", c < weights.classes.size() ? weights.classes[c] : weights.unclassified);
    json.end_object();
  }
  json.end_list();
}

void write_concentration(JsonWriter& json, const Classification& classification, const Amounts& amounts) {
  // Effective numbers and the largest are those of exact amounts, weights as the summary shows them.
  const ClassAmounts exact = class_amounts(classification, amounts);
  const ClassAmounts weights = class_weights(classification, amounts);
  const std::vector<ClassIndex> top = top_level_classes(classification);
  const Amounts parts = top_level_amounts(classification, exact);
  const std::optional<std::size_t> largest = largest_amount(std::span(parts).first(top.size()));
  json.begin_object();
  json.field("classification", classification.id);
  write_field(json, "effective_classes", effective_number(parts));
  json.key("largest");
  if (largest) {
    json.begin_object();
    json.field("class", classification.classes[top[*largest]].id);
    write_field(json, "weight", weights.classes[top[*largest]]);
    json.end_object();
  } else {
    json.value(nullptr);
  }
  write_field(json, "unclassified", weights.unclassified);
  write_class_weights(json, classification, weights);
  json.end_object();
}

void write_parts(JsonWriter& json, const Portfolio& portfolio, const Classification& classification,
                 const Amounts& amounts) {
  json.begin_object();
  json.field("classification", classification.id);
  json.key("parts");
  json.begin_list();
  for (const ClassPart& part : class_parts(classification, amounts)) {
    json.begin_object();
    write_position_id(json, portfolio, part.position);
    write_class_id(json, classification, part.in.value_or(classification.classes.size()));
    write_field(json, "share", part.share);
    write_field(json, "weight", part.weight);
    json.end_object();
  }
  json.end_list();
  json.end_object();
}

void write_cross_table(JsonWriter& json, const Classification& rows, const Classification& columns,
                       const Amounts& amounts) {
  const CrossTable table = cross_weights(rows, columns, amounts);
  json.begin_object();
  json.field("rows", rows.id);
  json.field("columns", columns.id);
  write_class_ids(json, "row_classes", rows, table.rows);
  write_class_ids(json, "column_classes", columns, table.columns);
  json.key("cells");
  json.begin_list();
  for (std::size_t r = 0; r <= table.rows.size(); ++r) {
    json.begin_list();
    for (std::size_t c = 0; c <= table.columns.size(); ++c) json.value(table.cell(r, c).text());
    json.end_list();
  }
  json.end_list();
  json.end_object();
}

void write_composition(JsonWriter& json, const Document& document, const AnalysisRequest& request,
                       const Amounts& amounts) {
  const std::vector<Classification>& all = document.classifications;
  json.begin_object();
  const std::span<const Decimal> assets = std::span(amounts).first(document.portfolio.assets.size());
  write_field(json, "effective_assets", effective_number(assets));
  write_largest_asset(json, document.portfolio, amounts);
  json.key("classifications");
  json.begin_list();
  for (const Classification& classification : all) write_concentration(json, classification, amounts);
  json.end_list();
  json.key("cross_tables");
  json.begin_list();
  for (const ClassificationPair& pair : request.cross_tables) {
    write_cross_table(json, all[pair.rows], all[pair.columns], amounts);
  }
  json.end_list();
  json.key("parts");
  json.begin_list();
  for (const std::size_t classification : request.parts) {
    write_parts(json, document.portfolio, all[classification], amounts);
  }
  json.end_list();
  json.end_object();
}

void write_findings(JsonWriter& json, const Document& document, std::string_view state, const Amounts& amounts,
                    std::span<const Decimal> targets) {
  for (const Finding& finding : find_findings(document.portfolio, document.classifications, amounts, targets)) {
    json.begin_object();
    write_reason_fields(json, finding.code, finding.parameters);
    json.field("state", state);
    json.end_object();
  }
}

}  // namespace

std::string write_analysis(const Document& document, const AnalysisRequest& request, const Plan* plan) {
  const Amounts current = asset_and_cash_values(document.portfolio);
  Amounts targets;
  for (const Target& target : document.policy.targets) targets.push_back(target.weight);
  const bool planned = plan != nullptr && plan->status != PlanStatus::kInfeasible;
  Amounts after;
  if (planned) {
    for (const PositionChange& change : plan->changes) after.push_back(change.value_after);
  }
  return success([&](JsonWriter& json) {
    json.key("current");
    write_composition(json, document, request, current);
    json.key("target");
    write_composition(json, document, request, targets);
    json.key("after");
    if (planned) {
      write_composition(json, document, request, after);
    } else {
      json.value(nullptr);
    }
    json.key("findings");
    json.begin_list();
    write_findings(json, document, "current", current, targets);
    write_findings(json, document, "target", targets, {});
    if (planned) write_findings(json, document, "after", after, targets);
    json.end_list();
  });
}

}  // namespace ballast
