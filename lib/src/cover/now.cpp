// SPDX-License-Identifier: MIT
#include "cprota/cover/now.hpp"

#include <algorithm>
#include <utility>

#include "cover/timeline.hpp"

namespace cprota {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr days horizon{400};

// The part in `bounds` of the opening that holds `t`; nothing if closed then. Looks no farther than it must.
std::optional<Interval> opening_in(const Team& team, const Hours& hours, Instant t, const Interval& bounds) {
  for (seconds reach = days(2);; reach *= 4) {
    const Interval around(std::max(bounds.begin(), t - reach), std::min(bounds.end(), t + reach));
    const auto opening = open_hours(hours, team.zone, team.bank_holidays, around).find(t);
    if (!opening) return std::nullopt;
    const bool begins = opening->begin() > around.begin() || around.begin() == bounds.begin();
    const bool ends = opening->end() < around.end() || around.end() == bounds.end();
    if (begins && ends) return opening;
  }
}

// Whether the holder at `t` is known to have another stretch as well.
bool goes_on(Timeline& timeline, const Stretch& other, const Holder& holder, Instant t) {
  return other.holder == holder && (other.during.contains(t) || !timeline.is_unknown(other.during.begin()));
}

// The person's whole shift at `t`, when hours are open.
Shift shift_at(const Team& team, Timeline& timeline, Instant t) {
  const Stretch stretch = timeline.at(t);
  const Source& source = stretch.source.value();
  const Interval opening =
      opening_in(team, team.hours_of(timeline.rota()), t, extent(source, timeline.rota(), team.zone)).value();
  const Instant begin = timeline.begin_of_source(t, opening.begin());
  const auto end = timeline.end_of(t, opening.end(), [&](const Stretch& other) {
    return other.source == stretch.source && goes_on(timeline, other, stretch.holder, t);
  });
  return {timeline.ref(), *person_in(stretch.holder), Interval(begin, end.value_or(opening.end())), source};
}

// Who has the role when this shift ends or, if hours close with it, at the next opening.
std::optional<Following> following(const Team& team, Timeline& timeline, const Shift& shift) {
  const Hours& hours = team.hours_of(timeline.rota());
  Instant t = shift.during.end();
  if (!is_before_end_of_years(team.zone, t)) return std::nullopt;
  if (!opening_in(team, hours, t, Interval(t, t + days(1)))) {
    const auto opening = next_opening(hours, team.zone, team.bank_holidays, t, t + horizon);
    if (!opening) return std::nullopt;
    t = opening->begin();
  }
  const PersonId* person = timeline.is_unknown(t) ? nullptr : person_in(timeline.at(t).holder);
  return person != nullptr ? std::optional(Following{*person, t}) : std::nullopt;
}

// The whole open stretch around `t` in which nobody holds the role, as at `t` on purpose or not.
Gap gap_at(const Team& team, Timeline& timeline, Instant t) {
  const Hours& hours = team.hours_of(timeline.rota());
  const Holder holder = timeline.at(t).holder;
  const Interval years = all_years(team.zone);
  Instant begin = t;
  while (begin > years.begin()) {
    const Stretch& stretch = timeline.at(begin - seconds(1));
    if (!goes_on(timeline, stretch, holder, t)) break;
    const auto open = opening_in(team, hours, begin - seconds(1), Interval(stretch.during.begin(), begin));
    if (!open) break;
    begin = open->begin();
    if (begin > stretch.during.begin()) break;
  }
  Instant end = t;
  while (end < years.end()) {
    const Stretch& stretch = timeline.at(end);
    if (!goes_on(timeline, stretch, holder, t)) break;
    const auto open = opening_in(team, hours, end, Interval(end, stretch.during.end()));
    if (!open) break;
    end = open->end();
    if (end < stretch.during.end()) break;
  }
  return {timeline.ref(), Interval(begin, end), is_nobody(holder)};
}

TurnNow turn_at(Timeline& timeline, Instant t) {
  TurnNow turn;
  turn.role = timeline.ref();
  turn.holder = timeline.at(t).holder;
  turn.until = timeline.end_of(
      t, std::nullopt, [&](const Stretch& other) { return goes_on(timeline, other, turn.holder, t); });
  if (turn.until && !timeline.is_unknown(*turn.until)) turn.then = timeline.at(*turn.until).holder;
  return turn;
}

// What an hours does next: it closes, or it opens.
struct HoursChange {
  const Hours* hours;
  bool open;
  std::optional<Instant> at;  // within the horizon
};

std::vector<HoursChange> hours_changes(const Team& team, Instant t) {
  const Instant limit = t + horizon;
  std::vector<HoursChange> changes;
  for (const Hours& hours : team.hours) {
    HoursChange change{&hours, false, std::nullopt};
    if (const auto opening = opening_in(team, hours, t, Interval(t, limit + seconds(1)))) {
      change.open = true;
      if (opening->end() <= limit) change.at = opening->end();
    } else if (const auto next = next_opening(hours, team.zone, team.bank_holidays, t, limit)) {
      change.at = next->begin();
    }
    changes.push_back(change);
  }
  return changes;
}

// A role passes from one person, or nobody, to another while its hours stay open.
struct RoleChange {
  RoleRef role;
  Instant at;
  bool unknown;  // from then on nobody knows who has it
  Holder before;
  Holder after;
};

std::optional<RoleChange> role_change(Timeline& timeline, Instant t, Instant limit) {
  const Holder before = timeline.at(t).holder;
  const PersonId* person = person_in(before);
  const auto at = timeline.end_of(t, limit, [&](const Stretch& stretch) {
    if (!stretch.during.contains(t) && timeline.is_unknown(stretch.during.begin())) return false;
    const PersonId* other = person_in(stretch.holder);
    return person == nullptr ? other == nullptr : other != nullptr && *other == *person;
  });
  if (!at) return std::nullopt;
  return RoleChange{timeline.ref(), *at, timeline.is_unknown(*at), before, timeline.at(*at).holder};
}

std::vector<Change> list_changes(const std::vector<HoursChange>& of_hours,
                                 const std::vector<RoleChange>& of_roles, Instant at) {
  std::vector<Change> changes;
  const auto add_hours = [&](bool open, Change::Kind kind) {
    for (const HoursChange& change : of_hours) {
      if (change.at == at && change.open == open) changes.push_back({kind, at, change.hours->id, {}, {}});
    }
  };
  const auto add_roles = [&](Holder RoleChange::*side, Change::Kind kind) {
    for (const RoleChange& change : of_roles) {
      const PersonId* person = person_in(change.*side);
      if (change.at == at && person != nullptr) changes.push_back({kind, at, {}, change.role, *person});
    }
  };
  add_hours(true, Change::Kind::close);
  add_roles(&RoleChange::before, Change::Kind::end);
  add_hours(false, Change::Kind::open);
  add_roles(&RoleChange::after, Change::Kind::start);
  return changes;
}

std::vector<Change> changes_after(std::vector<Timeline>& roles, const std::vector<HoursChange>& of_hours,
                                  Instant t) {
  std::optional<Instant> first;
  const auto consider = [&](Instant at) {
    if (!first || at < *first) first = at;
  };
  for (const HoursChange& change : of_hours) {
    if (change.at) consider(*change.at);
  }
  std::vector<RoleChange> of_roles;
  for (Timeline& role : roles) {
    const auto hours = std::find_if(of_hours.begin(), of_hours.end(), [&](const HoursChange& change) {
      return change.hours->id == role.rota().hours;
    });
    if (!hours->open) continue;
    // At the moment of closing the hours do not stay open; one that is not the first need not be found.
    const Instant after_last = first.value_or(t + horizon) + seconds(1);
    const auto change = role_change(role, t, std::min(after_last, hours->at.value_or(after_last)));
    if (!change) continue;
    of_roles.push_back(*change);
    consider(change->at);
  }
  // Where a role's holder is no longer known nothing can be said of what comes first after that.
  std::erase_if(of_roles, [](const RoleChange& change) { return change.unknown; });
  return first ? list_changes(of_hours, of_roles, *first) : std::vector<Change>{};
}

}  // namespace

