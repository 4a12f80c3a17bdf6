// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "cprota/plan/history.hpp"
#include "cprota/plan/problem.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// Which turns of the range may be given to somebody.
enum class Freedom {
  fill,     // those not filled
  repair,   // also those in which check finds an error, from the next handover on, and as few others as it
            // takes
  replace,  // every turn from the next handover on
};

struct PlanQuestion {
  WeekRange weeks;
  Freedom freedom = Freedom::fill;
  Instant now;
  // The team that is, where another is asked about: what is wrong only in the other is an error whatever the
  // team takes for one.
  const Team* actual = nullptr;
};

// Some days to be given together, of a week that its file shares out by day.
struct TeamDays {
  Period during;
  std::vector<std::pair<int, Holder>> stood;  // 0 to 6 from the handover, and what the file says of each
  std::vector<PersonId> beside;               // who has the other days
  bool is_whole = false;                      // all that have open minutes
};

// One turn of the problem, in words of the team.
struct TeamTurn {
  RoleRef role;
  std::size_t period = 0;  // of TeamProblem::periods
  Holder stood;            // what the files say; of days, of the first
  std::optional<TeamDays> days;
};

// What keeps a person from a turn by what others have, and stays.
struct Clash {
  bool apart = false;        // has a turn of a rota to keep apart from on one of the dates
  bool is_double = false;    // covers another role at once, by an override
  bool is_new_pair = false;  // new, as whoever covers the other role at once, by an override or for some days

  [[nodiscard]] bool any() const { return apart || is_double || is_new_pair; }
};

// The problem of one rota, and what its numbers mean.
struct TeamProblem {
  const Rota* rota = nullptr;
  Indexed<Period> periods;
  Indexed<TeamTurn> turns;          // as PlanProblem::turns
  Indexed<const Person*> people;    // as PlanProblem::people: members who are not gone, in their order
  Indexed<Indexed<Clash>> clashes;  // by person, then by turn
  std::vector<ByLoadKind<WideFraction>> ahead;  // at the start of the range
  PlanProblem problem;
  // Of repair: by turn, whether check finds an error in it or it is to be given, and whether that error is
  // none once another turn moves; and the turns in doubt, which are pinned because their holders could not be
  // given them anew, or as optional, but may move where it takes that. Of two that are in error beside each
  // other, `exclusive` by their places in `in_doubt`, at least one does.
  std::vector<bool> in_error;
  std::vector<bool> beside_another;
  std::vector<int> in_doubt;
  std::vector<std::pair<std::size_t, std::size_t>> exclusive;
  Indexed<std::int64_t> parts;  // by person, of what all have together
  // What turns of people who are no members, or gone, add to two levels, whatever is given.
  std::int64_t avoided_by_others = 0;
  std::int64_t spacing_of_others = 0;

  // Whether somebody in an optional role gives up a turn that nobody is to have.
  [[nodiscard]] bool is_emptied(std::size_t turn) const {
    const PlanTurn& it = problem.turns[turn];
    return it.pinned && it.holder == nobody && it.before != nobody;
  }

  // The time of a turn; of days, theirs.
  [[nodiscard]] const Period& period_of(int turn) const {
    const TeamTurn& it = turns[turn];
    return it.days ? it.days->during : periods[it.period];
  }
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
