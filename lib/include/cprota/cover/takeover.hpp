// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cprota/cover/resolve.hpp"

namespace cprota {

// What one override gives of one holder's turns to somebody else.
struct Takeover {
  RoleRef role;
  Holder from;      // who has the turn by the week files
  Holder to;        // who has the role in their place
  Source source;    // the override
  Interval during;  // from the first open minute to the last
  Minutes open;     // of these, the open ones
};

// Those with open minutes in `range`, cut at its ends, in order of begin, then of rota and role as in the
// team. Where overrides lie on each other, the one that wins counts; an override to the holder of the turn
// takes nothing over. A filter by person takes what they gave and what they took.
[[nodiscard]] std::vector<Takeover> takeovers(const Team& team, const Interval& range, WeekSource& weeks,
                                              const Filter& filter = {});

}  // namespace cprota
