// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/cover/rules.hpp"

namespace cprota {

// Rules as the command line names them. Both fail with Fault::usage and what was probably meant.
[[nodiscard]] Result<Rule> find_rule(const std::string& name);
// `gap,leave`; nothing, and so every rule, for no list.
[[nodiscard]] Result<std::vector<Rule>> find_rules(const std::optional<std::string>& list);

}  // namespace cprota
