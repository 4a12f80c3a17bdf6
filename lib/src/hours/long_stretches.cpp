// SPDX-License-Identifier: MIT
#include "hours/long_stretches.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "cprota/time/calendar.hpp"

#include "hours/in_force.hpp"

namespace cprota {
namespace {

using std::chrono::days;

constexpr Minutes whole_day{24 * 60};
// So many dates alike before it is worth asking whether all of a version are.
constexpr int patience = 16;

// Whether the night that `before` runs into a date and the windows of the date itself leave no minute closed.
bool covers_date(const Windows& before, const Windows& own) {
  Minutes covered{0};
  for (const Window& window : before) covered = std::max(covered, window.end - whole_day);
  for (bool grows = true; grows && covered < whole_day;) {
    grows = false;
    for (const Window& window : own) {
      if (window.start > covered || window.end <= covered) continue;
      covered = window.end;
      grows = true;
    }
  }
  return covered >= whole_day;
}

bool is_open_all_day(const Hours& hours, const BankHolidays& holidays, Date date) {
  const Windows none;
  // What began before the years is not known.
  const Windows& before = date > first_date ? windows_on(hours, date - days(1), holidays) : none;
  return covers_date(before, windows_on(hours, date, holidays));
}

// Every list of windows that a date can have by this version, exact dates aside.
std::vector<Windows> lists_of(const HoursVersion& version) {
  std::vector<Windows> lists{version.bank_holiday.value_or(Windows{})};
  for (std::size_t day = 0; day < version.days.size(); ++day) {
    const auto& by_kind = day < 5 ? version.weekday : version.weekend;
    lists.push_back(version.days[day].value_or(by_kind.value_or(Windows{})));
  }
  return lists;
}

bool is_always_open(const HoursVersion& version) {
  const std::vector<Windows> lists = lists_of(version);
  return std::ranges::all_of(lists, [&](const Windows& before) {
    return std::ranges::all_of(lists, [&](const Windows& own) { return covers_date(before, own); });
  });
}

bool is_always_closed(const HoursVersion* version) {
  return version == nullptr ||
         std::ranges::all_of(lists_of(*version), [](const Windows& list) { return list.empty(); });
}

// The next date after `date` on which another version or an exact date may say something else.
Date next_exception(const Hours& hours, Date date) {
  Date next = last_date + days(1);
  for (const HoursVersion& version : hours.versions) {
    if (version.from && *version.from > date) next = std::min(next, *version.from);
  }
  if (const HoursVersion* const version = version_on(hours, date)) {
    const auto exact = version->dates.upper_bound(date);
    if (exact != version->dates.end()) next = std::min(next, exact->first);
  }
  return next;
}

// The earliest date from which on, up to `date`, one version without exact dates rules, the night before
// included. `date` and the one before must be so.
Date first_of_alike(const HoursVersion& version, Date date) {
  Date first = std::max(first_date, version.from.value_or(first_date)) + days(1);
  const auto exact = version.dates.lower_bound(date);
  if (exact != version.dates.begin()) first = std::max(first, std::prev(exact)->first + days(2));
  return first;
}

// The version that alone rules a date and the night before it; nullptr where there is no such one.
const HoursVersion* only_version(const Hours& hours, Date date) {
  const HoursVersion* const version = version_on(hours, date);
  if (version == nullptr || version != version_on(hours, date - days(1))) return nullptr;
  return version->dates.contains(date) || version->dates.contains(date - days(1)) ? nullptr : version;
}

}  // namespace

Date past_open_dates(const Hours& hours, const BankHolidays& holidays, Date date, bool forwards) {
  int seen = 0;
  while (first_date <= date && date <= last_date && is_open_all_day(hours, holidays, date)) {
    const HoursVersion* const version = ++seen % patience == 0 ? only_version(hours, date) : nullptr;
    const bool leaps = version != nullptr && date > first_date && is_always_open(*version);
    if (forwards) {
      date = leaps ? next_exception(hours, date) : date + days(1);
    } else {
      date = (leaps ? first_of_alike(*version, date) : date) - days(1);
    }
  }
  return date;
}

Date past_closed_dates(const Hours& hours, const BankHolidays& holidays, Date date) {
  int seen = 0;
  while (date <= last_date && windows_on(hours, date, holidays).empty()) {
    const bool leaps = ++seen % patience == 0 && is_always_closed(version_on(hours, date));
    date = leaps ? next_exception(hours, date) : date + days(1);
  }
  return date;
}

}  // namespace cprota
