// SPDX-License-Identifier: MIT
#include "time/ends.hpp"

#include <fmt/format.h>

#include "time/spelling.hpp"

namespace cprota {
namespace {

constexpr std::string_view dots = "..";

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

Result<Ends> ends_of(std::string_view text) {
  const auto at = text.find(dots);
  if (at == std::string_view::npos) return Ends{text, text, true};
  const Ends ends{text.substr(0, at), text.substr(at + dots.size()), false};
  if (!ends.first.empty() && !ends.last.empty()) return ends;
  return fail(Fault::usage, fmt::format("{} lacks an end; write FIRST..LAST, such as 2026-11-01..2026-11-30",
                                        quoted(text)));
}

bool names_moment(std::string_view text) {
  return text == "now" || text.starts_with('@') || text.find(':') != std::string_view::npos;
}

std::optional<std::string> with_two_dots(std::string_view text) {
  for (const std::string_view between : {"...", "..", " to ", " until ", " - ", "–", "—", "/"}) {
    const auto at = text.find(between);
    if (at == std::string_view::npos) continue;
    return fmt::format("{}{}{}", trimmed(text.substr(0, at)), dots,
                       trimmed(text.substr(at + between.size())));
  }
  return std::nullopt;
}

}  // namespace cprota
