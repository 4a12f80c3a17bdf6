// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/interval.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// The files of other tools that say who is on call.
enum class ScheduleFormat { pagerduty, grafana, ics, csv };
// `pagerduty`, `grafana`, `ics`, `csv`.
[[nodiscard]] std::string_view to_string(ScheduleFormat format);
[[nodiscard]] std::optional<ScheduleFormat> schedule_format(std::string_view text);

// A stretch in which a file says that somebody has a role, in the file's own words.
struct ScheduledStretch {
  // What the file says in the place of the role; absent where it has no such place.
  std::optional<std::string> role;
  // Who, by any of these: an id, a name, an address. All are of one person.
  std::vector<std::string> person;
  // Text in which a role and a person may stand: the summary and the categories of an event.
  std::string title;
  std::vector<std::string> categories;
  std::vector<std::string> attendees;  // addresses, with `mailto:` before them; they may be several people
  // A stretch of time, or the turn of a week.
  std::variant<Interval, IsoWeek> when;
  Place place;
  std::string source_line;
  // Where these have places of their own.
  std::optional<Place> role_place = std::nullopt;
  std::optional<Place> person_place = std::nullopt;
};

struct Schedule {
  ScheduleFormat format = ScheduleFormat::csv;
  std::vector<ScheduledStretch> stretches;  // in the order of the file
  // Whether time between stretches has nobody; a list of overrides does not speak of it.
  bool is_whole = true;
  // What is odd but no fault, such as one page of several.
  std::vector<Diagnostic> notes;
  // What is no stretch of time, such as an event of one moment.
  std::vector<Diagnostic> left_out;
};

// Reads a schedule, told apart by its content unless `format` forces one. `file` names it in messages; civil
// times without a zone are of `zone`. Every fault is Fault::files with its place: text that is no such
// schedule or stops half way, a time that is no whole minute, a stretch that ends before it begins. A list
// with nothing in it is a schedule without a stretch.
//
// pagerduty: {"schedule": {"final_schedule": {"rendered_schedule_entries": […]}}}, with or without the outer
// object; {"overrides": […]}; or a list of {"override": {…}}. Times have their offset. A final schedule
// without entries is a fault: so the API answers where it is not asked for a range. `[]` is a list of
// overrides.
//
// grafana: {"results": [{"shift_start", "shift_end", "user_email", "user_username", "user_pk"}]}, or that
// list. Times have their offset.
//
// ics (RFC 5545): each VEVENT but cancelled ones; those of one moment, with a time and neither DTEND nor
// DURATION, are left out. A TZID is an IANA name, or ends in one, or is a name of
// Windows; a date is its first minute. What repeats (RRULE, RDATE, EXDATE, RECURRENCE-ID) is read in `range`
// alone; a rule without end, or one that gives more than a rota holds, is a fault where that is absent.
//
// csv (RFC 4180, also with semicolons or tabs): by its header from, until, role (and rota), person (and
// name), or week, week commencing, and a column for each role. Blank rows and blanks around a cell are none;
// the apostrophe is taken off that keeps a cell from starting a formula.
[[nodiscard]] Result<Schedule> read_schedule(std::string_view text, const std::string& file, const Zone& zone,
                                             std::optional<ScheduleFormat> format = std::nullopt,
                                             std::optional<Interval> range = std::nullopt);

// The same of a file. Fault::machine where it cannot be read, Fault::files where it is no file, or one of
// more than 4 MiB.
[[nodiscard]] Result<Schedule> read_schedule_file(const std::string& path, const Zone& zone,
                                                  std::optional<ScheduleFormat> format = std::nullopt,
                                                  std::optional<Interval> range = std::nullopt);

}  // namespace cprota
