// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

namespace cprota {

// What `check` looks for, by the names that `[check]`, `[[allow]]` and `--only` use, in the order of its
// documentation. Faults of the files themselves are findings of rule `file`, which cannot be set or allowed.
inline constexpr std::array<std::string_view, 14> check_rules = {
    "gap",  "double",  "new-pair", "leave",    "member", "rest",   "load",
    "idle", "horizon", "holidays", "override", "stray",  "review", "pay",
};

enum class RuleSeverity { off, warning, error };

// The [check] table.
struct CheckSettings {
  std::map<std::string, RuleSeverity> rules;  // by the rule's name, where the team says
  int horizon_weeks = 4;
};

}  // namespace cprota
