// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cprota/format/team_folder.hpp"

namespace cprota {

// Reads the text of a cprota.toml: every key of it, cross-references checked, all faults found. `file` names
// it in messages. The team is as whole as the faults allow.
[[nodiscard]] TeamReading read_team(std::string_view text, const std::string& file);

// What contacts.toml says wins over cprota.toml; faults go to `faults_elsewhere`.
void read_contacts(std::string_view text, const std::string& file, TeamReading& reading);
// Adds the leave of leave.toml; faults go to `faults_elsewhere`.
void read_leave(std::string_view text, const std::string& file, TeamReading& reading);

// What a reader made of a week file.
struct WeekReading {
  WeekFile file;
  std::vector<Diagnostic> faults;            // of turns and overrides
  std::vector<Diagnostic> faults_elsewhere;  // of worked and allow: answers about cover go on
};
[[nodiscard]] WeekReading read_week(std::string_view text, const std::string& file, IsoWeek week,
                                    const Team& team);

}  // namespace cprota
