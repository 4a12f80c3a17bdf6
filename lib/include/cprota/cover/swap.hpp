// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/time/calendar.hpp"

namespace cprota {

// A turn as a week file has it: a role for the week, or for day 0 to 6 from the handover.
struct HeldTurn {
  RoleRef role;
  IsoWeek week;
  std::optional<int> day;

  friend bool operator==(const HeldTurn&, const HeldTurn&) = default;
};

// The turns that a person has in a week file: the roles of rotas that turn by the week; of the one role that
// is asked for, also its days.
[[nodiscard]] std::vector<HeldTurn> turns_held(const Team& team, WeekSource& weeks, const PersonId& person,
                                               IsoWeek week, const std::optional<RoleRef>& role);
// The day turns that a person has on dates, both included: roles of rotas that turn by the day, or whose week
// files list seven holders.
[[nodiscard]] std::vector<HeldTurn> turns_held(const Team& team, WeekSource& weeks, const PersonId& person,
                                               Date first, Date last, const std::optional<RoleRef>& role);

}  // namespace cprota
