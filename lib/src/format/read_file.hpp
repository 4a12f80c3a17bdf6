// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "cprota/base/result.hpp"

namespace cprota {

// The bytes of a file that `shown` names in messages; nothing where there is none. Fault::files for what is
// no file to read (a folder, a pipe, a device, a link that leads nowhere, more than 4 MiB), Fault::machine
// where it is there and cannot be read. Never waits, whatever stands in its place.
[[nodiscard]] Result<std::optional<std::string>> read_file(const std::string& path, const std::string& shown);

}  // namespace cprota
