#include "read_analysis_request.hpp"

#include <algorithm>
#include <string>

#include "ballast/base/limits.hpp"
#include "ballast/io/intake.hpp"
#include "ballast/taxonomy/cross_table.hpp"
#include "read_request.hpp"

namespace ballast {
namespace {

std::optional<std::size_t> read_classification(Fields& fields, Intake& intake, std::string_view name,
                                               const std::vector<Classification>& all) {
  const std::string id = fields.text(name, true);
  if (id.empty()) return std::nullopt;
  const auto at = std::find_if(all.begin(), all.end(), [&](const Classification& c) { return c.id == id; });
  if (at != all.end()) return static_cast<std::size_t>(at - all.begin());
  intake.report(ErrorCode::kUnknownClassification, fields.at(name), {{"id", id}});
  return std::nullopt;
}

std::vector<ClassificationPair> read_cross_tables(Fields& fields, Intake& intake, const Document& document) {
  std::vector<ClassificationPair> pairs;
  const std::vector<Classification>& all = document.classifications;
  const Place list = fields.at("cross_tables");
  std::size_t cells = 0;
  std::size_t index = 0;
  for (const JsonValue& value : fields.list("cross_tables", false, limits::kCrossTables, "cross tables")) {
    const Place place(list, index++);
    Fields pair(intake, value, place);
    const std::optional<std::size_t> rows = read_classification(pair, intake, "rows", all);
    const std::optional<std::size_t> columns = read_classification(pair, intake, "columns", all);
    pair.finish();
    if (!rows || !columns) continue;
    pairs.push_back({*rows, *columns});
    cells += cross_table_cells(all[*rows], all[*columns]);
  }
  if (cells > limits::kCells) {
    intake.report(ErrorCode::kTooMany, list,
                  {{"count", std::to_string(cells)},
                   {"what", "cells of cross tables"},
                   {"limit", std::to_string(limits::kCells)}});
  }
  return pairs;
}

}  // namespace

Result<AnalysisRequest> read_analysis_request(std::string_view text, const Document& document) {
  AnalysisRequest request;
  if (text.empty()) return request;
  Result<JsonValue> json = parse_json(text, Source::kRequest, limits::kRequestBytes);
  if (!json.ok()) return json.problems();

  Intake intake(Source::kRequest);
  const Place top;
  Fields fields(intake, json.value(), top);
  request.cross_tables = read_cross_tables(fields, intake, document);
  if (const JsonValue* plan = fields.member("plan", false)) {
    const Place place = fields.at("plan");
    request.plan = read_plan_request(intake, *plan, place, document);
  }
  fields.finish();
  if (!intake.ok()) return intake.take();
  return request;
}

}  // namespace ballast
