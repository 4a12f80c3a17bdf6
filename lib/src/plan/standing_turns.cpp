// SPDX-License-Identifier: MIT
#include "plan/standing_turns.hpp"

#include <algorithm>
#include <cstdlib>

namespace cprota {

std::vector<Holder> Standing::holders(const IntervalSet& open) const {
  if (by_day.empty()) return {holder};
  std::vector<Holder> all;
  for (const auto& [one, during] : by_day) {
    if (!open.common(during).empty()) all.push_back(one);
  }
  return all;
}

Standing standing_turn(const Rota& rota, const RoleRef& role, const Period& period, const WeekFile* file,
                       const Zone& zone) {
  const Assignment* assignment = file == nullptr ? nullptr : file->assignment(role);
  if (assignment == nullptr) return {};
  Standing standing{assignment->on_day(period.day).holder, {}};
  if (rota.turn == TurnKind::day || !assignment->is_by_day()) return standing;
  constexpr int days = 7;
  for (int day = 0; day < days; ++day) {
    const Holder& holder = assignment->on_day(day).holder;
    if (const auto during = day_turn(rota, period.week, day, zone))
      standing.by_day.emplace_back(holder, *during);
  }
  const bool same = std::all_of(standing.by_day.begin(), standing.by_day.end(),
                                [&](const auto& one) { return one.first == standing.holder; });
  if (same) standing.by_day.clear();
  return standing;
}

void pin_what_stands(TeamProblem& problem, const Team& team, bool rest_is_error) {
  std::vector<PlanTurn>& turns = problem.problem.turns;
  std::vector<std::size_t> stay;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const int person = turns[i].before;
    if (turns[i].pinned || person < 0) continue;
    const Person& who = *problem.people[static_cast<std::size_t>(person)];
    if (bar_of(team, *problem.rota, who, problem.turns[i].role, problem.period_of(static_cast<int>(i))))
      continue;
    bool is_double = false;
    bool no_rest = false;
    for (std::size_t j = 0; j < turns.size(); ++j) {
      if (j == i || turns[j].before != person) continue;
      const int apart = std::abs(turns[j].period - turns[i].period);
      is_double = is_double || apart == 0;
      no_rest = no_rest || (apart != 0 && apart <= problem.problem.rest);
    }
    const PlanPerson& planned = problem.problem.people[static_cast<std::size_t>(person)];
    no_rest = no_rest || std::any_of(planned.busy.begin(), planned.busy.end(), [&](int period) {
                return std::abs(period - turns[i].period) <= problem.problem.rest;
              });
    if (is_double || (no_rest && rest_is_error)) continue;
    if (no_rest || !planned.may[i]) stay.push_back(i);
  }
  for (const std::size_t i : stay) {
    turns[i].pinned = true;
    turns[i].holder = turns[i].before;
  }
}

}  // namespace cprota
