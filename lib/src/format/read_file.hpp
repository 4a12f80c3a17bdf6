// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "cprota/base/result.hpp"

namespace cprota {

// What a file of the team may hold, and no limit.
inline constexpr std::size_t team_file_size = 4 * 1024 * 1024;
inline constexpr std::size_t any_size = static_cast<std::size_t>(-1);

// The bytes of a file that `shown` names in messages; nothing where there is none. Fault::files for what is
// no file to read (a folder, a pipe, a device, a link that leads nowhere, more than `most` bytes),
// Fault::machine where it is there and cannot be read. Never waits, whatever stands in its place.
[[nodiscard]] Result<std::optional<std::string>> read_file(const std::string& path, const std::string& shown,
                                                           std::size_t most = team_file_size);

}  // namespace cprota
