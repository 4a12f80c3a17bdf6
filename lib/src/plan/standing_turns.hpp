// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "cprota/plan/team_problem.hpp"

namespace cprota {

// What a week file says of one turn: one holder, or a week shared out by day.
struct Standing {
  Holder holder;
  std::vector<std::pair<Holder, Interval>> by_day;  // empty where there is one holder

  // Those who have an open minute of it.
  [[nodiscard]] std::vector<Holder> holders(const IntervalSet& open) const;
};

// `file` is nullptr where the week has none.
[[nodiscard]] Standing standing_turn(const Rota& rota, const RoleRef& role, const Period& period,
                                     const WeekFile* file, const Zone& zone);

// Pins again what repair need not touch: turns that break no rule of which `check` makes an error, but whose
// holder could not be given them anew, for lack of rest or because of another rota.
void pin_what_stands(TeamProblem& problem, const Team& team, bool rest_is_error);

}  // namespace cprota
