// SPDX-License-Identifier: MIT
#include "cprota/format/write_change.hpp"

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/time/print.hpp"

namespace cprota {

std::string commit_line(const std::string& text) {
  constexpr int columns = 72;
  std::string line = visible(text);
  while (display_width(line) > columns) {
    const std::size_t space = line.rfind(' ', line.ends_with(" …") ? line.size() - 5 : line.size());
    if (space == std::string::npos || space == 0) break;
    line = line.substr(0, space) + " …";
  }
  return line;
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
