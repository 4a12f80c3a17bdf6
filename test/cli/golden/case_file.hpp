// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace cprota::golden {

// What a command did, or has to do.
struct Outcome {
  std::string out;
  std::string err;
  int exit = 0;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// A shell command and what it has to print. `line` counts from 1; [expect_begin, expect_end) are the lines of
// the file, from 0, that say what is expected.
struct Command {
  std::size_t line = 0;
  std::string script;
  std::size_t expect_begin = 0;
  std::size_t expect_end = 0;
  Outcome expected;
};

// What stands before the commands of a case: where it runs. Later entries win.
struct Setup {
  std::vector<std::string> teams;                          // folders to copy, relative to the source tree
  std::vector<std::pair<std::string, std::string>> env;    // name and value
  std::vector<std::pair<std::string, std::string>> files;  // path and content
  int terminal = 0;                                        // its columns; 0: no terminal
};

struct Case {
  std::string name;
  Setup setup;
  std::vector<Command> commands;
};

struct CaseFile {
  std::string path;
  std::vector<std::string> lines;
  std::vector<Case> cases;
};

// Reads a file of cases as test/cli/README.md describes it. Throws std::runtime_error with `path:line: what`
// for a line that means nothing, a file without a case and a case without a command.
[[nodiscard]] CaseFile read_case_file(const std::string& path);

// The lines that expect `outcome`, as they stand in a file of cases.
[[nodiscard]] std::vector<std::string> expectation(const Outcome& outcome);

// Puts `outcomes`, one for each command of the file in order, in the place of what was expected.
void write_case_file(const CaseFile& file, const std::vector<Outcome>& outcomes);

}  // namespace cprota::golden
