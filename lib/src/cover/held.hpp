// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "cprota/cover/turns.hpp"

namespace cprota {

// The open minutes in which one turn, or one override, is what is really covered.
struct Held {
  Holder holder;
  IsoWeek week;                // of the file in which it stands, or would stand
  std::optional<Date> date;    // of a day turn
  const Override* taken_over;  // nullptr for a turn
  std::optional<Place> place;
  std::vector<Interval> open;  // at least one, in order of time

  [[nodiscard]] bool is_override() const { return taken_over != nullptr; }
};

// One role with all that is held in a span: every open minute of the span is in exactly one Held.
struct HeldRole {
  const Rota* rota;
  const Role* role;
  RoleRef ref;
  std::vector<Turn> turns;  // with open minutes in the span, in order
  std::vector<Held> held;   // in order of their first minute
};

// Every role of the team, in the order of rotas and roles.
[[nodiscard]] std::vector<HeldRole> held_roles(const Team& team, const Interval& span, WeekSource& weeks);

}  // namespace cprota
