// SPDX-License-Identifier: MIT
#include "cprota/cover/turns.hpp"

#include <algorithm>
#include <utility>

#include "cover/timeline.hpp"

namespace cprota {
namespace {

bool has_open_minutes(const IntervalSet& open, const Interval& during) {
  if (open.find(during.begin())) return true;
  const auto next = open.first_after(during.begin());
  return next && next->begin() < during.end();
}

// The turns of one role in one week; `file` is nullptr where that week has none.
std::vector<Turn> turns_of(const Rota& rota, const RoleRef& ref, IsoWeek week, const WeekFile* file,
                           const Zone& zone) {
  const Assignment* assignment = file != nullptr ? file->assignment(ref) : nullptr;
  const auto holder_on = [&](int day) {
    return assignment != nullptr ? assignment->on_day(day) : PlacedHolder{};
  };
  const bool by_day = rota.turn == TurnKind::day || (assignment != nullptr && assignment->is_by_day());
  if (!by_day) {
    PlacedHolder placed = holder_on(0);
    return {{ref, week, std::nullopt, std::move(placed.holder), week_turn(rota, week, zone),
             std::move(placed.place)}};
  }
  std::vector<Turn> turns;
  for (int day = 0; day < 7; ++day) {
    const auto during = day_turn(rota, week, day, zone);
    if (!during) continue;
    PlacedHolder placed = holder_on(day);
    turns.push_back({ref, week, day_turn_date(rota, week, day), std::move(placed.holder), *during,
                     std::move(placed.place)});
  }
  return turns;
}

}  // namespace

std::vector<Turn> turns_in(const Team& team, const Interval& range, WeekSource& weeks, const Filter& filter) {
  std::vector<Turn> turns;
  for (const Rota& rota : team.rotas) {
    const bool wanted = std::any_of(rota.roles.begin(), rota.roles.end(), [&](const Role& role) {
      return filter.takes(RoleRef{rota.id, role.id});
    });
    if (!wanted) continue;
    const IntervalSet open = team.open_hours_of(rota, range);
    const IsoWeek last = turn_week_at(rota, range.end() - std::chrono::seconds(1), team.zone);
    IsoWeek week = turn_week_at(rota, range.begin(), team.zone);
    const WeekFile* next = first_file(weeks, week, last);
    for (; week <= last; week = week.plus(1)) {
      if (next != nullptr && next->week < week) next = first_file(weeks, week, last);
      const WeekFile* file = next != nullptr && next->week == week ? next : nullptr;
      for (const Role& role : rota.roles) {
        const RoleRef ref{rota.id, role.id};
        if (!filter.takes(ref)) continue;
        for (Turn& turn : turns_of(rota, ref, week, file, team.zone)) {
          if (filter.person && turn.holder != Holder(*filter.person)) continue;
          if (has_open_minutes(open, turn.during)) turns.push_back(std::move(turn));
        }
      }
    }
  }
  std::stable_sort(turns.begin(), turns.end(),
                   [](const Turn& a, const Turn& b) { return a.during.begin() < b.during.begin(); });
  return turns;
}

IntervalSet open_part(const Team& team, const Turn& turn) {
  return team.open_hours_of(*team.find_rota(turn.role.rota), turn.during);
}

}  // namespace cprota
