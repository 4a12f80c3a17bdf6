// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cprota/base/result.hpp"

namespace cprota {

// Makes `text` the whole content of a file, or changes nothing: it is written beside its name, flushed to
// disk and renamed into place, so that a reader sees the old file or the new one. A link is followed, and the
// permissions of a file that stands are kept. A device or a pipe is written to as it is, and so is a file
// that standard output or standard error goes to. Fault::machine.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view text);

}  // namespace cprota
