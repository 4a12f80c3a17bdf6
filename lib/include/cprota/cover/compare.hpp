// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/rota/team.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/interval_set.hpp"

namespace cprota {

// Who covers, on one side of a comparison: a person of a team, or somebody whom only a file names.
struct Coverer {
  PersonId person;
  std::string stranger;  // their name in the file; empty for a person of a team

  friend auto operator<=>(const Coverer&, const Coverer&) = default;
};

// Open time in which somebody has a role.
struct CoveredTime {
  RoleRef role;
  Coverer who;
  Interval during;
};

// One version of who covers: a team's files, or another tool's schedule for that team.
struct ComparedSide {
  const Team& team;
  std::vector<CoveredTime> covered;  // of each role in order of begin, no two at once
};

// Where a role is looked at.
struct ComparedRole {
  RoleRef role;
  IntervalSet times;
};

// Open time of a role in which not the same person covers. Absent: nobody, or no hours are open there.
struct Difference {
  RoleRef role;
  Interval during;
  std::optional<Coverer> here;
  std::optional<Coverer> other;
};

// What somebody has on one side only: a turn, or a stretch of one.
struct DifferentTurn {
  RoleRef role;
  IsoWeek week;              // whose turn this is
  std::optional<Date> date;  // of a day turn
  Interval during;           // from the first open minute to the last
  Minutes minutes{0};        // the open ones of these
  bool is_whole = false;     // all of the turn that is looked at
  bool has_begun = false;    // the turn begins before what is looked at
  std::vector<Date> bank_holidays;
};

struct PersonDifference {
  Coverer who;
  std::vector<DifferentTurn> more;  // only on the other side, in order of begin
  std::vector<DifferentTurn> less;  // only here
  // All that they cover in what is looked at.
  Minutes here{0};
  Minutes other{0};
};

struct Comparison {
  std::vector<Difference> differences;   // in order of begin, then of role
  std::vector<PersonDifference> people;  // in the order of the team here, then of the other, then strangers
};

// The shifts of a team in a range.
[[nodiscard]] ComparedSide side_of(const Team& team, const Interval& range, WeekSource& weeks);
// Every role of two teams, over a range.
[[nodiscard]] std::vector<ComparedRole> roles_of(const Team& here, const Team& other, const Interval& range);

// Where the two sides have somebody else in a role, at the times that are looked at. The same person in other
// cuts is no difference; time in which neither side covers is none.
[[nodiscard]] Comparison compare(const ComparedSide& here, const ComparedSide& other,
                                 const std::vector<ComparedRole>& roles);

}  // namespace cprota
