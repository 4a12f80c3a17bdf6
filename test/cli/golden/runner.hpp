// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "case_file.hpp"

namespace cprota::golden {

// The temporary folder in which one case runs, gone with its runner. Inside lie `here`, where the commands
// start, and `bin` with the program under test, first in their PATH.
class Runner {
 public:
  Runner(std::filesystem::path source, const std::filesystem::path& program, const Setup& setup);
  ~Runner();
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  // Runs a command with /bin/sh. The path of the case's folder is shown as `$HERE`, that of the source tree
  // as
  // `$SOURCE`. One that is still running after half a minute is killed, and says so on standard error.
  [[nodiscard]] Outcome run(const std::string& script) const;

 private:
  [[nodiscard]] std::string expanded(std::string text) const;
  [[nodiscard]] std::string generalized(std::string text) const;

  std::filesystem::path source_;
  std::filesystem::path root_;
  std::filesystem::path here_;
  std::vector<std::string> environment_;
  int terminal_ = 0;
};

}  // namespace cprota::golden
