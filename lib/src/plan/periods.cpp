// SPDX-License-Identifier: MIT
#include "cprota/plan/periods.hpp"

#include <algorithm>
#include <map>

namespace cprota {
namespace {

void add_dates(Period& period, const Zone& zone) {
  const Date begin = zone.date(period.during.begin());
  const Date end = zone.date(period.during.end() - std::chrono::seconds(1));
  for (Date date = begin; date <= end; date += std::chrono::days(1)) period.dates.push_back(date);
}

struct Owner {
  std::int64_t minutes = 0;
  std::size_t period = 0;
  DayKind kind = DayKind::weekday;
};

// Finds which dates have open minutes, and to which period each belongs.
void share_out_dates(const Team& team, const Rota& rota, Indexed<Period>& periods) {
  std::map<Date, Owner> owners;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    std::map<Date, std::int64_t> minutes;
    for (const Interval& opening : periods[i].open.intervals()) {
      for (const DatePiece& piece : by_date(opening, team.zone, team.bank_holidays)) {
        minutes[piece.date] += piece.during.minutes().count();
        owners[piece.date].kind = piece.kind;
      }
    }
    for (const auto& [date, sum] : minutes) {
      periods[i].open_dates.push_back(date);
      Owner& owner = owners[date];
      if (sum >= owner.minutes) owner = {sum, i, owner.kind};
    }
  }
  for (const auto& [date, owner] : owners) {
    Period& period = periods[owner.period];
    if (owner.kind == DayKind::bank_holiday) period.bank_holidays.push_back(date);
    if (owner.kind == DayKind::weekend && rota.turn == TurnKind::day) period.weekend_dates.push_back(date);
  }
}

Indexed<Period> bare_periods(const Team& team, const Rota& rota, IsoWeek first, IsoWeek last, IsoWeek zero) {
  Indexed<Period> periods;
  const bool by_day = rota.turn == TurnKind::day;
  for (IsoWeek week = first; week <= last; week = week.plus(1)) {
    const int weeks = week.since(zero);
    for (int day = 0; day < (by_day ? 7 : 1); ++day) {
      const auto during = by_day ? day_turn(rota, week, day, team.zone) : week_turn(rota, week, team.zone);
      if (!during) continue;
      Period period{by_day ? 7 * weeks + day : weeks, week, day, {}, *during, {}, {}, {}, {}, {}};
      if (by_day) period.date = day_turn_date(rota, week, day);
      periods.push_back(std::move(period));
    }
  }
  return periods;
}

}  // namespace

Indexed<Period> periods_of(const Team& team, const Rota& rota, IsoWeek first, IsoWeek last, IsoWeek zero) {
  // A date may belong to a neighbour outside.
  Indexed<Period> periods = bare_periods(team, rota, first.plus(-1), last.plus(1), zero);
  const IntervalSet open =
      team.open_hours_of(rota, Interval(periods.front().during.begin(), periods.back().during.end()));
  auto next = open.intervals().begin();
  for (Period& period : periods) {
    while (next != open.intervals().end() && next->end() <= period.during.begin()) ++next;
    std::vector<Interval> inside;
    for (auto at = next; at != open.intervals().end() && at->begin() < period.during.end(); ++at) {
      if (const auto common = at->common(period.during)) inside.push_back(*common);
    }
    period.open = IntervalSet(std::move(inside));
    add_dates(period, team.zone);
  }
  share_out_dates(team, rota, periods);
  std::erase_if(periods, [&](const Period& period) {
    return period.week < first || period.week > last || period.open.empty();
  });
  return periods;
}

std::optional<Period> next_period(const Team& team, const Rota& rota, Instant now) {
  const IsoWeek this_week = IsoWeek::containing(team.zone.date(now));
  // Turns of last week's file may begin in this week.
  const Indexed<Period> near = periods_of(team, rota, this_week.plus(-1), this_week.plus(1), this_week);
  const auto next = std::find_if(near.begin(), near.end(),
                                 [&](const Period& period) { return period.during.begin() >= now; });
  return next == near.end() ? std::nullopt : std::optional(*next);
}

std::vector<Bar> bars_of(const Team& team, const Rota& rota, const Person& person, const RoleRef& role,
                         const Period& period) {
  const auto on_any_open_date = [&](const auto& holds) {
    return std::any_of(period.open_dates.begin(), period.open_dates.end(), holds);
  };
  std::vector<Bar> bars;
  const auto add = [&](Bar bar, bool holds) {
    if (holds) bars.push_back(bar);
  };
  add(Bar::member, !rota.has_member(person.id));
  add(Bar::first, person.first && *person.first > period.dates.front());
  add(Bar::last, person.last && *person.last < period.dates.back());
  add(Bar::except, person.is_excepted_from(role));
  add(Bar::leave,
      on_any_open_date([&](Date date) { return team.on_leave(person.id, date, LeaveKind::leave); }));
  add(Bar::day_off,
      rota.turn == TurnKind::day && on_any_open_date([&](Date date) { return person.has_day_off(date); }));
  return bars;
}

}  // namespace cprota
