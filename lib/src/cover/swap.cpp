// SPDX-License-Identifier: MIT
#include "cprota/cover/swap.hpp"

namespace cprota {
namespace {

bool is_held_by(const PlacedHolder& placed, const PersonId& person) {
  return placed.holder == Holder(person);
}

void add_days(const Rota& rota, const Assignment& assignment, IsoWeek week, const PersonId& person,
              Date first, Date last, std::vector<HeldTurn>& held) {
  for (int day = 0; day < 7; ++day) {
    const Date date = day_turn_date(rota, week, day);
    if (first <= date && date <= last && is_held_by(assignment.on_day(day), person)) {
      held.push_back({assignment.role, week, day});
    }
  }
}

}  // namespace

std::vector<HeldTurn> turns_held(const Team& team, WeekSource& weeks, const PersonId& person, IsoWeek week,
                                 const std::optional<RoleRef>& role) {
  std::vector<HeldTurn> held;
  const WeekFile* const file = weeks.find(week);
  if (file == nullptr) return held;
  for (const Rota& rota : team.rotas) {
    if (!role && rota.turn != TurnKind::week) continue;
    for (const Role& seat : rota.roles) {
      const RoleRef ref{rota.id, seat.id};
      const Assignment* const assignment = file->assignment(ref);
      if (assignment == nullptr || (role && *role != ref)) continue;
      if (assignment->is_by_day()) {
        add_days(rota, *assignment, week, person, first_date, last_date, held);
      } else if (is_held_by(assignment->on_day(0), person)) {
        held.push_back({ref, week, std::nullopt});
      }
    }
  }
  return held;
}

std::vector<HeldTurn> turns_held(const Team& team, WeekSource& weeks, const PersonId& person, Date first,
                                 Date last, const std::optional<RoleRef>& role) {
  std::vector<HeldTurn> held;
  const IsoWeek until = IsoWeek::containing(last);
  // A day turn of a week may begin in the week after.
  for (IsoWeek week = IsoWeek::containing(first).plus(-1); week <= until; week = week.plus(1)) {
    const WeekFile* const file = weeks.find(week);
    if (file == nullptr) continue;
    for (const Rota& rota : team.rotas) {
      for (const Role& seat : rota.roles) {
        const RoleRef ref{rota.id, seat.id};
        const Assignment* const assignment = file->assignment(ref);
        if (assignment == nullptr || (role && *role != ref)) continue;
        if (rota.turn != TurnKind::day && !assignment->is_by_day()) continue;
        add_days(rota, *assignment, week, person, first, last, held);
      }
    }
  }
  return held;
}

}  // namespace cprota
