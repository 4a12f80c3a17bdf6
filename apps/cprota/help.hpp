// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cprota/format/table.hpp"

#include "cli.hpp"

namespace cprota {

// What `cprota --help` prints: the commands by group.
[[nodiscard]] std::string program_help(const TextStyle& style);
// What `cprota COMMAND --help` prints; an example comes first.
[[nodiscard]] std::string command_help(const Call& call, const TextStyle& style);

}  // namespace cprota
