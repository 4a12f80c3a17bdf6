// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cprota/time/calendar.hpp"
#include "cprota/time/interval.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// For programs. `2026-11-23T09:15:00+00:00`: the zone's offset, never `Z`; seconds of an offset are rounded
// away towards the offset's minute and the local time with them, so that the instant stays right.
[[nodiscard]] std::string rfc3339(Instant t, const Zone& zone);
// `2026-11-23`
[[nodiscard]] std::string iso_date(Date date);
// As a file of cprota writes it: `2026-11-25T17:00:00`, with an offset only where the civil time is doubled.
[[nodiscard]] std::string file_time(Instant t, const Zone& zone);

// For people, in English whatever the locale.
// `Mon`
[[nodiscard]] std::string day_name(Date date);
// `Mon 23 Nov`
[[nodiscard]] std::string short_date(Date date);
// `Mon 23 Nov 2026`
[[nodiscard]] std::string long_date(Date date);
// `Mon 23 Nov`, with the year where it is not that of `today`.
[[nodiscard]] std::string near_date(Date date, Date today);
// `09:15`, with an offset (`01:30+01:00`) only where the time is doubled.
[[nodiscard]] std::string clock_time(Instant t, const Zone& zone);
// `09:15` on the date `today`; `Tue 07:00` up to six days after; `Tue 2 Dec 07:00` otherwise; with the year
// where it is another.
[[nodiscard]] std::string relative_time(Instant t, Date today, const Zone& zone);
// `17:00–22:00` on one date (the end of a date is `24:00`), `Mon 23 Nov 17:00 – Tue 24 Nov 02:00` otherwise.
[[nodiscard]] std::string stretch(const Interval& interval, const Zone& zone);
// `07:00–10:00`; into another date `22:00–07:00 Tue`, `12:00–24:00 Sun`, for where the first date stands
// beside it.
[[nodiscard]] std::string clock_stretch(const Interval& during, const Zone& zone);
// `7h 00m`
[[nodiscard]] std::string hours_and_minutes(Minutes minutes);
// `Mon 23 Nov 10:00 to Mon 30 Nov 10:00`
[[nodiscard]] std::string from_to(const Interval& interval, const Zone& zone);

}  // namespace cprota
