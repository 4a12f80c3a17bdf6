// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>

#include "cprota/hours/hours.hpp"
#include "cprota/time/calendar.hpp"

#include "hours/in_force.hpp"
#include "hours/long_stretches.hpp"
#include "hours/span_of_years.hpp"

namespace cprota {
namespace {

using std::chrono::days;

// Hours as they fall in a zone.
struct Promise {
  const Hours& hours;
  const Zone& zone;
  const BankHolidays& holidays;

  // What is open from the beginning of a date to that of another.
  [[nodiscard]] IntervalSet open_from(Date first, Date until) const {
    return open_hours(hours, zone, holidays, Interval(zone.begin_of(first), zone.begin_of(until)));
  }

  // The end of what is open just before `date` begins.
  [[nodiscard]] Instant end_from(Date date) const {
    while (true) {
      date = past_open_dates(hours, holidays, date, true);
      if (date > last_date) return zone.begin_of(last_date + days(1));
      const Date until = std::min(date + days(2), last_date + days(1));
      const auto goes_on = open_from(date, until).find(zone.begin_of(date));
      if (!goes_on) return zone.begin_of(date);
      if (goes_on->end() < zone.begin_of(until) || until > last_date) return goes_on->end();
      date = until;
    }
  }

  // The beginning of what is open when `date` begins.
  [[nodiscard]] Instant begin_before(Date date) const {
    while (date > first_date) {
      date = past_open_dates(hours, holidays, date - days(1), false) + days(1);
      if (date <= first_date) break;
      const Date from = std::max(date - days(2), first_date);
      const auto open = open_from(from, date).find(zone.begin_of(date) - std::chrono::seconds(1));
      if (!open) return zone.begin_of(date);
      if (open->begin() > zone.begin_of(from)) return open->begin();
      date = from;
    }
    return zone.begin_of(first_date);
  }
};

}  // namespace

std::optional<Interval> opening_at(const Hours& hours, const Zone& zone, const BankHolidays& holidays,
                                   Instant t) {
  if (!is_in_years(zone, t)) return std::nullopt;
  const Promise promise{hours, zone, holidays};
  const Date from = std::max(zone.date(t) - days(1), first_date);
  const Date until = std::min(zone.date(t) + days(2), last_date + days(1));
  const auto found = promise.open_from(from, until).find(t);
  if (!found) return std::nullopt;
  const bool reaches_back = found->begin() == zone.begin_of(from);
  const bool reaches_on = found->end() == zone.begin_of(until);
  return Interval(reaches_back ? promise.begin_before(from) : found->begin(),
                  reaches_on ? promise.end_from(until) : found->end());
}

std::optional<Interval> next_opening(const Hours& hours, const Zone& zone, const BankHolidays& holidays,
                                     Instant t, Instant limit) {
  const auto now_open = opening_at(hours, zone, holidays, t);
  const Instant closed = now_open ? now_open->end() : t;
  Date date = std::max(zone.date(closed) - days(2), first_date);
  while ((date = past_closed_dates(hours, holidays, date)) <= last_date && zone.begin_of(date) <= limit) {
    std::optional<Instant> begin;
    for (const Window& window : windows_on(hours, date, holidays)) {
      const auto interval = placed(window, date, zone);
      if (!interval || interval->begin() <= t || interval->begin() < closed) continue;
      begin = std::min(begin.value_or(interval->begin()), interval->begin());
    }
    if (begin) return *begin <= limit ? opening_at(hours, zone, holidays, *begin) : std::nullopt;
    date += days(1);
  }
  return std::nullopt;
}

}  // namespace cprota
