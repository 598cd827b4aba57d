#include "read_analysis_request.hpp"

#include <algorithm>
#include <string>

#include "ballast/base/limits.hpp"
#include "ballast/io/intake.hpp"
#include "ballast/taxonomy/class_parts.hpp"
#include "ballast/taxonomy/cross_table.hpp"
#include "read_request.hpp"

namespace ballast {
namespace {

// Of an id, which is empty where it could not be read.
std::optional<std::size_t> find_classification(const std::string& id, const Place& place, Intake& intake,
                                               const std::vector<Classification>& all) {
  if (id.empty()) return std::nullopt;
  const auto at = std::find_if(all.begin(), all.end(), [&](const Classification& c) { return c.id == id; });
  if (at != all.end()) return static_cast<std::size_t>(at - all.begin());
  intake.report(ErrorCode::kUnknownClassification, place, {{"id", id}});
  return std::nullopt;
}

std::optional<std::size_t> read_classification(Fields& fields, Intake& intake, std::string_view name,
                                               const std::vector<Classification>& all) {
  return find_classification(fields.text(name, true), fields.at(name), intake, all);
}

void report_too_many(Intake& intake, const Place& place, std::size_t count, std::string what, std::size_t limit) {
  intake.report(ErrorCode::kTooMany, place,
                {{"count", std::to_string(count)}, {"what", std::move(what)}, {"limit", std::to_string(limit)}});
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
  if (cells > limits::kCells) report_too_many(intake, list, cells, "cells of cross tables", limits::kCells);
  return pairs;
}

std::vector<std::size_t> read_parts(Fields& fields, Intake& intake, const Document& document) {
  std::vector<std::size_t> parts;
  const std::vector<Classification>& all = document.classifications;
  const Place list = fields.at("parts");
  std::size_t count = 0;
  std::size_t index = 0;
  for (const JsonValue& value : fields.list("parts", false, limits::kClassifications, "classifications")) {
    const Place place(list, index++);
    const std::string id = read_text(intake, value, place, false);
    const std::optional<std::size_t> classification = find_classification(id, place, intake, all);
    if (!classification) continue;
    if (std::find(parts.begin(), parts.end(), *classification) != parts.end()) {
      intake.report(ErrorCode::kDuplicateEntry, place, {{"id", id}});
      continue;
    }
    parts.push_back(*classification);
    count += class_parts_count(all[*classification]);
  }
  if (count > limits::kParts) report_too_many(intake, list, count, "parts of assets in classes", limits::kParts);
  return parts;
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
  request.parts = read_parts(fields, intake, document);
  if (const JsonValue* plan = fields.member("plan", false)) {
    const Place place = fields.at("plan");
    request.plan = read_plan_request(intake, *plan, place, document);
  }
  fields.finish();
  if (!intake.ok()) return intake.take();
  return request;
}

}  // namespace ballast
