// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

#include "cprota/hours/hours.hpp"

namespace cprota {

// Over years of dates that are all alike one need not go date by date.

// The first date from `date` on, forwards or backwards, that its own windows and the night before leave a
// part of closed; beyond the years where there is none.
[[nodiscard]] Date past_open_dates(const Hours& hours, const BankHolidays& holidays, Date date,
                                   bool forwards);

// The first date from `date` on that has windows; beyond the years where there is none.
[[nodiscard]] Date past_closed_dates(const Hours& hours, const BankHolidays& holidays, Date date);

}  // namespace cprota
