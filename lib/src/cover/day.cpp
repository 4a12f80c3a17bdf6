// SPDX-License-Identifier: MIT
#include "cprota/cover/day.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "cprota/time/calendar.hpp"
#include "cprota/time/print.hpp"

#include "cover/timeline.hpp"

namespace cprota {
namespace {

std::optional<Interval> during(const Team& team, Date date) {
  return Interval::between(team.zone.begin_of(date), team.zone.begin_of(date + std::chrono::days(1)));
}

std::vector<HoursOnDay> hours_on(const Team& team, const Interval& day) {
  std::vector<HoursOnDay> found;
  for (const Hours& hours : team.hours) {
    const IntervalSet open = open_hours(hours, team.zone, team.bank_holidays, day);
    if (!open.empty()) found.push_back({hours.id, open.intervals()});
  }
  return found;
}

// Whether hours open before somebody else holds the role. What is seen of the stretch may end with the day.
bool has_open_hours(const Team& team, Timeline& role, const Stretch& seen, const Interval& day) {
  if (!team.open_hours_of(role.rota(), seen.during).empty()) return true;
  if (seen.during.end() < day.end()) return false;
  const Instant last = day.end() - std::chrono::seconds(1);
  const auto opening = next_opening(team.hours_of(role.rota()), team.zone, team.bank_holidays, last,
                                    day.end() + std::chrono::weeks(1));
  return opening && !role.end_of(last, opening->begin() + std::chrono::seconds(1),
                                 [&](const Stretch& other) { return other.holder == seen.holder; });
}

// Who holds a role around a day, without the stretches in which nobody has no open hours: so that Friday's
// person hands over to Monday's.
std::vector<Stretch> holders_around(const Team& team, Timeline& role, const Interval& day) {
  const Interval around(day.begin() - std::chrono::weeks(1), day.end());
  std::vector<Stretch> held;
  for (const Stretch& stretch : role.between(around, weeks_behind(around, team.zone).first)) {
    if (!held.empty() && held.back().holder == stretch.holder) {
      held.back().during = Interval(held.back().during.begin(), stretch.during.end());
    } else {
      held.push_back(stretch);
    }
  }
  std::erase_if(held, [&](const Stretch& stretch) {
    return !person_in(stretch.holder) && !has_open_hours(team, role, stretch, day);
  });
  return held;
}

std::vector<HandoverOnDay> handovers_on(const Team& team, const Interval& day, WeekSource& weeks) {
  std::vector<HandoverOnDay> found;
  for (Timeline& role : timelines(team, weeks)) {
    const std::vector<Stretch> held = holders_around(team, role, day);
    for (std::size_t i = 1; i < held.size(); ++i) {
      const Stretch& before = held[i - 1];
      const Stretch& after = held[i];
      if (before.holder == after.holder || !day.contains(after.during.begin())) continue;
      found.push_back({after.during.begin(), role.ref(), before.holder, after.holder});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
  return found;
}

// Who covers these hours in a window: in the rotas of the hours, or, where no rota promises them, in any
// rota.
std::vector<PersonId> people_in(const Team& team, const HoursId& hours, const Interval& window,
                                WeekSource& weeks) {
  const bool promised = std::any_of(team.rotas.begin(), team.rotas.end(),
                                    [&](const Rota& rota) { return rota.hours == hours; });
  std::vector<PersonId> people;
  const Cover cover = cover_of(team, window, weeks);
  for (const Shift& shift : cover.shifts) {
    if (promised && team.find_rota(shift.role.rota)->hours != hours) continue;
    if (std::find(people.begin(), people.end(), shift.person) == people.end()) people.push_back(shift.person);
  }
  return people;
}

// The part of a window in which a duty is done: its first minute, all of it, or its last.
Interval part_of(const Interval& window, Duty::When when) {
  switch (when) {
    case Duty::When::start:
      return Interval(window.begin(), window.begin() + Minutes(1));
    case Duty::When::end:
      return Interval(window.end() - Minutes(1), window.end());
    case Duty::When::during:
      break;
  }
  return window;
}

// The whole openings of some hours that have a minute in a day.
std::vector<Interval> openings_on(const Team& team, const Hours& hours, const Interval& day) {
  std::vector<Interval> whole;
  const IntervalSet open = open_hours(hours, team.zone, team.bank_holidays, day);
  for (const Interval& piece : open.intervals()) {
    whole.push_back(*opening_at(hours, team.zone, team.bank_holidays, piece.begin()));
  }
  return whole;
}

std::vector<DutyOnDay> duties_on(const Team& team, const Interval& day, WeekSource& weeks) {
  std::vector<DutyOnDay> found;
  for (const Duty& duty : team.duties) {
    const Hours* hours = team.find_hours(duty.hours);
    if (!hours) continue;
    for (const Interval& window : openings_on(team, *hours, day)) {
      const Interval part = part_of(window, duty.when);
      const auto today = part.common(day);
      if (!today) continue;
      const Instant at = duty.when == Duty::When::end ? window.end() : today->begin();
      std::vector<PersonId> people;
      if (duty.by == Duty::By::one) people = people_in(team, duty.hours, *today, weeks);
      found.push_back({&duty, window, at, std::move(people)});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const DutyOnDay& a, const DutyOnDay& b) {
    return std::pair(a.at, a.duty->when) < std::pair(b.at, b.duty->when);
  });
  return found;
}

std::string windows_text(const Team& team, const HoursId& id, const std::optional<Interval>& day) {
  if (!day) return "closed";
  std::vector<std::string> texts;
  const Hours& hours = *team.find_hours(id);
  const IntervalSet open = open_hours(hours, team.zone, team.bank_holidays, *day);
  for (const Interval& window : open.intervals()) {
    texts.push_back(stretch(window, team.zone));
  }
  return texts.empty() ? "closed" : fmt::format("{}", fmt::join(texts, ", "));
}

std::vector<PersonId> covering(const Cover& cover, const RoleRef& role) {
  std::vector<PersonId> people;
  for (const Shift& shift : cover.shifts) {
    if (shift.role != role) continue;
    if (people.empty() || people.back() != shift.person) people.push_back(shift.person);
  }
  return people;
}

std::vector<std::string> different_tomorrow(const Team& team, const DayPlan& today) {
  std::vector<std::string> said;
  const Date date = today.date + std::chrono::days(1);
  if (date > last_date) return said;
  const auto day = during(team, date);
  const DayKind kind = day_kind(date, team.bank_holidays);
  const auto holiday = team.bank_holidays.on(date);
  if (holiday) {
    said.push_back(fmt::format("{} is a bank holiday: {}", short_date(date), holiday->title));
  } else if (kind != today.kind) {
    said.push_back(fmt::format("{} is a {}", short_date(date), to_string(kind)));
  }
  for (const Hours& hours : team.hours) {
    const std::string now = windows_text(team, hours.id, today.during);
    const std::string then = windows_text(team, hours.id, day);
    if (now != then) said.push_back(fmt::format("{} hours: {} (today {})", hours.id.str(), then, now));
  }
  return said;
}

std::vector<CoverTomorrow> cover_tomorrow(const Team& team, WeekSource& weeks, const DayPlan& today) {
  std::vector<CoverTomorrow> roles;
  const Date date = today.date + std::chrono::days(1);
  if (date > last_date) return roles;
  const auto day = during(team, date);
  const Cover cover = day ? cover_of(team, *day, weeks) : Cover{};
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) {
      const RoleRef ref{rota.id, role.id};
      CoverTomorrow both{ref, covering(today.cover, ref), covering(cover, ref)};
      if (both.today != both.then) roles.push_back(std::move(both));
    }
  }
  return roles;
}

}  // namespace

DayPlan day_plan(const Team& team, WeekSource& weeks, Date date) {
  DayPlan plan;
  plan.date = date;
  plan.kind = day_kind(date, team.bank_holidays);
  plan.bank_holiday = team.bank_holidays.on(date);
  plan.during = during(team, date);
  if (plan.during) {
    plan.hours = hours_on(team, *plan.during);
    plan.cover = cover_of(team, *plan.during, weeks);
    plan.handovers = handovers_on(team, *plan.during, weeks);
    plan.duties = duties_on(team, *plan.during, weeks);
  }
  plan.tomorrow = different_tomorrow(team, plan);
  plan.cover_tomorrow = cover_tomorrow(team, weeks, plan);
  if (const Hours* support = team.find_hours(team.contact.support)) {
    plan.support_closed = std::none_of(plan.hours.begin(), plan.hours.end(),
                                       [&](const HoursOnDay& open) { return open.hours == support->id; });
    if (plan.support_closed) {
      const Instant limit = team.zone.begin_of(last_date + std::chrono::days(1));
      const auto opening =
          next_opening(*support, team.zone, team.bank_holidays, team.zone.begin_of(date), limit);
      if (opening) plan.support_opens = opening->begin();
    }
  }
  return plan;
}

}  // namespace cprota
