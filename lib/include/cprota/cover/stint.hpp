// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/resolve.hpp"

namespace cprota {

// A role in the hands of one holder for an unbroken stretch, overrides applied, whatever files say so.
struct Stint {
  RoleRef role;
  Holder holder;
  Interval during;   // hours open or not
  IntervalSet open;  // the rota's open hours in it, never empty
};

// Those with open minutes in `range`, cut at its ends, in the order of rotas and roles, then of begin. With a
// person, those of that person; else of everybody, and those that nobody has.
[[nodiscard]] std::vector<Stint> stints(const Team& team, const Interval& range, WeekSource& weeks,
                                        const Filter& filter = {});

// An override to be put at the end of the file of its week.
struct NewOverride {
  IsoWeek week;
  Override made;
};

// What gives a stint to `to`: one override in the file of the week in which the stint begins, cut only after
// seven days on the wall clock, or where an override of a later file would win.
[[nodiscard]] std::vector<NewOverride> overrides_for(const Team& team, const Stint& stint, const Holder& to,
                                                     const std::string& reason, WeekSource& weeks);

// An override that stands at `index` in the file of a week, and what is left of it there; nothing: it goes.
struct CutOverride {
  IsoWeek week;
  std::size_t index = 0;
  std::optional<Override> left;
};

struct Undo {
  std::vector<CutOverride> cut;     // of one week, the last of the file first
  std::vector<NewOverride> beside;  // what sticks out elsewhere
};

// Takes overrides away within `range`. With a person, those that lie on what this person would have without
// them; else all of the roles. What sticks out stays as it was: the first part in its block where that still
// begins in the block's week, other parts as far as they win, at the end of the file of their week.
[[nodiscard]] Undo undo_overrides(const Team& team, const Interval& range, WeekSource& weeks,
                                  const Filter& filter = {});

}  // namespace cprota
