// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/hours/bank_holidays.hpp"

namespace cprota {

// Reads a list of bank holidays, told apart by its content; in order of date, source HolidaySource::file.
// `file` names it in messages. Every fault is Fault::files with its place, all that one run found: a date
// that is none, stands twice or lies outside 1970–2199, an event without a title, a list without a date, a
// text that stops half way.
//
// JSON as the government publishes it: {"scotland": {"division", "events": [{"title", "date", "notes",
// "bunting"}]}, …}, of which the list of `division` is read; or the list of one division alone, {"division",
// "events"}; or with each list under the name of its division. Other keys and other divisions are not looked
// at.
//
// iCalendar (RFC 5545), whatever the division: each VEVENT is a whole day, or the days up to its DTEND (at
// most 31; a DTEND on the day itself is one day, as lists published before 2013 have it). Cancelled events
// are left out. One with a clock time or that repeats (RRULE, RDATE) is refused: repeats have no last year,
// and a list replaces the years that it has.
[[nodiscard]] Result<std::vector<BankHoliday>> read_bank_holidays(std::string_view text, Division division,
                                                                  const std::string& file);

}  // namespace cprota
