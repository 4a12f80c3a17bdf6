// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cprota {

// What was probably meant: the one candidate that begins with what was typed, else the nearest, if at most a
// third of the longer word's letters differ (Damerau–Levenshtein, optimal string alignment: a swap of
// neighbours is one edit). The first of equals.
[[nodiscard]] std::optional<std::string> nearest(std::string_view typed,
                                                 std::span<const std::string> candidates);

// `; did you mean "amara"?` for the nearest candidate, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string> candidates);

}  // namespace cprota
