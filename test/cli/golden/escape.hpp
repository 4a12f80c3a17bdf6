// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace cprota::golden {

// A line of output as a case file shows it. One that would be lost or taken for something else there – with
// control characters, bytes that are not UTF-8, a space at its end, the look of a mark – is written with
// backslash escapes and ` (esc)` behind it; every other line as it is.
[[nodiscard]] std::string escape_line(std::string_view line);

// The line that escape_line() showed so.
[[nodiscard]] std::string unescape_line(std::string_view shown);

}  // namespace cprota::golden
