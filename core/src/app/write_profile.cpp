#include "write_profile.hpp"

#include "ballast/policy/questionnaire.hpp"
#include "write_parts.hpp"

namespace ballast {

void write_questionnaire(JsonWriter& json) {
  json.key("questionnaire");
  json.begin_list();
  for (const Question& question : questionnaire()) {
    json.begin_object();
    json.field("id", question.id);
    json.field("part", part_name(question.part));
    json.field("question", question.text);
    json.key("answers");
    json.begin_list();
    for (const std::string_view answer : question.answers) json.value(answer);
    json.end_list();
    json.end_object();
  }
  json.end_list();
}

void write_profile_constants(JsonWriter& json, std::string_view name, const ProfileConstants& constants) {
  json.key(name);
  json.begin_object();
  write_field(json, "tolerance_weight", constants.tolerance_weight);
  write_field(json, "slack_over_capacity", constants.slack_over_capacity);
  write_field(json, "horizon_scale_years", constants.horizon_scale_years);
  write_field(json, "reserve_at_none", constants.reserve_at_none);
  write_field(json, "reserve_at_full", constants.reserve_at_full);
  write_field(json, "small_at_full", constants.small_at_full);
  write_field(json, "medium_at_full", constants.medium_at_full);
  json.end_object();
}

std::string write_profile(const RiskProfile& profile, const ProfileConstants& constants) {
  return success([&](JsonWriter& json) {
    write_field(json, "tolerance", profile.tolerance);
    write_field(json, "capacity", profile.capacity);
    write_field(json, "goal", profile.goal);
    write_field(json, "horizon", profile.horizon);
    write_field(json, "risk", profile.risk);
    json.key("mix");
    json.begin_object();
    write_field(json, "reserve", profile.mix.reserve);
    write_field(json, "large", profile.mix.large);
    write_field(json, "medium", profile.mix.medium);
    write_field(json, "small", profile.mix.small);
    json.end_object();
    write_profile_constants(json, "constants", constants);
  });
}

}  // namespace ballast
