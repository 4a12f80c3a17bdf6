// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "cprota/cover/compare.hpp"
#include "cprota/format/match_schedule.hpp"

namespace cprota {

// From the begin of the first stretch to the end of the last; nothing where there is none.
[[nodiscard]] std::optional<Interval> span_of(const MatchedSchedule& matched);
// Who covers the team's open hours by a schedule, strangers included.
[[nodiscard]] ComparedSide side_of(const Team& team, const MatchedSchedule& matched, const Interval& range);
// Where a schedule says who covers: from the first of a role's stretches to the end of its last; only in
// them, where it is not whole. Cut to `range`; roles of which it does not speak are left out.
[[nodiscard]] std::vector<ComparedRole> roles_of(const MatchedSchedule& matched, bool is_whole,
                                                 const Interval& range);

}  // namespace cprota
