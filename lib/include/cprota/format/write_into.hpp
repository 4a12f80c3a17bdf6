// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "cprota/base/result.hpp"

namespace cprota {

// Puts `markdown` in place of what stands in a file between `<!-- cprota NAME -->` and `<!-- /cprota NAME
// -->`, whole or not at all; all other bytes stay, and a file that would not change is not touched. Lines end
// as that of the first mark does. `target` is FILE#NAME. Fault::usage where it has no such form, there is no
// such file, or not exactly one pair of marks; Fault::machine where the file cannot be read or written.
[[nodiscard]] Result<void> write_into(const std::string& target, std::string_view markdown);

}  // namespace cprota
