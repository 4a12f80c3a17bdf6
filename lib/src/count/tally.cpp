// SPDX-License-Identifier: MIT
#include "cprota/count/tally.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "cprota/time/print.hpp"

namespace cprota {
namespace {

// Where things stand in the team.
class Order {
 public:
  explicit Order(const Team& team) {
    int next = 0;
    for (const Person& person : team.people) people_.emplace(person.id, next++);
    for (const Rota& rota : team.rotas) {
      for (const Role& role : rota.roles) roles_.emplace(RoleRef{rota.id, role.id}, next++);
    }
  }
  [[nodiscard]] int of(const PersonId& person) const { return people_.at(person); }
  [[nodiscard]] int of(const RoleRef& role) const { return roles_.at(role); }

 private:
  std::unordered_map<PersonId, int> people_;
  std::map<RoleRef, int> roles_;
};

// The first date of the period, by which rows are put in order and named.
Date period_begin(Grouping grouping, Date date) {
  if (grouping == Grouping::week) return IsoWeek::containing(date).monday();
  if (grouping == Grouping::month) {
    const std::chrono::year_month_day ymd(date);
    return Date(ymd.year() / ymd.month() / 1);
  }
  return grouping == Grouping::day ? date : Date{};
}

std::string period_name(Grouping grouping, Date begin) {
  if (grouping == Grouping::day) return iso_date(begin);
  if (grouping == Grouping::week) return IsoWeek::containing(begin).str();
  if (grouping == Grouping::month) return iso_date(begin).substr(0, 7);
  return {};
}

std::vector<TallyRow> shift_rows(const Team& team, const std::vector<Shift>& shifts, const Order& order) {
  std::vector<TallyRow> rows;
  for (const Shift& shift : shifts) {
    for (const DatePiece& piece : by_date(shift.during, team.zone, team.bank_holidays)) {
      TallyRow row{shift.person, shift.role, {}, {}, piece.during, shift.source.file->file};
      row.minutes.add(piece.kind, piece.during.minutes());
      rows.push_back(std::move(row));
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const TallyRow& a, const TallyRow& b) {
    return std::pair(a.during->begin(), order.of(a.role)) < std::pair(b.during->begin(), order.of(b.role));
  });
  return rows;
}

std::vector<TallyRow> period_rows(const Team& team, const std::vector<Shift>& shifts, Grouping grouping,
                                  const Order& order) {
  std::map<std::tuple<Date, int, int>, TallyRow> rows;
  for (const Shift& shift : shifts) {
    const int person = order.of(shift.person);
    const int role = order.of(shift.role);
    for (const DatePiece& piece : by_date(shift.during, team.zone, team.bank_holidays)) {
      TallyRow& row = rows[{period_begin(grouping, piece.date), person, role}];
      row.minutes.add(piece.kind, piece.during.minutes());
      if (!row.person.str().empty()) continue;
      row.person = shift.person;
      row.role = shift.role;
      row.period = period_name(grouping, period_begin(grouping, piece.date));
    }
  }
  std::vector<TallyRow> in_order;
  in_order.reserve(rows.size());
  for (auto& [key, row] : rows) in_order.push_back(std::move(row));
  return in_order;
}

std::vector<PersonTally> people_of(const std::vector<TallyRow>& rows, const std::vector<Shift>& shifts,
                                   const Order& order) {
  std::map<int, PersonTally> people;
  for (const TallyRow& row : rows) {
    PersonTally& person = people[order.of(row.person)];
    person.person = row.person;
    person.minutes += row.minutes;
  }
  std::map<int, std::vector<Interval>> during;
  for (const Shift& shift : shifts) during[order.of(shift.person)].push_back(shift.during);
  std::vector<PersonTally> in_order;
  for (auto& [key, person] : people) {
    person.distinct = IntervalSet(std::move(during[key])).minutes();
    in_order.push_back(std::move(person));
  }
  return in_order;
}

std::vector<GapTally> gaps_of(const Team& team, const Cover& cover, const Order& order) {
  std::map<int, GapTally> gaps;
  for (const auto* list : {&cover.gaps, &cover.nobody}) {
    for (const Gap& gap : *list) {
      GapTally& sum = gaps[order.of(gap.role)];
      sum.role = gap.role;
      for (const DatePiece& piece : by_date(gap.during, team.zone, team.bank_holidays)) {
        sum.minutes.add(piece.kind, piece.during.minutes());
      }
    }
  }
  std::vector<GapTally> in_order;
  for (auto& [key, gap] : gaps) in_order.push_back(std::move(gap));
  return in_order;
}

std::vector<OpenTally> open_of(const Team& team, const Interval& range, const Filter& filter) {
  std::vector<OpenTally> all;
  for (const Rota& rota : team.rotas) {
    OpenTally sum{rota.id, {}, 0};
    for (const Role& role : rota.roles) sum.roles += filter.takes(RoleRef{rota.id, role.id}) ? 1 : 0;
    if (sum.roles == 0) continue;
    const IntervalSet open = team.open_hours_of(rota, range);
    for (const Interval& opening : open.intervals()) {
      for (const DatePiece& piece : by_date(opening, team.zone, team.bank_holidays)) {
        sum.open.add(piece.kind, piece.during.minutes());
      }
    }
    all.push_back(std::move(sum));
  }
  return all;
}

}  // namespace

void KindMinutes::add(DayKind kind, Minutes minutes) {
  switch (kind) {
    case DayKind::weekday:
      weekday += minutes;
      break;
    case DayKind::weekend:
      weekend += minutes;
      break;
    case DayKind::bank_holiday:
      bank_holiday += minutes;
      break;
  }
}

KindMinutes& KindMinutes::operator+=(const KindMinutes& other) {
  weekday += other.weekday;
  weekend += other.weekend;
  bank_holiday += other.bank_holiday;
  return *this;
}

Tally tally(const Team& team, const Interval& range, WeekSource& weeks, const Filter& filter,
            Grouping grouping) {
  const Order order(team);
  const Cover cover = cover_of(team, range, weeks, filter);
  Tally tally;
  tally.rows = grouping == Grouping::shift ? shift_rows(team, cover.shifts, order)
                                           : period_rows(team, cover.shifts, grouping, order);
  tally.people = people_of(tally.rows, cover.shifts, order);
  tally.gaps = gaps_of(team, cover, order);
  tally.open = open_of(team, range, filter);
  tally.clock_changes = clock_changes_in(team.zone, range);
  return tally;
}

std::vector<ClockChange> clock_changes_in(const Zone& zone, const Interval& range) {
  std::vector<ClockChange> changes;
  const std::chrono::seconds one(1);
  for (auto at = zone.next_change(range.begin() - one); at && *at < range.end(); at = zone.next_change(*at)) {
    const std::chrono::seconds moved = zone.offset(*at) - zone.offset(*at - one);
    // What is skipped begins at the civil time that the clock would have shown; what is doubled, at the one
    // to which it goes back.
    const Local local = zone.local(*at) - std::max(moved, std::chrono::seconds(0));
    changes.push_back({std::chrono::floor<std::chrono::days>(local), std::chrono::round<Minutes>(-moved)});
  }
  return changes;
}

}  // namespace cprota
