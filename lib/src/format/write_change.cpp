// SPDX-License-Identifier: MIT
#include "cprota/format/write_change.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

constexpr int finding_indent = 4;

// Of a code point in UTF-8, all bytes but the first.
bool goes_on(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// With the marks that stand on it.
void drop_last_character(std::string& text) {
  for (bool is_mark = true; is_mark && !text.empty();) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && goes_on(text[begin])) --begin;
    is_mark = display_width(std::string_view(text).substr(begin)) == 0;
    text.resize(begin);
  }
}

// In columns or characters, whichever are more.
int length(std::string_view text) {
  const auto characters = std::ranges::count_if(text, [](char byte) { return !goes_on(byte); });
  return std::max(display_width(text), static_cast<int>(characters));
}

bool fits(const std::string& line) {
  return length(line) <= 72;
}

Json shift_change_json(const Team& team, const ShiftChange& change) {
  Json json = role_json(change.role);
  add_during(json, team, change.during);
  json["minutes"] = change.during.minutes().count();
  json["before"] = holder_json(change.from);
  json["after"] = holder_json(change.to);
  return json;
}

}  // namespace

std::string commit_line(const std::string& text) {
  std::string line = visible(text);
  if (fits(line)) return line;
  const std::string more = " …";
  while (!line.empty() && !fits(line + more)) drop_last_character(line);
  const std::size_t space = line.rfind(' ');
  // A word that is long is cut, not left out.
  constexpr int long_word = 20;
  if (space != std::string::npos && length(std::string_view(line).substr(space + 1)) < long_word)
    line.resize(space);
  while (line.ends_with(' ') || line.ends_with(':')) line.pop_back();
  return line + more;
}

std::string commit_line(const CommitWords& words) {
  const std::string& what = fits(visible(words.by_name)) ? words.by_name : words.by_id;
  const bool says_why = words.reason && words.reason->find_first_not_of(' ') != std::string::npos;
  return commit_line(what + (says_why ? ": " + *words.reason : ""));
}

std::string changed_shifts_text(const Team& team, const std::vector<ShiftChange>& changes,
                                const TextStyle& style) {
  Table table;
  table.runs_on = true;
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

std::string change_json(const Team& team, const ChangeReport& report) {
  Json json{{"schema", "cprota.change/1"},
            {"team", team.name},
            {"timezone", team.zone.name()},
            {"summary", report.summary},
            {"reason", report.reason ? Json(*report.reason) : Json()}};
  add_during(json, team, report.range);
  json["shifts"] = list_json(team, report.shifts, shift_change_json);
  json["findings"] = list_json(team, report.findings, [](const Team& of, const Finding& finding) {
    return finding_json(of.zone, finding);
  });
  json["written"] = report.written;
  return document(json);
}

std::string new_findings_text(const std::vector<Finding>& findings, const TextStyle& style) {
  std::string text;
  for (const Finding& finding : findings) {
    const std::string line =
        fmt::format("{} [{}]", to_string(Diagnostic{finding.severity, finding.place, finding.message, {}}),
                    to_string(finding.rule));
    const Tone tone = finding.severity == Severity::error ? Tone::bad : Tone::warning;
    text += toned(wrapped(line, style.width, finding_indent), tone, style) + "\n";
  }
  return text;
}

}  // namespace cprota
