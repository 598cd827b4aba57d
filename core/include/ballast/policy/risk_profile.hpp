// From answers to a risk figure, and from that to a rough mix. Ballast's own rule (docs/math/risk-profile.md): no
// authoritative map from answers to weights exists. Calculated, not advice.
//
//   tolerance, capacity = mean of answer / (number of answers - 1) over the questions of the part        0 … 1
//   goal                = the same for its one question                                                  0 … 1
//   horizon             = years / (years + scale)                                                        0 … 1
//   base                = min( k tolerance + (1 - k) capacity,  capacity + slack )
//   risk                = base * (1 + goal) / 2 * horizon                                                0 … 1
//
//   reserve = at_none - (at_none - at_full) * risk
//   small   = (1 - reserve) * small_at_full  * risk
//   medium  = (1 - reserve) * medium_at_full * risk
//   large   = 1 - reserve - small - medium
//
// Exact decimals. Tolerance, capacity, goal, horizon and risk are rounded half-even to four decimals each, and what
// follows is calculated from the rounded figures, so that every step can be done again by hand from the reply.
// Source of the ideas: J. E. Grable, R. H. Lytton, Financial risk tolerance revisited, 1999 (tolerance by questions);
// that capacity limits tolerance is common practice. The formula is ours.
#pragma once

#include <span>

#include "ballast/money/decimal.hpp"

namespace ballast {

struct ProfileConstants {
  Decimal tolerance_weight = Decimal::from_units(500'000'000'000'000'000);     ///< k above, 0 … 1
  Decimal slack_over_capacity = Decimal::from_units(100'000'000'000'000'000);  ///< 0 … 1
  Decimal horizon_scale_years = Decimal::from_integer(5);                      ///< > 0; horizon is 1/2 after so many
  Decimal reserve_at_none = Decimal::from_integer(1);                          ///< reserve_at_full … 1
  Decimal reserve_at_full = Decimal::from_units(100'000'000'000'000'000);      ///< 0 … reserve_at_none
  Decimal small_at_full = Decimal::from_units(150'000'000'000'000'000);        ///< 0 … 1 - medium_at_full
  Decimal medium_at_full = Decimal::from_units(250'000'000'000'000'000);       ///< 0 … 1 - small_at_full

  [[nodiscard]] friend bool operator==(const ProfileConstants&, const ProfileConstants&) = default;
};

/// Shares of the whole. They sum to exactly 1.
struct ProfileMix {
  Decimal reserve;  ///< stablecoins and cash
  Decimal large;    ///< by market cap
  Decimal medium;
  Decimal small;
};

struct RiskProfile {
  Decimal tolerance;
  Decimal capacity;
  Decimal goal;
  Decimal horizon;
  Decimal risk;
  ProfileMix mix;  ///< in whole per cent
};

/// `answers`: one for each question of `questionnaire()` in its order, 0 … number of its answers - 1.
/// 0 <= horizon_years <= 100. The constants are in their ranges.
[[nodiscard]] RiskProfile score_profile(std::span<const int> answers, Decimal horizon_years,
                                        const ProfileConstants& constants);

/// base above, not rounded to four decimals.
[[nodiscard]] Decimal base_risk(Decimal tolerance, Decimal capacity, const ProfileConstants& constants);

/// The mix before it is rounded to whole per cent: with more risk never more reserve, never less of small or medium.
/// Products are rounded at 18 decimals. 0 <= risk <= 1.
[[nodiscard]] ProfileMix exact_mix(Decimal risk, const ProfileConstants& constants);

/// In whole per cent, each less than one point from the exact share. What is rounded are the sums reserve,
/// reserve + large, reserve + large + medium: so with more risk there is still never more reserve, never less of small
/// and never less of small and medium together, which largest remainders of the four shares would not keep.
[[nodiscard]] ProfileMix whole_per_cent(const ProfileMix& mix);

}  // namespace ballast
