// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"

namespace cprota {

// Where a holder comes from. Points into the WeekSource.
struct Source {
  const WeekFile* file = nullptr;
  const Override* taken_over = nullptr;  // the override; nullptr where it is the week file's own turn

  [[nodiscard]] bool is_override() const { return taken_over != nullptr; }
  friend bool operator==(const Source&, const Source&) = default;
};

// Who holds a role for a stretch, whether hours are open or not.
struct Stretch {
  Interval during;
  Holder holder;
  std::optional<Source> source;  // absent where no file says anything
};

// One person in one role for one unbroken stretch of open hours, from one source.
struct Shift {
  RoleRef role;
  PersonId person;
  Interval during;
  Source source;
};

// Open hours of a role with nobody in it: the longest unbroken stretch, not cut at handovers.
struct Gap {
  RoleRef role;
  Interval during;
  bool on_purpose = false;  // `"none"`, not a role that is not filled yet
};

// The weeks whose files say who holds roles in a range: from the one before that of its first minute to that
// of its last.
[[nodiscard]] std::pair<IsoWeek, IsoWeek> weeks_behind(const Interval& range, const Zone& zone);

// The stretches of a role that fill `range` from end to end: the week files' turns from handover to handover,
// overrides on top (in one file the later entry wins, between files the later week's). Neighbours of the same
// holder and source are one. Reads the files of the weeks behind the range, and no others.
[[nodiscard]] std::vector<Stretch> stretches(const Team& team, const Rota& rota, const RoleRef& role,
                                             const Interval& range, WeekSource& weeks);

// What comes out, in order of begin, then of rota and role as in the team.
struct Cover {
  std::vector<Shift> shifts;
  std::vector<Gap> gaps;    // nobody, not chosen yet; never of an optional role
  std::vector<Gap> nobody;  // nobody, on purpose; and empty optional roles
};

// Narrows what is looked at; what is absent does not narrow.
struct Filter {
  std::optional<RotaId> rota;
  std::optional<RoleRef> role;
  std::optional<PersonId> person;  // shifts of this person, no gaps

  [[nodiscard]] bool takes(const RoleRef& ref) const;
};

// Stretches cut to the open hours and to `range`.
[[nodiscard]] Cover cover_of(const Team& team, const Interval& range, WeekSource& weeks,
                             const Filter& filter = {});
// The same of one role.
[[nodiscard]] Cover cover_of(const Team& team, const Rota& rota, const RoleRef& role, const Interval& range,
                             WeekSource& weeks);

// Where the whole shift begins of which `part` is the beginning, the middle or the end.
[[nodiscard]] Instant whole_begin(const Team& team, const Shift& part, WeekSource& weeks);

}  // namespace cprota
