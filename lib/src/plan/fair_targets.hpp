// SPDX-License-Identifier: MIT
#pragma once

#include "cprota/plan/team_problem.hpp"

namespace cprota {

// What each person should have of each kind of load, less what they are ahead at the start of the range, and
// the steps: of the turns, people and periods that are drawn.
void set_targets(const Team& team, const Rota& rota, IsoWeek first, WeekSource& weeks, TeamProblem& drawn);

}  // namespace cprota
