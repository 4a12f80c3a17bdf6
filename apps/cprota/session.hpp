// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cprota/base/result.hpp"

#include "env.hpp"

namespace cprota {

// What the program returns to its caller; the highest wins where several hold.
enum class Exit {
  answered = 0,
  no = 1,       // answered, and the answer is no or something is wrong
  usage = 2,    // the command line is wrong
  files = 3,    // the team's files are wrong, or there are none
  machine = 4,  // cannot read, write or lock; the disk is full
};

[[nodiscard]] Exit exit_of(Fault fault);

// The options that every command takes, before its name or after it.
struct Globals {
  std::optional<std::string> config;
  std::optional<std::string> color;  // auto, always, never
  std::optional<std::string> now;
  bool quiet = false;
  bool help = false;
  bool version = false;
};

// One call of the program.
struct Session {
  Env& env;
  Globals globals = {};

  // One line on standard error that is no error; nothing under --quiet.
  void note(std::string_view line) const;
  // Every diagnostic with its excerpt, on standard error.
  void report(const Error& error) const;
};

}  // namespace cprota
