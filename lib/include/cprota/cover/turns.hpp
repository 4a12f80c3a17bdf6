// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "cprota/cover/resolve.hpp"

namespace cprota {

// One role from a handover to the next, or one day of it, as the week file has it: overrides do not count.
struct Turn {
  RoleRef role;
  IsoWeek week;
  std::optional<Date> date;  // on which a day turn begins; absent for week turns
  Holder holder;
  Interval during;
  std::optional<Place> place;  // of the holder in its file
};

// The turns with open minutes in `range`, whole, in order of begin, then of rota and role. A turn is a day
// where the rota turns by the day or its week file lists seven holders, a week otherwise. Turns without open
// minutes are no turns; those not filled have an Unfilled holder.
[[nodiscard]] std::vector<Turn> turns_in(const Team& team, const Interval& range, WeekSource& weeks,
                                         const Filter& filter = {});

// The open minutes of a turn of this rota.
[[nodiscard]] IntervalSet open_part(const Team& team, const Turn& turn);

}  // namespace cprota
