// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/format/import_schedule.hpp"
#include "cprota/format/table.hpp"

namespace cprota {

// `Import 13 turns and 2 overrides from primary.json`, or that there is nothing to change.
[[nodiscard]] std::string import_heading(const ImportReport& report, const std::string& file);
// A line for each turn and override.
[[nodiscard]] std::string import_text(const Team& team, const ImportReport& report, const TextStyle& style);
// A line for each time that stays as it was, and for each thing that has no name in the team.
[[nodiscard]] std::vector<std::string> import_left_out(const Team& team, const ImportReport& report,
                                                       const std::vector<Diagnostic>& unmatched);

}  // namespace cprota
