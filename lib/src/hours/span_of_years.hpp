// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

#include "cprota/time/calendar.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// All the time that cprota knows of, 1970-01-01 to 2199-12-31 in a zone.
[[nodiscard]] inline Interval span_of_years(const Zone& zone) {
  return Interval(zone.begin_of(first_date), zone.begin_of(last_date + std::chrono::days(1)));
}

// Whether they are not over at `t`. What a zone says of so late a year takes long to find, and no clock is
// two days from UTC.
[[nodiscard]] inline bool is_before_end_of_years(const Zone& zone, Instant t) {
  constexpr Instant surely((last_date - std::chrono::days(1)).time_since_epoch());
  return t < surely || t < span_of_years(zone).end();
}

// Whether they hold `t`.
[[nodiscard]] inline bool is_in_years(const Zone& zone, Instant t) {
  return zone.begin_of(first_date) <= t && is_before_end_of_years(zone, t);
}

}  // namespace cprota
