// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "cprota/cover/rules.hpp"
#include "cprota/plan/solve.hpp"
#include "cprota/plan/team_problem.hpp"

namespace cprota {

// Whether somebody is in error by having a turn; `beside_another` where they are not once somebody else has
// the other turn: one person in two roles, or two who are new.
enum class TurnError { none, beside_another, by_itself };

// The errors that `check` finds in what a rota's turns cover: overrides applied, and without what the team
// allows or does not take for an error. Of a team that is not, also what only it makes wrong.
class TurnErrors {
 public:
  TurnErrors() = default;  // of a rota that is not asked about
  TurnErrors(const Team& team, const Rota& rota, const Indexed<Period>& periods, const PlanQuestion& question,
             WeekSource& weeks);

  [[nodiscard]] TurnError of(const RoleRef& role, const Person& holder, const std::optional<Place>& place,
                             const Interval& during) const;

 private:
  const Team* team_ = nullptr;
  const Rota* rota_ = nullptr;
  std::vector<Finding> errors_;
};

// Pins turns in which there is no error though their holder could not be given them anew, and optional ones:
// what members have of them is in doubt. So is a turn that is in error beside another, of which one may stay.
void pin_what_stands(TeamProblem& drawn);

// The best answer with the turns in doubt pinned or free; with only the turns in error free where that is the
// best already, else with all. No fewer turns are filled than with all of those in doubt free, and the bounds
// hold for every way to free some. An answer with some of them free has them so in `drawn` afterwards.
[[nodiscard]] PlanAnswer solve_repair(TeamProblem& drawn, const SolveOptions& options);

}  // namespace cprota
