// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "cprota/format/write_files.hpp"

namespace cprota {

// Changes of files as a unified diff with three lines of context, which `git apply` takes in the team's
// folder. Files that stay as they are leave no trace.
[[nodiscard]] std::string unified_diff(std::span<const FileChange> changes);

}  // namespace cprota
