// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "cprota/cover/resolve.hpp"

namespace cprota {

// Who has a role next, and from when.
struct Following {
  PersonId person;
  Instant at;
};

// A person in a role at the moment, hours open.
struct Covering {
  Shift shift;  // whole
  // The role's next shift, within 400 days; absent also where hours open first with nobody in the role.
  std::optional<Following> then;
};

// Who has the turn of a role at the moment, overrides applied, hours ignored.
struct TurnNow {
  RoleRef role;
  Holder holder;
  // When the holder's stretch in files ends, and who holds the role then; absent where it never does. The
  // latter is absent too where a week file that would say so cannot be used.
  std::optional<Instant> until;
  std::optional<Holder> then;
  // When the role's hours open next, or the moment itself if they are open; absent if not within 400 days.
  std::optional<Instant> opens;
};

// Something that changes.
struct Change {
  enum class Kind { close, end, open, start };
  Kind kind = Kind::close;
  Instant at;
  HoursId hours;    // of close and open
  RoleRef role;     // of end and start: of a person in a role whose hours stay open
  PersonId person;  // of end and start
};

// The state of things at one moment.
struct Now {
  Instant at;
  Date date;
  DayKind day = DayKind::weekday;
  std::optional<BankHoliday> bank_holiday;
  std::vector<HoursId> open;       // in the order of the team's hours
  std::vector<Covering> covering;  // this and the next three in the order of rotas and roles
  std::vector<Gap> gaps;           // whole gaps that hold the moment
  std::vector<Gap> nobody;         // open, nobody on purpose (and optional roles left empty)
  std::vector<TurnNow> turns;      // every role
  std::vector<Change> next;  // all at the next moment at which anything changes; none within 400 days: empty
};

// Reads the week files of the moment and the one before it, then on to the nearest change of each role and
// back to the last, and no others; looks at the whole folder only where it meets a week without a file. The
// shift that comes next may lie beyond that: then the two files of its week. Of what only files say that
// cannot be used, it says nothing: a gap ends there.
[[nodiscard]] Now now_at(const Team& team, WeekSource& weeks, Instant at);

// A role whose hours are open at a moment, and who holds it then.
struct OpenRole {
  RoleRef role;
  Holder holder;
  bool optional = false;
};

// In the order of rotas and roles. Reads the week files of the moment and the one before it, and no others.
[[nodiscard]] std::vector<OpenRole> open_roles(const Team& team, WeekSource& weeks, Instant at,
                                               const Filter& filter = {});

// The openings of the team's hours and the first change of any after `at`, the same way as Now::next.
[[nodiscard]] std::vector<Change> next_changes(const Team& team, WeekSource& weeks, Instant at);

}  // namespace cprota
