#include "read_profile_request.hpp"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>

#include "ballast/base/limits.hpp"
#include "ballast/io/intake.hpp"
#include "ballast/policy/questionnaire.hpp"

namespace ballast {
namespace {

constexpr std::size_t kMostEntries = 100;  // more than there are questions, so that one answered twice is named
constexpr int kMostYears = 100;

std::string known_questions() {
  std::string out;
  for (const Question& question : questionnaire()) out += (out.empty() ? "" : ", ") + std::string(question.id);
  return out;
}

void read_answer(Fields& entry, std::vector<std::optional<int>>& answers) {
  const std::string id = entry.text("question", true);
  const std::optional<std::size_t> question = find_question(id);
  const int most = question ? static_cast<int>(questionnaire()[*question].answers.size()) - 1
                            : std::numeric_limits<int>::max();  // which it would be is not known
  const std::optional<int> answer = entry.whole("answer", true, 0, most);
  entry.finish();
  if (id.empty()) return;
  if (!question) {
    entry.report("question", ErrorCode::kUnknownValue, {{"value", id}, {"expected", known_questions()}});
  } else if (answers[*question]) {
    entry.report("question", ErrorCode::kDuplicateEntry, {{"id", id}});
  } else {
    answers[*question] = answer.value_or(0);  // answered, if wrongly
  }
}

std::vector<int> read_answers(Fields& fields, Intake& intake) {
  std::vector<std::optional<int>> answers(questionnaire().size());
  const Place list = fields.at("answers");
  const std::size_t reported = intake.reported();
  const std::vector<JsonValue>& entries = fields.list("answers", true, kMostEntries, "answers");
  const bool is_list = intake.reported() == reported && fields.usable();
  std::size_t index = 0;
  for (const JsonValue& value : entries) {
    const Place place(list, index++);
    Fields entry(intake, value, place);
    if (entry.usable()) read_answer(entry, answers);
  }
  std::vector<int> out;
  for (std::size_t q = 0; q < answers.size(); ++q) {
    if (!answers[q] && is_list) {
      intake.report(ErrorCode::kMissingField, list, {{"field", std::string(questionnaire()[q].id)}});
    }
    out.push_back(answers[q].value_or(0));
  }
  return out;
}

void report_range(Intake& intake, const Place& place, Decimal value, const std::string& range) {
  intake.report(ErrorCode::kNumberOutOfRange, place, {{"value", value.text()}, {"range", range}});
}

// Of two that contradict each other the later one is refused, or else the one that was given at all.
void check_pairs(Fields& fields, Intake& intake, const ProfileConstants& constants) {
  if (constants.reserve_at_full > constants.reserve_at_none) {
    if (fields.has("reserve_at_full")) {
      report_range(intake, fields.at("reserve_at_full"), constants.reserve_at_full,
                   "from 0 to reserve_at_none, " + constants.reserve_at_none.text());
    } else {
      report_range(intake, fields.at("reserve_at_none"), constants.reserve_at_none,
                   "from reserve_at_full, " + constants.reserve_at_full.text() + ", to 1");
    }
  }
  if (constants.small_at_full + constants.medium_at_full > kOne) {
    if (fields.has("medium_at_full")) {
      report_range(intake, fields.at("medium_at_full"), constants.medium_at_full,
                   "from 0 to 1 - small_at_full, " + (kOne - constants.small_at_full).text());
    } else {
      report_range(intake, fields.at("small_at_full"), constants.small_at_full,
                   "from 0 to 1 - medium_at_full, " + (kOne - constants.medium_at_full).text());
    }
  }
}

ProfileConstants read_constants(Fields& fields, Intake& intake) {
  const ProfileConstants usual;
  ProfileConstants out;
  const std::size_t reported = intake.reported();
  const auto share = [&](std::string_view name, Decimal otherwise) {
    return fields.decimal(name, false, Range::kShare, otherwise);
  };
  out.tolerance_weight = share("tolerance_weight", usual.tolerance_weight);
  out.slack_over_capacity = share("slack_over_capacity", usual.slack_over_capacity);
  out.horizon_scale_years = fields.decimal("horizon_scale_years", false, Range::kPositive, usual.horizon_scale_years);
  out.reserve_at_none = share("reserve_at_none", usual.reserve_at_none);
  out.reserve_at_full = share("reserve_at_full", usual.reserve_at_full);
  out.small_at_full = share("small_at_full", usual.small_at_full);
  out.medium_at_full = share("medium_at_full", usual.medium_at_full);
  fields.finish();
  if (intake.reported() == reported) check_pairs(fields, intake, out);
  return out;
}

}  // namespace

Result<ProfileRequest> read_profile_request(std::string_view text) {
  Result<JsonValue> json = parse_json(text, Source::kRequest, limits::kRequestBytes);
  if (!json.ok()) return json.problems();

  ProfileRequest request;
  Intake intake(Source::kRequest);
  const Place top;
  Fields fields(intake, json.value(), top);
  request.answers = read_answers(fields, intake);
  request.horizon_years = fields.decimal("horizon_years", true, Range::kAny);
  if (request.horizon_years.sign() < 0 || request.horizon_years > Decimal::from_integer(kMostYears)) {
    report_range(intake, fields.at("horizon_years"), request.horizon_years, "from 0 to " + std::to_string(kMostYears));
  }
  if (const JsonValue* constants = fields.member("constants", false)) {
    const Place place = fields.at("constants");
    Fields constant_fields(intake, *constants, place);
    request.constants = read_constants(constant_fields, intake);
  }
  fields.finish();
  if (!intake.ok()) return intake.take();
  return request;
}

}  // namespace ballast
