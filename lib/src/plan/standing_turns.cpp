// SPDX-License-Identifier: MIT
#include "plan/standing_turns.hpp"

#include <algorithm>
#include <set>

namespace cprota {
namespace {

// The day that has most of the open minutes of a date, the later if equal.
std::optional<int> owner_of(const Team& team, const Period& period, const Standing& standing, Date date) {
  const Interval whole(team.zone.begin_of(date), team.zone.begin_of(date + std::chrono::days(1)));
  const IntervalSet open = period.open.common(whole);
  std::optional<int> owner;
  Minutes most{1};
  for (const StandingDay& day : standing.by_day) {
    const Minutes here = open.common(day.during).minutes();
    if (here < most) continue;
    most = here;
    owner = day.day;
  }
  return owner;
}

}  // namespace

std::vector<Holder> Standing::holders(const IntervalSet& open) const {
  if (by_day.empty()) return {placed.holder};
  std::vector<Holder> all;
  for (const StandingDay& day : by_day) {
    if (!open.common(day.during).empty()) all.push_back(day.placed.holder);
  }
  return all;
}

Standing standing_turn(const Rota& rota, const RoleRef& role, const Period& period, const WeekFile* file,
                       const Zone& zone) {
  const Assignment* assignment = file == nullptr ? nullptr : file->assignment(role);
  if (assignment == nullptr) return {};
  Standing standing{assignment->on_day(period.day), {}};
  if (rota.turn == TurnKind::day || !assignment->is_by_day()) return standing;
  constexpr int days = 7;
  for (int day = 0; day < days; ++day) {
    if (const auto during = day_turn(rota, period.week, day, zone))
      standing.by_day.push_back({day, assignment->on_day(day), *during});
  }
  const bool same = std::all_of(standing.by_day.begin(), standing.by_day.end(), [&](const StandingDay& day) {
    return day.placed.holder == standing.placed.holder;
  });
  if (same) standing.by_day.clear();
  return standing;
}

Period part_of(const Team& team, const Period& period, const Standing& standing,
               const std::vector<StandingDay>& days) {
  Period part = period;
  std::vector<Interval> during;
  std::set<Date> dates;
  for (const StandingDay& day : days) {
    during.push_back(day.during);
    dates.insert(team.zone.date(day.during.begin()));
    dates.insert(team.zone.date(day.during.end() - std::chrono::seconds(1)));
  }
  part.during = Interval(during.front().begin(), during.back().end());
  part.open = period.open.common(IntervalSet(std::move(during)));
  part.dates.assign(dates.begin(), dates.end());
  std::set<Date> open_dates;
  for (const Interval& opening : part.open.intervals()) {
    for (const DatePiece& piece : by_date(opening, team.zone, team.bank_holidays))
      open_dates.insert(piece.date);
  }
  part.open_dates.assign(open_dates.begin(), open_dates.end());
  std::erase_if(part.bank_holidays, [&](Date date) {
    const auto owner = owner_of(team, period, standing, date);
    return std::none_of(days.begin(), days.end(), [&](const StandingDay& day) { return day.day == owner; });
  });
  return part;
}

}  // namespace cprota
