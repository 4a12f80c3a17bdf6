// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/resolve.hpp"

namespace cprota {

// The windows of some hours that begin on a date, or run into it from the night before.
struct HoursOnDay {
  HoursId hours;
  std::vector<Interval> windows;  // cut at the ends of the date
};

// A role that changes hands on the day: by a handover, or because an override begins or ends, or because one
// opening ends with one person and the next begins with another.
struct HandoverOnDay {
  Instant at;
  RoleRef role;
  Holder from;
  Holder to;
};

// A duty at the time at which it is due: `start` and `end` at the edges of each window of its hours, `during`
// from the one to the other.
struct DutyOnDay {
  const Duty* duty;  // of the team
  Interval window;
  Instant at;  // the window's end for `end`, else its begin
  std::vector<PersonId>
      people;  // who covers those hours then: all for `all`; for `one`, those of whom one does it
};

// Those who cover a role on two dates, in order of time; a role may have nobody.
struct CoverTomorrow {
  RoleRef role;
  std::vector<PersonId> today;
  std::vector<PersonId> then;
};

// One local date: what kind it is, when hours are open, who covers, what is due.
struct DayPlan {
  Date date;
  DayKind kind = DayKind::weekday;
  std::optional<BankHoliday> bank_holiday;
  std::optional<Interval> during;  // nothing for a date that never was
  std::vector<HoursOnDay> hours;   // those that are open at all, in the order of the team
  Cover cover;                     // cut at the ends of the date
  std::vector<HandoverOnDay> handovers;
  std::vector<DutyOnDay> duties;      // in order of time, then start, during, end
  std::vector<std::string> tomorrow;  // what is different on the next date, in words, but for the roles
  std::vector<CoverTomorrow> cover_tomorrow;  // the roles that others cover then
  // Where the support hours are closed all day: when they are back; absent if they never are.
  bool support_closed = false;
  std::optional<Instant> support_opens;
};

[[nodiscard]] DayPlan day_plan(const Team& team, WeekSource& weeks, Date date);

}  // namespace cprota
