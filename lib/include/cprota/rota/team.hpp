// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cprota/base/ids.hpp"
#include "cprota/base/result.hpp"
#include "cprota/hours/bank_holidays.hpp"
#include "cprota/hours/hours.hpp"
#include "cprota/rota/check_rules.hpp"
#include "cprota/rota/pay_rule.hpp"
#include "cprota/rota/person.hpp"
#include "cprota/rota/process.hpp"
#include "cprota/rota/rota.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// The people, hours and rotas of one cprota.toml, with its contacts and leave. All cross-references hold:
// every person, hours, rota and role that is named exists.
struct Team {
  std::string name;
  Zone zone = Zone::utc();
  BankHolidays bank_holidays;
  std::optional<Place> bank_holidays_place;  // of the newer list's name, else of the division's
  std::optional<Date> reviewed;
  std::optional<Date> review_by;
  std::optional<Place> review_by_place;

  std::vector<Hours> hours;  // in the order of the file, as everything below
  std::vector<Rota> rotas;
  std::vector<Person> people;
  std::vector<Leave> leave;
  std::vector<Duty> duties;
  std::vector<Route> routes;
  std::vector<PayRule> pay_rules;
  ContactRules contact;
  CheckSettings check;

  // All return nullptr for a name that the team does not have.
  [[nodiscard]] const Hours* find_hours(const HoursId& id) const;
  [[nodiscard]] const Rota* find_rota(const RotaId& id) const;
  [[nodiscard]] const Person* find_person(const PersonId& id) const;
  // Requires that the rota exists and so its hours.
  [[nodiscard]] const Hours& hours_of(const Rota& rota) const;

  // Whether a person is on leave of that kind on a date.
  [[nodiscard]] bool on_leave(const PersonId& person, Date date, LeaveKind kind) const;
  // The open hours of a rota inside a range.
  [[nodiscard]] IntervalSet open_hours_of(const Rota& rota, const Interval& range) const;
};

// `on-call.primary`, or `primary` where only one rota has it; Fault::usage otherwise, with the nearest
// offered.
[[nodiscard]] Result<RoleRef> find_role(const Team& team, std::string_view text);

}  // namespace cprota
