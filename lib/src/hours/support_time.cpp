// SPDX-License-Identifier: MIT
#include "cprota/hours/support_time.hpp"

#include <algorithm>
#include <chrono>

#include "hours/span_of_years.hpp"

namespace cprota {

Minutes elapsed(const Hours& hours, const Zone& zone, const BankHolidays& holidays, Instant a, Instant b) {
  const auto range = Interval::between(a, b);
  return range ? open_hours(hours, zone, holidays, *range).minutes() : Minutes(0);
}

std::optional<Instant> deadline(const Hours& hours, const Zone& zone, const BankHolidays& holidays, Instant a,
                                Minutes duration) {
  if (duration == Minutes(0)) return a;
  const Instant end = span_of_years(zone).end();
  std::chrono::seconds left = duration;
  std::chrono::seconds step = std::chrono::weeks(2);
  for (Instant from = a; from < end; step *= 2) {
    const Interval seen(from, std::min(from + step, end));
    const IntervalSet open = open_hours(hours, zone, holidays, seen);
    for (const Interval& interval : open.intervals()) {
      if (left <= interval.length()) return interval.begin() + left;
      left -= interval.length();
    }
    from = seen.end();
  }
  return std::nullopt;
}

Minutes open_time_after(const Hours& hours, const Zone& zone, const BankHolidays& holidays, Instant a) {
  return elapsed(hours, zone, holidays, a, span_of_years(zone).end());
}

}  // namespace cprota
