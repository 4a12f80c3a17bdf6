// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"

namespace cprota {

// What a command line asks for.
struct Call {
  const CommandEntry* entry = nullptr;
  Command command;  // its fields filled in
  Globals globals;
};

// Reads the words after the program's name. Options of the program may stand before the command and after it;
// everything else after it. Nothing may be abbreviated. Fault::usage, with what was probably meant. `--help`
// and `--version` are returned, and then nothing else need be right.
[[nodiscard]] Result<Call> parse_command_line(const std::vector<std::string>& words);

// The options that every command takes, for the help and the completions.
[[nodiscard]] std::vector<Argument> global_arguments(Globals& globals);

// The option of that name, the entry of that command; nullptr where there is none.
[[nodiscard]] const Argument* find_option(const std::vector<Argument>& arguments, std::string_view name);
[[nodiscard]] const CommandEntry* find_entry(std::string_view name);

}  // namespace cprota