Now now_at(const Team& team, WeekSource& weeks, Instant at) {
  Now now;
  now.at = at;
  now.date = team.zone.date(at);
  now.day = day_kind(now.date, team.bank_holidays);
  now.bank_holiday = team.bank_holidays.on(now.date);

  const std::vector<HoursChange> hours = hours_changes(team, at);
  for (const HoursChange& change : hours) {
    if (change.open) now.open.push_back(change.hours->id);
  }
  std::vector<Timeline> roles = timelines(team, weeks);
  for (Timeline& role : roles) {
    TurnNow turn = turn_at(role, at);
    const auto change = std::find_if(hours.begin(), hours.end(), [&](const HoursChange& candidate) {
      return candidate.hours->id == role.rota().hours;
    });
    turn.opens = change->open ? std::optional(at) : change->at;
    if (change->open && person_in(turn.holder) != nullptr) {
      Covering covering{shift_at(team, role, at), std::nullopt};
      covering.then = following(team, role, covering.shift);
      now.covering.push_back(std::move(covering));
    } else if (change->open) {
      const bool gap = is_unfilled(turn.holder) && !role.role().optional;
      (gap ? now.gaps : now.nobody).push_back(gap_at(team, role, at));
    }
    now.turns.push_back(std::move(turn));
  }
  now.next = changes_after(roles, hours, at);
  return now;
}

std::vector<OpenRole> open_roles(const Team& team, WeekSource& weeks, Instant at, const Filter& filter) {
  std::vector<OpenRole> open;
  for (Timeline& role : timelines(team, weeks)) {
    if (!filter.takes(role.ref())) continue;
    if (!opening_at(team.hours_of(role.rota()), team.zone, team.bank_holidays, at)) continue;
    open.push_back({role.ref(), role.at(at).holder, role.role().optional});
  }
  return open;
}

std::vector<Change> next_changes(const Team& team, WeekSource& weeks, Instant at) {
  std::vector<Timeline> roles = timelines(team, weeks);
  return changes_after(roles, hours_changes(team, at), at);
}

}  // namespace cprota
