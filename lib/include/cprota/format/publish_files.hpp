// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/format/team_folder.hpp"
#include "cprota/format/write_files.hpp"
#include "cprota/format/write_site.hpp"

namespace cprota {

// What publishing makes of a folder.
struct SitePlan {
  std::vector<FileChange> changes;  // those that differ; `shown` is the name
  std::size_t same = 0;             // files that stay as they are
};

// Fault::usage for the team's own folder, and that of its week files.
[[nodiscard]] Result<void> check_site_folder(const std::string& folder, const TeamFolder& team);

// A file that stands in the folder; nothing where there is none. Fault::machine where it is a link, or
// the folder one that leads nowhere.
[[nodiscard]] Result<std::optional<std::string>> published_file(const std::string& folder,
                                                                const std::string& name);

// The files of `folder` are to be `files`; those that an earlier publishing made and that are no more, go.
// Others stay. Fault::machine where a file of the same name stands there that cprota did not make.
[[nodiscard]] Result<SitePlan> plan_site(const std::string& folder, const std::vector<SiteFile>& files);

// Makes the folder where there is none, and carries its plan out as one change: a new folder with the changed
// files and links to all others takes the place of the old one at one stroke. Where that cannot be – a mount
// point, a folder in it, the folder that one stands in, a file system that cannot – each file is renamed into
// its place, after a list that the next call finishes if this one is cut off. Fault::machine, nothing
// changed.
[[nodiscard]] Result<SitePlan> publish_site(const std::string& folder, const std::vector<SiteFile>& files);

}  // namespace cprota
