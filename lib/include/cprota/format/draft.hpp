// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/cover/stint.hpp"
#include "cprota/format/edit_week.hpp"
#include "cprota/format/team_folder.hpp"
#include "cprota/format/write_files.hpp"

namespace cprota {

// A team's folder with the right to write in it: what is read is what stands until it is written.
struct LockedFolder {
  FolderLock lock;
  std::unique_ptr<TeamFolder> folder;
};
// For commands that change files: `path` as TeamFolder::open() takes it. Fails for any fault of any file.
[[nodiscard]] Result<LockedFolder> open_to_write(const std::string& path);

// Edits of a team's files, in memory until write_files() is given what they change. Reads as a source of the
// week files as they would then be.
class Draft final : public WeekSource {
 public:
  // `folder` must outlive it.
  explicit Draft(TeamFolder& folder);

  // Later edits see earlier ones. Fails as edit_week() does, and where a week file cannot be read.
  [[nodiscard]] Result<void> edit(IsoWeek week, const WeekEdit& edit);
  [[nodiscard]] Result<void> add(const Leave& leave);
  // Those of one week in the order given: its file is read and written once for all of them.
  [[nodiscard]] Result<void> add(const std::vector<NewOverride>& overrides);
  // `undo` is of the files as this draft has them.
  [[nodiscard]] Result<void> take_back(const Undo& undo);

  // The team with the leave that was added.
  [[nodiscard]] const Team& team() const { return team_; }
  // The files that would differ, by name.
  [[nodiscard]] std::vector<FileChange> changes() const;

  [[nodiscard]] const WeekFile* find(IsoWeek week) override;
  [[nodiscard]] const std::vector<IsoWeek>& weeks() override;

 private:
  struct Edited {
    FileChange change;
    std::unique_ptr<WeekFile> file;
  };
  TeamFolder& folder_;
  Team team_;
  std::map<IsoWeek, Edited> edited_;
  std::vector<std::unique_ptr<WeekFile>> replaced_;  // pointers that find() gave stay good
  std::optional<FileChange> leave_;
  std::vector<IsoWeek> weeks_;
  bool has_weeks_ = false;
};

}  // namespace cprota
