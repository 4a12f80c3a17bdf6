// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cprota/base/result.hpp"

namespace cprota {

// The two sides of `FIRST..LAST`; both are the whole text where there is only one.
struct Ends {
  std::string_view first;
  std::string_view last;
  bool only = true;
};
// Fault::usage where a side is missing.
[[nodiscard]] Result<Ends> ends_of(std::string_view text);

// Whether an end is an instant: `now`, seconds since 1970, or anything with a clock time.
[[nodiscard]] bool names_moment(std::string_view text);

// `A..B` for `A to B`, `A - B`, `A/B`, `A–B`, `A...B` and `A .. B`, whatever A and B are.
[[nodiscard]] std::optional<std::string> with_two_dots(std::string_view text);

}  // namespace cprota
