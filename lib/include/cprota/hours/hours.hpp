// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "cprota/base/diagnostic.hpp"
#include "cprota/base/ids.hpp"
#include "cprota/hours/bank_holidays.hpp"
#include "cprota/hours/window.hpp"
#include "cprota/time/interval.hpp"
#include "cprota/time/interval_set.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// Every local date has exactly one.
enum class DayKind { weekday, weekend, bank_holiday };

// `weekday`, `weekend`, `bank-holiday`
[[nodiscard]] std::string_view to_string(DayKind kind);
// Bank holiday wins over weekend, weekend over weekday.
[[nodiscard]] DayKind day_kind(Date date, const BankHolidays& holidays);

// The windows of each kind of day, from `from` on (from the beginning where absent). An empty list is closed;
// an absent one says nothing.
struct HoursVersion {
  std::optional<Date> from;
  std::map<Date, Windows> dates;
  std::optional<Windows> bank_holiday;
  std::array<std::optional<Windows>, 7> days;  // Monday first
  std::optional<Windows> weekend;
  std::optional<Windows> weekday;
};

// A named promise of cover.
struct Hours {
  HoursId id;
  std::vector<HoursVersion> versions;  // in order of `from`; the first may have none
  std::optional<Place> place;
};

// The windows listed under a date: of the version in force, the first that it has of the exact date,
// bank-holiday (if it is one; without that key a bank holiday is closed), the named day, then weekend or
// weekday. Not the rest of a night that began on the date before.
[[nodiscard]] const Windows& windows_on(const Hours& hours, Date date, const BankHolidays& holidays);

// The open hours inside `range`: windows joined where they touch or a night joins them, cut at its ends.
[[nodiscard]] IntervalSet open_hours(const Hours& hours, const Zone& zone, const BankHolidays& holidays,
                                     const Interval& range);

// The whole opening that holds `t`, however long (within the years 1970–2199); nothing if closed then.
[[nodiscard]] std::optional<Interval> opening_at(const Hours& hours, const Zone& zone,
                                                 const BankHolidays& holidays, Instant t);

// The first opening that begins strictly after `t` and no later than `limit`.
[[nodiscard]] std::optional<Interval> next_opening(const Hours& hours, const Zone& zone,
                                                   const BankHolidays& holidays, Instant t, Instant limit);

// A stretch cut at local midnights, so that each piece has one date and so one kind of day.
struct DatePiece {
  Date date;
  DayKind kind = DayKind::weekday;
  Interval during;
};
[[nodiscard]] std::vector<DatePiece> by_date(const Interval& interval, const Zone& zone,
                                             const BankHolidays& holidays);

}  // namespace cprota
