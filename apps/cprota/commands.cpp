// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include <vector>

namespace cprota {

std::span<const CommandEntry> all_commands() {
  static const std::vector<CommandEntry> entries = {};
  return entries;
}

}  // namespace cprota
