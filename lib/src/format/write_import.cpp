// SPDX-License-Identifier: MIT
#include "cprota/format/write_import.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "cprota/format/names.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

std::string count(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

}  // namespace

std::string import_heading(const ImportReport& report, const std::string& file) {
  const auto overrides = static_cast<std::size_t>(
      std::ranges::count_if(report.written, [](const ImportedTime& time) { return time.is_override; }));
  const std::size_t turns = report.written.size() - overrides;
  std::string what = turns > 0 || overrides == 0 ? count(turns, "turn") : "";
  if (overrides > 0) what += (what.empty() ? "" : " and ") + count(overrides, "override");
  if (report.written.empty()) return fmt::format("Nothing to import from {}", visible(file));
  return fmt::format("Import {} from {}", what, visible(file));
}

std::string import_text(const Team& team, const ImportReport& report, const TextStyle& style) {
  Table table;
  for (const ImportedTime& time : report.written) {
    table.rows.push_back({Cell(time.week.str()), Cell(time.role.rota.str()), Cell(time.role.role.str()),
                          Cell(holder_name(team, time.holder)), Cell(from_to(time.during, team.zone)),
                          Cell(time.is_override ? "override" : "")});
  }
  return to_text(table, style);
}

std::vector<std::string> import_left_out(const Team& team, const ImportReport& report,
                                         const std::vector<Diagnostic>& unmatched) {
  std::vector<std::string> lines;
  for (const KeptTime& kept : report.kept) {
    const std::string message =
        fmt::format("{} stays with {}: {} has it in the file; --replace takes that", kept.role.str(),
                    holder_name(team, kept.stands), holder_name(team, kept.offered));
    lines.push_back(to_string(Diagnostic{
        Severity::warning, kept.place, fmt::format("{} {}", from_to(kept.during, team.zone), message), {}}));
  }
  for (const Diagnostic& diagnostic : unmatched) lines.push_back(to_string(diagnostic));
  return lines;
}

}  // namespace cprota
