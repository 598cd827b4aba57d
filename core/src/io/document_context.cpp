#include "document_context.hpp"

#include <utility>

namespace ballast {

std::optional<AssetIndex> DocumentContext::read_asset(Fields& fields) {
  const std::string id = fields.text("asset", true);
  if (id.empty()) return std::nullopt;
  const std::optional<std::size_t> index = asset_ids.find(id);
  if (!index && assets_known) fields.report("asset", ErrorCode::kUnknownAsset, {{"id", id}});
  return index;
}

std::optional<std::size_t> DocumentContext::read_position(Fields& fields) {
  const JsonValue* given = fields.member("asset", false);
  if (given != nullptr && given->kind == JsonValue::Kind::kNull) return asset_count();
  return read_asset(fields);
}

std::optional<ClassPlace> DocumentContext::read_class_place(Fields& fields) {
  const std::string classification = fields.text("classification", true);
  const std::string id = fields.text("class", true);
  if (classification.empty() || id.empty() || !classifications_known) return std::nullopt;
  const std::optional<std::size_t> at = classification_ids.find(classification);
  if (!at) {
    fields.report("classification", ErrorCode::kUnknownClassification, {{"id", classification}});
    return std::nullopt;
  }
  const std::optional<std::size_t> in = class_ids[*at].find(id);
  if (!in) {
    fields.report("class", ErrorCode::kUnknownClass, {{"classification", classification}, {"id", id}});
    return std::nullopt;
  }
  return ClassPlace{*at, *in};
}

void DocumentContext::report_too_many(const Place& place, std::size_t count, std::string what, std::size_t limit) {
  intake.report(ErrorCode::kTooMany, place,
                {{"count", std::to_string(count)}, {"what", std::move(what)}, {"limit", std::to_string(limit)}});
}

}  // namespace ballast
