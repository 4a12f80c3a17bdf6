// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/time/calendar.hpp"
#include "cprota/time/zone.hpp"

namespace cprota {

// What people name when they name whole dates, both included.
struct Unit {
  Date first;
  Date last;
  // A date or a week; what is longer means, where turns are meant, the weeks that begin in it.
  bool in_weeks = true;
};

// The words for units, those that count from today included.
[[nodiscard]] const std::vector<std::string>& unit_words();

// Reads `2026-11-23`, `2026-W48`, `2026-11`, `2026-Q4`, `2026`, the words, `+4w`, `+10d`. Fault::usage.
[[nodiscard]] Result<Unit> parse_unit(std::string_view text, Date today);

// A date of the form `2026-11-23`, or why there is no such date. Fault::usage.
[[nodiscard]] Result<Date> parse_exact_date(std::string_view text);

// The date in the zone, if it lies in the years; else the clock is wrong. Fault::usage.
[[nodiscard]] Result<Date> today_in(const Zone& zone, Instant now);

}  // namespace cprota
