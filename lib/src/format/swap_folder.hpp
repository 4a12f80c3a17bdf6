// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "cprota/format/write_files.hpp"

namespace cprota {

// Carries out all changes of files of one folder at one stroke: a folder beside it gets the changed files and
// links to all others, is flushed to disk and exchanged for it. False where that cannot be done, nothing
// changed then: where the folder is a mount point or holds folders, is the current folder, or the file system
// cannot do it. The caller has the lock of the folder.
[[nodiscard]] bool swap_folder(const std::string& folder, std::span<const FileChange> changes);

// Takes away what a call that was killed left beside the folder.
void remove_swap_leftovers(const std::string& folder);

}  // namespace cprota
