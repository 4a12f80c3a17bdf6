// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace cprota {

// Whether somebody holds the FolderLock of a folder at this moment.
[[nodiscard]] bool is_being_written(const std::string& folder);

}  // namespace cprota
