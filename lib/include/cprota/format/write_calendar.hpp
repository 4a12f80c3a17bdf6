// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/resolve.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

// A shift as calendars know it: the part of it that is asked for, and the begin of the whole, which names it.
struct CalendarEvent {
  Shift shift;
  Instant whole_begin;
};

// The shifts of a range, cut at its ends, in order of begin, then of rota and role as in the team.
[[nodiscard]] std::vector<CalendarEvent> calendar_events(const Team& team, const Interval& range,
                                                         WeekSource& weeks, const Filter& filter = {});

struct CalendarOptions {
  std::string title;             // what programs show as the calendar's name
  std::optional<Instant> stamp;  // DTSTAMP of every event; each has its own begin without it
};

// An iCalendar (RFC 5545): CRLF, lines of at most 75 octets, times in UTC, one transparent VEVENT for each
// shift, in its order. UID is rota, role and begin of the whole shift, `@` the team: after a swap the same
// event has another person. CATEGORIES is the role as files write it. What the team and the files have of
// phones, addresses and reasons is written: public_view leaves them out. Without events there is a VTIMEZONE,
// since a calendar must have some component.
[[nodiscard]] std::string rota_calendar(const Team& team, const std::vector<CalendarEvent>& events,
                                        const CalendarOptions& options);

}  // namespace cprota
