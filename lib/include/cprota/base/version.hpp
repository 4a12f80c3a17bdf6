// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace cprota {

// This cprota, `1.0.0`.
[[nodiscard]] std::string_view version();
// Whether `text` is one to three numbers with dots between: `1`, `1.0`, `1.0.0`.
[[nodiscard]] bool is_version(std::string_view text);
// Whether a version, one that is_version(), is later than this cprota.
[[nodiscard]] bool is_newer(std::string_view than_this);

}  // namespace cprota
