// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "cprota/format/match_schedule.hpp"
#include "cprota/format/read_schedule.hpp"

#include "session.hpp"

namespace cprota {

// The schedule of a file, or of standard input where it is called `-`; odd things that are no faults are
// noted.
[[nodiscard]] Result<Schedule> read_schedule_source(Session& session, const std::string& file,
                                                    const Zone& zone,
                                                    const std::optional<std::string>& format,
                                                    const std::optional<Interval>& range);

// `--role` and `--pattern` against the team.
[[nodiscard]] Result<MatchOptions> match_options(const Team& team, const std::optional<std::string>& role,
                                                 const std::optional<std::string>& pattern);

}  // namespace cprota
