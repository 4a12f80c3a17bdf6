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

}  // namespace cprota
