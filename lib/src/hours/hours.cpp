// SPDX-License-Identifier: MIT
#include "cprota/hours/hours.hpp"

#include <algorithm>
#include <cstddef>

#include "cprota/time/calendar.hpp"

#include "hours/in_force.hpp"

namespace cprota {
namespace {

using std::chrono::days;

const Windows& closed() {
  static const Windows none;
  return none;
}

const Windows& listed(const std::optional<Windows>& windows) {
  return windows ? *windows : closed();
}

}  // namespace

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
