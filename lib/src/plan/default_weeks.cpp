// SPDX-License-Identifier: MIT
#include "cprota/plan/default_weeks.hpp"

#include <algorithm>

#include "plan/standing_turns.hpp"

namespace cprota {
namespace {

constexpr int ordinary_weeks = 13;

// Whether somebody, or nobody on purpose, has every open minute of the roles that must be filled.
bool is_filled_in(const Team& team, const Rota& rota, IsoWeek week, WeekSource& weeks) {
  const WeekFile* file = weeks.find(week);
  for (const Period& period : periods_of(team, rota, week, week, week)) {
    for (const Role& role : rota.roles) {
      if (role.optional) continue;
      const Standing standing = standing_turn(rota, {rota.id, role.id}, period, file, team.zone);
      if (standing.by_day.empty() && is_unfilled(standing.placed.holder)) return false;
      const bool lacks_day =
          std::any_of(standing.by_day.begin(), standing.by_day.end(), [&](const StandingDay& day) {
            return is_unfilled(day.placed.holder) && !period.open.common(day.during).empty();
          });
      if (lacks_day) return false;
    }
  }
  return true;
}

// The week file in which the first turn of a rota stands that begins no earlier than `now`.
IsoWeek week_to_come(const Team& team, const Rota& rota, Instant now) {
  const auto turn = next_period(team, rota, now);
  return turn ? turn->week : IsoWeek::containing(team.zone.date(now)).plus(1);
}

}  // namespace

WeekRange weeks_to_fill(const Team& team, const std::optional<RotaId>& only, Instant now, WeekSource& weeks) {
  const IsoWeek this_week = IsoWeek::containing(team.zone.date(now));
  IsoWeek first = this_week;
  const auto is_filled = [&](IsoWeek week) {
    return std::all_of(team.rotas.begin(), team.rotas.end(), [&](const Rota& each) {
      return (only && each.id != *only) || is_filled_in(team, each, week, weeks);
    });
  };
  const std::vector<IsoWeek>& known = weeks.weeks();
  const IsoWeek end = known.empty() ? this_week : std::max(this_week, known.back().plus(1));
  while (first < end && is_filled(first)) first = first.plus(1);
  return {first, first.plus(ordinary_weeks - 1)};
}

WeekRange weeks_that_stand(const Team& team, const std::optional<RotaId>& only, Instant now,
                           WeekSource& weeks) {
  std::optional<IsoWeek> first;
  for (const Rota& rota : team.rotas) {
    if (only && rota.id != *only) continue;
    const IsoWeek week = week_to_come(team, rota, now);
    if (!first || week < *first) first = week;
  }
  const std::vector<IsoWeek>& known = weeks.weeks();
  if (!first || known.empty() || known.back() < *first) return weeks_to_fill(team, only, now, weeks);
  return {*first, known.back()};
}

}  // namespace cprota
