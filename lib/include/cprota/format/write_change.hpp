// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/cover/change.hpp"
#include "cprota/format/table.hpp"
#include "cprota/rota/team.hpp"

namespace cprota {

// `text` as the first line of a commit: one line of at most 72 columns and characters, cut at a word where it
// is longer.
[[nodiscard]] std::string commit_line(const std::string& text);

// The same line twice, and why.
struct CommitWords {
  std::string by_name;
  std::string by_id;  // where the names are too long
  std::optional<std::string> reason;
};
// What is done stays whole as long as it can: what is too long is cut from the reason.
[[nodiscard]] std::string commit_line(const CommitWords& words);

// A line for each shift that changes hands: when, role, from whom, to whom.
[[nodiscard]] std::string changed_shifts_text(const Team& team, const std::vector<ShiftChange>& changes,
                                              const TextStyle& style);
// A change that was made, or shown.
struct ChangeReport {
  std::string summary;  // the line for a commit
  std::optional<std::string> reason;
  Interval range;  // in which shifts were compared
  std::vector<ShiftChange> shifts;
  std::vector<Finding> findings;     // those that are new
  std::vector<std::string> written;  // `rota/2026-W49.toml`; empty where nothing was
};
// A document of cprota.change/1.
[[nodiscard]] std::string change_json(const Team& team, const ChangeReport& report);

// A line for each finding: `file:line:column: severity: message [rule]`, wrapped to the style's width.
[[nodiscard]] std::string new_findings_text(const std::vector<Finding>& findings, const TextStyle& style);

}  // namespace cprota
