// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/plan/team_problem.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota::test {

// What generating did wrong, as generation.md has the rules, asked of one minute and one turn after another:
// a second opinion that uses nothing of the layers cover, count and plan. A line for each turn that moved but
// was pinned, for each that was given against a rule, and for each that stayed empty though somebody could
// have it. Of a week that the files share out by day, the days that nobody has go to one person. With
// Freedom::repair, turns that `before` has are free as `after` moves them. No line: nothing is wrong.
[[nodiscard]] std::vector<std::string> wrongly_generated(const Team& team, const PlanQuestion& question,
                                                         WeekFiles& before, WeekFiles& after);

}  // namespace cprota::test
