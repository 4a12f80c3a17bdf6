// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/cover/resolve.hpp"

namespace cprota {

// Someone who has to be on a PagerDuty schedule for a stretch.
struct PagerDutyEntry {
  PersonId person;
  Interval during;
};

// A list of {"override": {"start", "end", "user": {"id", "type": "user_reference"}}}, each the body of one
// POST /schedules/{id}/overrides, with the team's offset. What is past at `now` is left out, what has begun
// starts then: PagerDuty takes no override that begins earlier. A schedule of theirs is one role, so the
// entries must be of one. Fault::files with a diagnostic for each person of them without a PagerDuty id.
[[nodiscard]] Result<std::string> pagerduty_overrides(const Team& team,
                                                      const std::vector<PagerDutyEntry>& entries,
                                                      Instant now);
[[nodiscard]] Result<std::string> pagerduty_overrides(const Team& team, const std::vector<Shift>& shifts,
                                                      Instant now);

}  // namespace cprota
