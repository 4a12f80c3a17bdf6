// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "cprota/base/diagnostic.hpp"
#include "cprota/base/ids.hpp"
#include "cprota/rota/person.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/interval.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// What `generate` and the rules count as one turn; the files may name a person for a week or for each day
// either way.
enum class TurnKind { week, day };

struct Role {
  RoleId id;
  bool optional = false;  // makes no gap, load or pay when empty, such as a shadow
  int weight = 100;       // how heavy an hour is, in hundredths
};

// When the roles of a rota change hands: a civil weekday and minutes from its midnight.
struct Handover {
  std::chrono::weekday day = std::chrono::Monday;
  Minutes time{0};

  friend bool operator==(const Handover&, const Handover&) = default;
};

// Who is rostered for one hours.
struct Rota {
  RotaId id;
  HoursId hours;
  std::vector<Role> roles;  // in the order in which people are called; at least one
  Handover handover;
  TurnKind turn = TurnKind::week;
  std::vector<PersonId> members;
  int rest = 1;                      // whole weeks (days, for day turns) between two turns of a person
  int history = 26;                  // weeks before a generated range that count for fairness
  std::optional<Minutes> fair_step;  // finer differences of load are not worth moving anyone for
  std::vector<RotaId> apart;         // no turn on a date on which the person has one of those
  std::optional<Place> place;

  [[nodiscard]] const Role* role(const RoleId& wanted) const;
  [[nodiscard]] bool has_member(const PersonId& person) const;
};

// The moment at which the turns of a week begin; the week file's turns last to that of the week after.
[[nodiscard]] Instant handover_of(const Rota& rota, IsoWeek week, const Zone& zone);
// From handover to handover.
[[nodiscard]] Interval week_turn(const Rota& rota, IsoWeek week, const Zone& zone);
// Day 0 to 6 from the handover, changing at the handover's time of day; nothing for a day that never was.
[[nodiscard]] std::optional<Interval> day_turn(const Rota& rota, IsoWeek week, int day, const Zone& zone);
// The date on which day 0 to 6 of a week's turns begins.
[[nodiscard]] Date day_turn_date(const Rota& rota, IsoWeek week, int day);
// The week whose turns are running at `t`.
[[nodiscard]] IsoWeek turn_week_at(const Rota& rota, Instant t, const Zone& zone);

}  // namespace cprota
