// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace cprota {

// The first 16 hexadecimal digits of the SHA-256 of a text.
[[nodiscard]] std::string fingerprint_of(const std::string& text);

}  // namespace cprota
