// The member "fees" of an account.
#pragma once

#include "ballast/io/intake.hpp"
#include "ballast/model/fee_schedule.hpp"

namespace ballast {

[[nodiscard]] FeeSchedule read_fee_schedule(Intake& intake, const JsonValue& value, const Place& place);

}  // namespace ballast
