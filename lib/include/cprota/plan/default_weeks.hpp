// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "cprota/rota/team.hpp"
#include "cprota/rota/week_file.hpp"
#include "cprota/time/parse.hpp"

namespace cprota {

// The weeks that are meant where nobody says which; of `only`, or of every rota.

// 13 weeks from the first that lacks somebody in a role that must be filled, no earlier than that of `now`.
[[nodiscard]] WeekRange weeks_to_fill(const Team& team, const std::optional<RotaId>& only, Instant now,
                                      WeekSource& weeks);

// From the week of the next handover to the last that has a file; those to fill where there is none.
[[nodiscard]] WeekRange weeks_that_stand(const Team& team, const std::optional<RotaId>& only, Instant now,
                                         WeekSource& weeks);

}  // namespace cprota
