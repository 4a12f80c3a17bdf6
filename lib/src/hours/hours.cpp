// SPDX-License-Identifier: MIT
#include "cprota/hours/hours.hpp"

#include <algorithm>
#include <cstddef>

#include "cprota/time/calendar.hpp"

#include "hours/span_of_years.hpp"

namespace cprota {
namespace {

using std::chrono::days;

constexpr Minutes whole_day{24 * 60};

const Windows& closed() {
  static const Windows none;
  return none;
}

const Windows& listed(const std::optional<Windows>& windows) {
  return windows ? *windows : closed();
}

const HoursVersion* version_on(const Hours& hours, Date date) {
  const HoursVersion* in_force = nullptr;
  for (const HoursVersion& version : hours.versions) {
    if (!version.from || *version.from <= date) in_force = &version;
  }
  return in_force;
}

std::optional<Interval> placed(const Window& window, Date date, const Zone& zone) {
  const Local midnight(date);
  return Interval::between(zone.instant(midnight + window.start), zone.instant(midnight + window.end));
}

// Whether a date is open from midnight to midnight by its own windows.
bool is_whole(const Windows& windows) {
  return windows.size() == 1 && windows.front() == Window{Minutes(0), whole_day};
}

// The first date after `date`, going by `step`, that is not open all day by its own windows.
Date first_not_whole(const Hours& hours, const BankHolidays& holidays, Date date, days step) {
  while (first_date <= date && date <= last_date && is_whole(windows_on(hours, date, holidays))) date += step;
  return date;
}

}  // namespace

std::string_view to_string(DayKind kind) {
  switch (kind) {
    case DayKind::weekday:
      return "weekday";
    case DayKind::weekend:
      return "weekend";
    case DayKind::bank_holiday:
      break;
  }
  return "bank-holiday";
}

DayKind day_kind(Date date, const BankHolidays& holidays) {
  if (holidays.contains(date)) return DayKind::bank_holiday;
  return is_saturday_or_sunday(date) ? DayKind::weekend : DayKind::weekday;
}

const Windows& windows_on(const Hours& hours, Date date, const BankHolidays& holidays) {
  const HoursVersion* version = version_on(hours, date);
  if (!version) return closed();
  if (!version->dates.empty()) {
    const auto exact = version->dates.find(date);
    if (exact != version->dates.end()) return exact->second;
  }
  if (holidays.contains(date)) return listed(version->bank_holiday);
  const auto& named = version->days[weekday_of(date).iso_encoding() - 1];
  if (named) return *named;
  return listed(is_saturday_or_sunday(date) ? version->weekend : version->weekday);
}

IntervalSet open_hours(const Hours& hours, const Zone& zone, const BankHolidays& holidays,
                       const Interval& range) {
  std::vector<Interval> found;
  const Date last = std::min(zone.date(range.end() - std::chrono::seconds(1)) + days(1), last_date);
  // The night before may run into the range; a date may begin a little before its clocks say so.
  for (Date date = std::max(zone.date(range.begin()) - days(2), first_date); date <= last; date += days(1)) {
    for (const Window& window : windows_on(hours, date, holidays)) {
      const auto interval = placed(window, date, zone);
      const auto part = interval ? interval->common(range) : std::nullopt;
      if (part) found.push_back(*part);
    }
  }
  return IntervalSet(std::move(found));
}

std::optional<Interval> opening_at(const Hours& hours, const Zone& zone, const BankHolidays& holidays,
                                   Instant t) {
  const Interval all = span_of_years(zone);
  const auto around = [&](Instant begin, Instant end) {
    return Interval(std::max(begin, all.begin()), std::min(end, all.end()));
  };
  if (!all.contains(t)) return std::nullopt;
  // From the last date before, and to the first after, that closes at all.
  const Date date = zone.date(t);
  const Date before = first_not_whole(hours, holidays, date - days(1), days(-1));
  const Date after = first_not_whole(hours, holidays, date + days(1), days(1));
  Interval seen = around(zone.begin_of(before), zone.begin_of(after + days(1)));
  while (true) {
    const auto found = open_hours(hours, zone, holidays, seen).find(t);
    if (!found) return std::nullopt;
    const bool cut_before = found->begin() == seen.begin() && seen.begin() > all.begin();
    const bool cut_after = found->end() == seen.end() && seen.end() < all.end();
    if (!cut_before && !cut_after) return found;
    seen = around(cut_before ? seen.begin() - 2 * seen.length() : seen.begin(),
                  cut_after ? seen.end() + 2 * seen.length() : seen.end());
  }
}

std::optional<Interval> next_opening(const Hours& hours, const Zone& zone, const BankHolidays& holidays,
                                     Instant t, Instant limit) {
  const Interval all = span_of_years(zone);
  Instant from = std::max(t, all.begin() - std::chrono::seconds(1));
  const Instant until = std::min(limit + std::chrono::seconds(1), all.end());
  std::chrono::seconds step = days(8);
  // What is open at the end of one look and goes on in the next is one opening, not a new one.
  bool open_at_edge = opening_at(hours, zone, holidays, from).has_value();
  while (from < until) {
    const Interval seen(from, std::min(from + step, until));
    const IntervalSet open = open_hours(hours, zone, holidays, seen);
    for (const Interval& interval : open.intervals()) {
      const bool goes_on = interval.begin() == from && open_at_edge;
      if (goes_on || interval.begin() <= t) continue;
      return opening_at(hours, zone, holidays, interval.begin());
    }
    open_at_edge = !open.empty() && open.intervals().back().end() == seen.end();
    from = seen.end();
    step *= 2;
  }
  return std::nullopt;
}

std::vector<DatePiece> by_date(const Interval& interval, const Zone& zone, const BankHolidays& holidays) {
  std::vector<DatePiece> pieces;
  Date date = zone.date(interval.begin());
  Instant begin = interval.begin();
  while (begin < interval.end()) {
    const Instant next = zone.begin_of(date + days(1));
    if (const auto piece = Interval::between(begin, std::min(next, interval.end()))) {
      pieces.push_back({date, day_kind(date, holidays), *piece});
      begin = piece->end();
    }
    date += days(1);
  }
  return pieces;
}

}  // namespace cprota
