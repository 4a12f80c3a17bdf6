// SPDX-License-Identifier: MIT
#include "cprota/hours/window.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "cprota/time/calendar.hpp"

namespace cprota {
namespace {

constexpr Minutes day{24 * 60};

std::string clock(Minutes t) {
  return fmt::format("{:02}:{:02}", t.count() / 60, t.count() % 60);
}

}  // namespace

Result<Window> parse_window(std::string_view text) {
  const auto wrong = [&](std::string_view what) {
    return fail(Fault::files, fmt::format("\"{}\" is no window: {}", text, what));
  };
  const auto dash = text.find('-');
  const auto start = parse_clock(text.substr(0, dash));
  const auto end = dash == std::string_view::npos ? std::nullopt : parse_clock(text.substr(dash + 1));
  if (!start || !end) return wrong("write a start and an end, such as \"10:00-17:00\"");
  if (*start == day) return wrong("it starts at 00:00 to 23:59");
  if (*end == Minutes(0)) return wrong("midnight at its end is written 24:00");
  if (*start == *end) return wrong("it ends where it starts; a whole day is \"00:00-24:00\"");
  return Window{*start, *end < *start ? *end + day : *end};
}

std::string to_string(const Window& window) {
  return fmt::format("{}–{}", clock(window.start), clock(window.end > day ? window.end - day : window.end));
}

std::optional<std::pair<Window, Window>> overlapping(const Windows& windows) {
  Windows sorted = windows;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i].start < sorted[i - 1].end) return std::pair(sorted[i - 1], sorted[i]);
  }
  return std::nullopt;
}

}  // namespace cprota
