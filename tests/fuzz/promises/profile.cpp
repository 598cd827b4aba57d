#include "promises/profile.hpp"

#include "support/broken.hpp"
#include "support/exact.hpp"

namespace ballast::fuzz {

void check_profile(const Json& profile) {
  for (const char* part : {"tolerance", "capacity", "goal", "horizon", "risk"}) {
    const Exact value = exact(profile.at(part));
    if (value < 0 || value > one()) broken("a part of a profile lies in 0 … 1", profile.dump());
    must(value % power_of_ten(18 - 4) == 0, "a part of a profile has four decimals");
  }
  Exact sum = 0;
  for (const Json& share : profile.at("mix")) {
    const Exact value = exact(share);
    if (value < 0 || value > one()) broken("a share of the mix lies in 0 … 1", profile.dump());
    must(value % power_of_ten(18 - 2) == 0, "a share of the mix is in whole per cent");
    sum += value;
  }
  if (sum != one()) broken("the mix sums to exactly 1", profile.at("mix").dump());
}

}  // namespace ballast::fuzz
