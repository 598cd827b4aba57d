// What sales realise, in the reply to a plan.
#pragma once

#include "ballast/rebalance/plan.hpp"
#include "json_writer.hpp"

namespace ballast {

/// The members `lots` and `without_lot` of a sale; none where its holding has no lots.
void write_sold_lots(JsonWriter& json, const Portfolio& portfolio, const Trade& trade);

/// The member `realised`; none where nothing has lots and there are no tax rules.
void write_realised(JsonWriter& json, const Portfolio& portfolio, const Plan& plan);

}  // namespace ballast
