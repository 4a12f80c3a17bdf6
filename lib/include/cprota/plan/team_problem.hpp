// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "cprota/plan/history.hpp"
#include "cprota/plan/problem.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// Which turns of the range may be given to somebody.
enum class Freedom {
  fill,     // those not filled
  repair,   // also those with an error from the next handover on, and as few others as it takes
  replace,  // every turn from the next handover on
};

struct PlanQuestion {
  WeekRange weeks;
  Freedom freedom = Freedom::fill;
  Instant now;
};

// One turn of the problem, in words of the team.
struct TeamTurn {
  RoleRef role;
  std::size_t period = 0;  // of TeamProblem::periods
  Holder stood;            // what the files say
};

// The problem of one rota, and what its numbers mean.
struct TeamProblem {
  const Rota* rota = nullptr;
  Indexed<Period> periods;
  Indexed<TeamTurn> turns;        // as PlanProblem::turns
  Indexed<const Person*> people;  // as PlanProblem::people: members who are not gone, in their order
  std::vector<ByLoadKind<WideFraction>> ahead;  // at the start of the range
  PlanProblem problem;

  [[nodiscard]] const Period& period_of(int turn) const { return periods[turns[turn].period]; }
};

// Draws up the problem of a rota. `weeks` has everything that is pinned, other rotas' turns too; `team`
// outlives the answer.
[[nodiscard]] TeamProblem team_problem(const Team& team, const Rota& rota, const PlanQuestion& question,
                                       WeekSource& weeks);

// Minutes × hundredths that count as one difference: the rota's fair-step, or a twentieth of an ordinary week
// in the heaviest role.
[[nodiscard]] WideFraction fair_step_of(const Team& team, const Rota& rota, IsoWeek week);

// Rotas that keep apart from this one, in whichever of the two it stands.
[[nodiscard]] std::vector<const Rota*> rotas_apart_from(const Team& team, const Rota& rota);

}  // namespace cprota
