// SPDX-License-Identifier: MIT
#include "cprota/rota/person.hpp"

#include <algorithm>

#include "cprota/time/calendar.hpp"

namespace cprota {

bool Person::has_day_off(Date date) const {
  return std::find(days_off.begin(), days_off.end(), weekday_of(date)) != days_off.end();
}

bool Person::is_excepted_from(const RoleRef& role) const {
  return std::find(except.begin(), except.end(), role) != except.end();
}

bool Leave::concerns(const PersonId& person, Date date) const {
  return first <= date && date <= last && std::find(people.begin(), people.end(), person) != people.end();
}

}  // namespace cprota
