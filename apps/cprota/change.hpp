// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cprota/format/draft.hpp"
#include "cprota/format/write_change.hpp"

#include "command.hpp"
#include "output.hpp"
#include "session.hpp"

namespace cprota {

// What `cover`, `swap` and `leave` have in common.
struct ChangeOptions {
  bool force = false;
  bool dry_run = false;
  bool diff = false;
  std::optional<std::string> reason;
  OutputOptions output;

  [[nodiscard]] bool writes() const { return !dry_run && !diff; }
};
// With `--format`, `--json` and `--output`.
[[nodiscard]] std::vector<Argument> change_arguments(ChangeOptions& options);

// The team's files, locked where the command may write.
struct ChangeFolder {
  std::unique_ptr<TeamFolder> folder;
  std::optional<FolderLock> lock;
};
[[nodiscard]] Result<ChangeFolder> open_for_change(const Session& session, const ChangeOptions& options);

// Prints the line fit for a commit, what changes in `range` a shift a line, and what `check` newly says; then
// writes the draft, unless it only shows or makes an error that --force does not allow: Exit::no.
[[nodiscard]] Result<Exit> make_change(Session& session, const ChangeOptions& options, ChangeFolder& files,
                                       Draft& draft, const CommitWords& words, const Interval& range);

}  // namespace cprota
