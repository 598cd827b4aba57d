// The risk profile and its questionnaire as JSON.
#pragma once

#include <string>

#include "ballast/policy/risk_profile.hpp"
#include "json_writer.hpp"

namespace ballast {

[[nodiscard]] std::string write_profile(const RiskProfile& profile, const ProfileConstants& constants);

/// The field `questionnaire` of a description, inside an object that is open.
void write_questionnaire(JsonWriter& json);

/// An object with all constants; `name` is the field.
void write_profile_constants(JsonWriter& json, std::string_view name, const ProfileConstants& constants);

}  // namespace ballast
