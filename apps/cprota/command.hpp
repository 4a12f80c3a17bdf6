// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cprota/base/result.hpp"

#include "session.hpp"

namespace cprota {

// What a word of the command line fills in. It must outlive the parse.
using Field =
    std::variant<bool*, std::optional<std::string>*, std::optional<int>*, std::vector<std::string>*>;

// One word or option of a command.
struct Argument {
  // `-n,--count` for an option; `PERSON`, in capitals, for a word that stands in its place.
  std::string names = {};
  // What a word in its place is, where its name does not say it: `PERSON` for A and B.
  std::string kind = {};
  // What help calls the value: `TIME`. Empty for a flag, and for a word in its place.
  std::string value = {};
  std::string help = {};
  Field field = static_cast<bool*>(nullptr);
  std::vector<std::string> choices = {};  // the only values taken; empty: any
  std::string sets = {};                  // the value that a flag gives to a field of text
  bool required = false;

  [[nodiscard]] bool is_option() const { return names.starts_with('-'); }
  [[nodiscard]] bool is_flag() const { return is_option() && value.empty(); }
  // One of `--rota` may follow another; a list in its place takes all words that are left.
  [[nodiscard]] bool is_list() const { return std::holds_alternative<std::vector<std::string>*>(field); }
};

// A command as plain data; the only thing that knows CLI11 is cli.cpp. `run` answers, or fails with what
// main prints.
struct Command {
  std::vector<std::string> examples = {};  // the first opens the help
  std::string about = {};                  // what the summary does not say; may be empty
  std::vector<Argument> arguments = {};
  std::function<Result<Exit>(Session&)> run = {};
};

inline void append(std::vector<Argument>& arguments, const std::vector<Argument>& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
}

}  // namespace cprota
