// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "cprota/hours/hours.hpp"

namespace cprota {

// The version in force on a date; nullptr before the first.
[[nodiscard]] const HoursVersion* version_on(const Hours& hours, Date date);

// A window of a date as instants; nothing where a clock change leaves it empty.
[[nodiscard]] std::optional<Interval> placed(const Window& window, Date date, const Zone& zone);

}  // namespace cprota
