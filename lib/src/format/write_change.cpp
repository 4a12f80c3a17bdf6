// SPDX-License-Identifier: MIT
#include "cprota/format/write_change.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

// Of a code point in UTF-8, all bytes but the first.
bool goes_on(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

void drop_last_character(std::string& text) {
  while (!text.empty() && goes_on(text.back())) text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace

std::string commit_line(const std::string& text) {
  constexpr int most = 72;
  const auto fits = [](const std::string& line) {
    const auto characters = std::ranges::count_if(line, [](char byte) { return !goes_on(byte); });
    return display_width(line) <= most && characters <= most;
  };
  std::string line = visible(text);
  if (fits(line)) return line;
  const std::string more = "…";
  while (!line.empty() && !fits(line + more)) drop_last_character(line);
  const std::size_t space = line.rfind(' ');
  // A word that fills most of the line is cut, not left out.
  if (space != std::string::npos && space > line.size() / 2) line.resize(space + 1);
  while (line.ends_with(' ')) line.pop_back();
  return line + " " + more;
}

std::string changed_shifts_text(const Team& team, const std::vector<ShiftChange>& changes,
                                const TextStyle& style) {
  Table table;
  for (const ShiftChange& change : changes) {
    const Date date = team.zone.date(change.during.begin());
    const bool one_date = team.zone.date(change.during.end() - Minutes(1)) == date;
    const std::string when = stretch(change.during, team.zone);
    table.rows.push_back(
        {Cell(one_date ? fmt::format("{} {}", long_date(date), when) : when), Cell(change.role.rota.str()),
         Cell(change.role.role.str()),
         Cell(fmt::format("{} → {}", holder_name(team, change.from), holder_name(team, change.to)))});
  }
  return to_text(table, style);
}

std::string new_findings_text(const std::vector<Finding>& findings, const TextStyle& style) {
  std::string text;
  for (const Finding& finding : findings) {
    const std::string line = to_string(Diagnostic{finding.severity, finding.place, finding.message, {}});
    const Tone tone = finding.severity == Severity::error ? Tone::bad : Tone::warning;
    text += toned(fmt::format("{} [{}]", line, to_string(finding.rule)), tone, style) + "\n";
  }
  return text;
}

}  // namespace cprota
