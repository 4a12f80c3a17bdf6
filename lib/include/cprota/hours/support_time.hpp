// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "cprota/hours/hours.hpp"

namespace cprota {

// Minutes of open hours in `[a, b)`; zero where b is not after a.
[[nodiscard]] Minutes elapsed(const Hours& hours, const Zone& zone, const BankHolidays& holidays, Instant a,
                              Instant b);

// The earliest instant at which `duration` of open hours have elapsed since `a`: closing time rather than the
// next opening; `a` itself for nothing. Absent where the hours never open enough before 2200. For every
// duration that can be reached, elapsed(a, deadline(a, d)) == d.
[[nodiscard]] std::optional<Instant> deadline(const Hours& hours, const Zone& zone,
                                              const BankHolidays& holidays, Instant a, Minutes duration);

// Minutes of open hours from `a` on until 2200: zero where they never open.
[[nodiscard]] Minutes open_time_after(const Hours& hours, const Zone& zone, const BankHolidays& holidays,
                                      Instant a);

}  // namespace cprota
