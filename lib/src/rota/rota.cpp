// SPDX-License-Identifier: MIT
#include "cprota/rota/rota.hpp"

#include <algorithm>

namespace cprota {
namespace {

Local handover_time(const Rota& rota, IsoWeek week, int day) {
  return Local(day_turn_date(rota, week, day)) + rota.handover.time;
}

}  // namespace

const Role* Rota::role(const RoleId& wanted) const {
  const auto found =
      std::find_if(roles.begin(), roles.end(), [&](const Role& one) { return one.id == wanted; });
  return found == roles.end() ? nullptr : &*found;
}

bool Rota::has_member(const PersonId& person) const {
  return std::find(members.begin(), members.end(), person) != members.end();
}

Date day_turn_date(const Rota& rota, IsoWeek week, int day) {
  return week.monday() + (rota.handover.day - std::chrono::Monday) + std::chrono::days(day);
}

Instant handover_of(const Rota& rota, IsoWeek week, const Zone& zone) {
  return zone.instant(handover_time(rota, week, 0));
}

Interval week_turn(const Rota& rota, IsoWeek week, const Zone& zone) {
  return {handover_of(rota, week, zone), handover_of(rota, week.plus(1), zone)};
}

std::optional<Interval> day_turn(const Rota& rota, IsoWeek week, int day, const Zone& zone) {
  return Interval::between(zone.instant(handover_time(rota, week, day)),
                           zone.instant(handover_time(rota, week, day + 1)));
}

IsoWeek turn_week_at(const Rota& rota, Instant t, const Zone& zone) {
  IsoWeek week = IsoWeek::containing(zone.date(t));
  while (t < handover_of(rota, week, zone)) week = week.plus(-1);
  while (handover_of(rota, week.plus(1), zone) <= t) week = week.plus(1);
  return week;
}

}  // namespace cprota
