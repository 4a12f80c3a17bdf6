// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cprota/base/result.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/interval.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// What people type, read in a team's zone against a stand-in for the clock. Every failure is Fault::usage
// with one line that says what is wrong and offers the right spelling. A civil time that happens twice and
// has no offset fails and shows both with their offsets; a skipped one fails and names the moment of the
// change.

// A moment as typed: `now`; `2026-11-23T09:15` or with a space, with or without an offset (`Z`, `+01:00`);
// `09:15` (today); `@1795425300`; a date, `today`, `tomorrow`, `yesterday` (its first existing minute).
struct TypedTime {
  Instant at;
  // Set where only a date was typed.
  std::optional<Date> date_only;
};
[[nodiscard]] Result<TypedTime> parse_time(std::string_view text, const Zone& zone, Instant now);

// A stretch as typed. `until` equals `from` where the dates named never were (Apia, 2011-12-30).
struct Range {
  Instant from;
  Instant until;
  // Set where the stretch is whole dates, both included.
  std::optional<Date> first;
  std::optional<Date> last;

  [[nodiscard]] std::optional<Interval> interval() const { return Interval::between(from, until); }
  friend bool operator==(const Range&, const Range&) = default;
};
// One unit or `UNIT..UNIT`, from the first date of the first to the last date of the last: a date,
// `2026-W48`, `2026-11`, `2026-Q4`, `2026`, `today`, `tomorrow`, `yesterday`, `this-`, `next-` or `last-`
// with `week`, `month`, `quarter`, `year`; `+4w` and `+10d` are so many weeks or days beginning today, at
// either end: `2026-12-01..+8w` ends eight weeks from today. An end with a clock time is an instant, and the
// stretch half-open there. An end before its start is an error; the same instant twice is an empty stretch.
[[nodiscard]] Result<Range> parse_range(std::string_view text, const Zone& zone, Instant now);
// Whole dates, both included.
[[nodiscard]] Range range_of(Date first, Date last, const Zone& zone);
// `Sun 1 – Mon 30 Nov 2026 (30 days)`; with clock times where it is not whole dates.
[[nodiscard]] std::string describe(const Range& range, const Zone& zone);

// Week files, both included.
struct WeekRange {
  IsoWeek first;
  IsoWeek last;
  friend bool operator==(const WeekRange&, const WeekRange&) = default;
};
// `2026-W48`, `this`, `next`, `last`, or a date in the week, `today` and its kin included.
[[nodiscard]] Result<IsoWeek> parse_week(std::string_view text, const Zone& zone, Instant now);
// A RANGE where turns are meant: the week files of the weeks in it, `this`, `next` and `last` among them; of
// units longer than a week (`2026-12`, `2026-Q4`, `+13w`) those whose Monday lies in it, so that months that
// follow each other share none. A clock time is an error.
[[nodiscard]] Result<WeekRange> parse_weeks(std::string_view text, const Zone& zone, Instant now);

// `90m`, `4h`, `1h30m`, `2h40`, `2d` (of 24 hours), `3w`; whole minutes, not negative.
[[nodiscard]] Result<Minutes> parse_duration(std::string_view text);

// A civil time without an offset, of a file or option: under the rules for what people type. Fault::usage for
// one that is doubled, skipped, outside the years or no whole minute.
[[nodiscard]] Result<Instant> civil_instant(Local local, const Zone& zone);

}  // namespace cprota
