// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/resolve.hpp"

namespace cprota {

// Elapsed minutes by the kind of the local date on which each of them falls.
struct KindMinutes {
  Minutes weekday{0};
  Minutes weekend{0};
  Minutes bank_holiday{0};

  [[nodiscard]] Minutes total() const { return weekday + weekend + bank_holiday; }
  void add(DayKind kind, Minutes minutes);
  KindMinutes& operator+=(const KindMinutes& other);
  friend bool operator==(const KindMinutes&, const KindMinutes&) = default;
};

// What one row of a tally sums up.
enum class Grouping {
  range,  // a person in a role, over the whole range
  day,    // … on each local date: `2026-11-23`
  week,   // … in each ISO week: `2026-W48`
  month,  // … in each calendar month: `2026-11`
  shift,  // … in each shift, cut at local midnight, so that a row has one kind of day
};

// The minutes of one person in one role; never none.
struct TallyRow {
  PersonId person;
  RoleRef role;
  KindMinutes minutes;
  std::string period;              // of day, week and month; empty otherwise
  std::optional<Interval> during;  // of shift
  std::string file;                // of shift: the week file, as messages show it
};

struct PersonTally {
  PersonId person;
  KindMinutes minutes;  // the sum of the person's rows
  Minutes distinct{0};  // a minute in two roles counted once
};

struct GapTally {
  RoleRef role;
  KindMinutes minutes;
};

// The open hours of a rota, once for each of its roles that the tally looks at.
struct OpenTally {
  RotaId rota;
  KindMinutes open;
  int roles = 0;
};

struct ClockChange {
  Date date;        // the local date that is longer or shorter
  Minutes minutes;  // by how much: -60, 60
};

// Where nothing narrows it to a person, the people and the gaps of a rota add up to its open hours times its
// roles, kind by kind.
struct Tally {
  // In order of period or begin, then of people, rotas and roles as in the team.
  std::vector<TallyRow> rows;
  std::vector<PersonTally> people;  // in the order of the team; nobody without minutes
  // Open minutes with nobody, on purpose or not, optional roles included; none of no minutes.
  std::vector<GapTally> gaps;
  std::vector<OpenTally> open;
  std::vector<ClockChange> clock_changes;  // those whose instant lies in the range
};

// The minutes of shifts in `range`; a shift across its edge counts for its part inside. What was really
// covered counts: an override's minutes are those of whoever took them.
[[nodiscard]] Tally tally(const Team& team, const Interval& range, WeekSource& weeks,
                          const Filter& filter = {}, Grouping grouping = Grouping::range);

// Changes of the zone's offset in `range`, in order.
[[nodiscard]] std::vector<ClockChange> clock_changes_in(const Zone& zone, const Interval& range);

}  // namespace cprota
