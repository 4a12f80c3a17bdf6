// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "case_file.hpp"

namespace cprota::golden {

// How to start a shell command.
struct Process {
  std::string script;
  std::filesystem::path folder;          // where it starts
  std::filesystem::path scratch;         // where what it prints is kept meanwhile
  std::vector<std::string> environment;  // NAME=value, all of it
  int terminal = 0;                      // columns of its terminal; 0: none, and /dev/null to read
};

// Runs the script with /bin/sh and waits for it, half a minute at most. On a terminal, what it prints on
// standard error comes with its output, as a person would see it.
[[nodiscard]] Outcome run_process(const Process& process);

}  // namespace cprota::golden
