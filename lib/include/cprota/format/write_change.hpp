// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "cprota/cover/change.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

// `text` as the first line of a commit: one line of at most 72 columns and characters, cut at a word where it
// is longer.
[[nodiscard]] std::string commit_line(const std::string& text);

// A line for each shift that changes hands: when, role, from whom, to whom.
[[nodiscard]] std::string changed_shifts_text(const Team& team, const std::vector<ShiftChange>& changes,
                                              const TextStyle& style);
// A line for each finding: `file:line:column: severity: message [rule]`.
[[nodiscard]] std::string new_findings_text(const std::vector<Finding>& findings, const TextStyle& style);

}  // namespace cprota
