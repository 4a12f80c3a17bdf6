// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cprota/cover/resolve.hpp"

namespace cprota {

// A stretch in which nothing changes: the same hours are open, and the same people cover.
struct Phase {
  struct Seat {
    RoleRef role;
    PersonId person;
    friend bool operator==(const Seat&, const Seat&) = default;
  };

  Interval during;
  std::vector<HoursId> open;   // in the order of the team, as the others
  std::vector<Seat> covering;  // of roles whose hours are open
  std::vector<RoleRef> gaps;   // open and not filled; not those left empty on purpose
};

// The phases that fill `range` from end to end; neighbours differ.
[[nodiscard]] std::vector<Phase> phases(const Team& team, const Interval& range, WeekSource& weeks);

}  // namespace cprota
