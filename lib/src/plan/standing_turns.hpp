// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "cprota/plan/team_problem.hpp"

namespace cprota {

// One day of a week that its file shares out by day.
struct StandingDay {
  int day = 0;  // 0 to 6 from the handover
  PlacedHolder placed;
  Interval during;
};

// What a week file says of one turn: one holder, or a week shared out by day.
struct Standing {
  PlacedHolder placed;
  std::vector<StandingDay> by_day;  // empty where there is one holder

  // Those who have an open minute of it.
  [[nodiscard]] std::vector<Holder> holders(const IntervalSet& open) const;
};

// `file` is nullptr where the week has none.
[[nodiscard]] Standing standing_turn(const Rota& rota, const RoleRef& role, const Period& period,
                                     const WeekFile* file, const Zone& zone);

// The time of some days of a period. Of its bank holidays those stay of which one of these days has most of
// the open minutes, or as many as an earlier one.
[[nodiscard]] Period part_of(const Team& team, const Period& period, const Standing& standing,
                             const std::vector<StandingDay>& days);

}  // namespace cprota
