// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "cprota/format/names.hpp"
#include "cprota/format/write_now.hpp"

#include "format/now_rows.hpp"

namespace cprota {
namespace {

// Columns of at least these widths, so that the same people stand in the same places at other times.
struct Columns {
  int rota = 9;
  int role = 9;
  int who = 12;
  int phone = 0;
  int when = 11;
};

Columns columns_of(const std::vector<NowRow>& rows) {
  Columns columns;
  for (const NowRow& row : rows) {
    columns.rota = std::max(columns.rota, display_width(row.role.rota.str()));
    columns.role = std::max(columns.role, display_width(row.role.role.str()));
    columns.who = std::max(columns.who, display_width(row.who));
    columns.phone = std::max(columns.phone, display_width(row.phone));
    columns.when = std::max(columns.when, display_width(row.when));
  }
  return columns;
}

std::string filled(const std::string& text, int width, int gap, Tone tone, const TextStyle& style) {
  return fmt::format("{}{:{}}", toned(text, tone, style), "", width + gap - display_width(text));
}

std::string trimmed(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

// Where the line of a role is broken, to go on below the name.
enum class Break { nowhere, before_then, before_when };

std::string wide_rows(const std::vector<NowRow>& rows, const Columns& columns, Break where,
                      const TextStyle& style) {
  const std::string below = fmt::format("\n{:{}}", "", columns.rota + columns.role + 4);
  std::string out;
  RotaId last;
  for (const NowRow& row : rows) {
    std::string line =
        filled(row.role.rota == last ? "" : row.role.rota.str(), columns.rota, 2, Tone::plain, style);
    last = row.role.rota;
    line += filled(row.role.role.str(), columns.role, 2, Tone::plain, style);
    line += filled(row.who, columns.who, 3, row.tone, style);
    if (columns.phone > 0) line += filled(row.phone, columns.phone, 3, Tone::plain, style);
    if (where == Break::before_when) line = trimmed(line) + below;
    line += filled(row.when, columns.when, 3, Tone::plain, style);
    if (where == Break::before_then && !row.then.empty()) line = trimmed(line) + below;
    out += trimmed(line + row.then) + "\n";
  }
  return out;
}

// A block for each role, for a narrow terminal.
std::string narrow_rows(const std::vector<NowRow>& rows, const TextStyle& style) {
  std::string out;
  for (const NowRow& row : rows) {
    out += fmt::format("{} {}\n", row.role.rota.str(), row.role.role.str());
    out += "  " + toned(row.who, row.tone, style) + "\n";
    if (!row.phone.empty()) out += "  " + row.phone + "\n";
    const std::string when = row.then.empty() ? row.when : fmt::format("{}, {}", row.when, row.then);
    if (!when.empty()) out += "  " + wrapped(when, style.width, 2, 2) + "\n";
  }
  return out;
}

std::string rows_text(const std::vector<NowRow>& rows, const Columns& columns, const TextStyle& style) {
  int then = 0;
  for (const NowRow& row : rows) then = std::max(then, display_width(row.then));
  const int names = columns.rota + columns.role + 4;
  const int people = names + columns.who + (columns.phone > 0 ? 3 + columns.phone : 0);
  const int times = columns.when + (then > 0 ? 3 + then : 0);
  if (people + 3 + times <= style.width) return wide_rows(rows, columns, Break::nowhere, style);
  if (people + 3 + columns.when <= style.width && names + then <= style.width) {
    return wide_rows(rows, columns, Break::before_then, style);
  }
  if (people <= style.width && names + times <= style.width) {
    return wide_rows(rows, columns, Break::before_when, style);
  }
  return narrow_rows(rows, style);
}

}  // namespace

std::string now_text(const Team& team, const Now& now, const TextStyle& style) {
  std::vector<NowRow> rows = open_rows(team, now, full_name);
  const bool open = !rows.empty();
  std::string out = wrapped(now_heading(team, now), style.width, 0) + "\n";
  if (!open) {
    rows = held_rows(team, now, full_name);
    std::string sentence = closed_sentence(team, now);
    if (!rows.empty()) sentence += " The turn is held by:";
    out += wrapped(sentence, style.width, 0) + "\n";
  }
  const Columns columns = columns_of(rows);
  out += rows_text(rows, columns, style);
  if (open && !now.next.empty()) {
    const int indent = columns.rota + 2 < style.width / 3 ? columns.rota + 2 : 6;
    out += fmt::format("{:{}}{}\n", "next", indent,
                       wrapped(changes_text(team, now, full_name), style.width, indent, indent));
  }
  return out;
}

std::string now_line(const Team& team, const Now& now) {
  std::vector<NowRow> rows = open_rows(team, now, full_name);
  std::string line;
  if (rows.empty()) {
    rows = held_rows(team, now, full_name);
    line = closed_sentence(team, now);
  }
  RotaId last;
  for (const NowRow& row : rows) {
    const char* const between = line.empty() ? "" : line.ends_with('.') ? " " : " · ";
    line += row.role.rota == last ? ", " : fmt::format("{}{} ", between, row.role.rota.str());
    line += fmt::format("{} {}", row.role.role.str(), row.who);
    // Somebody else has it when hours open.
    if (row.ends_before_opening) line += " " + row.when + (row.then.empty() ? "" : " " + row.then);
    last = row.role.rota;
  }
  return line + "\n";
}

}  // namespace cprota
