// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cprota/base/result.hpp"
#include "cprota/time/interval.hpp"

namespace cprota {

// A half-open stretch `[start, end)` of civil time, in minutes from the midnight that begins its date.
// 0 <= start < 24 h; start < end < start + 24 h, or the whole day 0–24 h: an end past 24 h lies on the next
// date.
struct Window {
  Minutes start;
  Minutes end;

  friend auto operator<=>(const Window&, const Window&) = default;
};

using Windows = std::vector<Window>;

// Reads `10:00-17:00`, `22:00-07:00` (into the next date), `00:00-24:00`. Starts at 00:00–23:59, ends at
// 00:01–24:00, never at its start. The message says what to write instead.
[[nodiscard]] Result<Window> parse_window(std::string_view text);

// `10:00–17:00`
[[nodiscard]] std::string to_string(const Window& window);

// Two windows of one list that overlap (touching is no overlap), if any do.
[[nodiscard]] std::optional<std::pair<Window, Window>> overlapping(const Windows& windows);

}  // namespace cprota
