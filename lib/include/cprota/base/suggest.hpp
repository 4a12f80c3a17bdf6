// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cprota {

// The candidate nearest to what was typed, if one is near enough to be what was meant: at most a third of the
// longer word's letters differ (Damerau–Levenshtein, optimal string alignment: a swap of neighbours is one
// edit), or what was typed is the beginning of exactly one candidate. The first of equals.
[[nodiscard]] std::optional<std::string> nearest(std::string_view typed,
                                                 std::span<const std::string> candidates);

// `; did you mean "amara"?` for the nearest candidate, or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string> candidates);

}  // namespace cprota
