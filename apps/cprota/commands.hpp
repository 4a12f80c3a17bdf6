// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "command.hpp"

namespace cprota {

// A line of the list of commands. `make` builds the command itself, with the fields that its arguments fill:
// only the one that is called is ever made.
struct CommandEntry {
  std::string_view group;  // ask, count, plan, change, guard, feed, start
  std::string_view name;   // empty: the program called without a command
  std::string_view usage;  // its words and main options: `[PERSON] [--within DURATION]`
  std::string_view summary;
  Command (*make)();
};

// In the order of the help.
[[nodiscard]] std::span<const CommandEntry> all_commands();

// Each in the file of its name.
[[nodiscard]] Command announce_command();
[[nodiscard]] Command bank_holidays_command();
[[nodiscard]] Command check_command();
[[nodiscard]] Command claim_command();
[[nodiscard]] Command compare_command();
[[nodiscard]] Command completion_command();
[[nodiscard]] Command contact_command();
[[nodiscard]] Command cover_command();
[[nodiscard]] Command day_command();
[[nodiscard]] Command deadline_command();
[[nodiscard]] Command elapsed_command();
[[nodiscard]] Command generate_command();
[[nodiscard]] Command hours_command();
[[nodiscard]] Command import_command();
[[nodiscard]] Command init_command();
[[nodiscard]] Command is_command();
[[nodiscard]] Command leave_command();
[[nodiscard]] Command next_command();
[[nodiscard]] Command publish_command();
[[nodiscard]] Command show_command();
[[nodiscard]] Command status_command();
[[nodiscard]] Command swap_command();
[[nodiscard]] Command who_now_command();
[[nodiscard]] Command why_command();

}  // namespace cprota
