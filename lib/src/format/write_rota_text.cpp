// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "cprota/format/names.hpp"
#include "cprota/format/write_rota.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

// The place of a role in the order of the team.
std::pair<std::size_t, std::size_t> order_of(const Team& team, const RoleRef& role) {
  for (std::size_t i = 0; i < team.rotas.size(); ++i) {
    if (team.rotas[i].id != role.rota) continue;
    const auto& roles = team.rotas[i].roles;
    const auto found = std::ranges::find(roles, role.role, &Role::id);
    return {i, static_cast<std::size_t>(found - roles.begin())};
  }
  return {team.rotas.size(), 0};
}

bool is_optional(const Team& team, const RoleRef& role) {
  const Rota* const rota = team.find_rota(role.rota);
  const Role* const found = rota != nullptr ? rota->role(role.role) : nullptr;
  return found != nullptr && found->optional;
}

// A shift or a gap, as a line of the list.
struct Line {
  RoleRef role;
  Interval during;
  Cell who;
  std::string note;
};

std::vector<Line> lines_of(const Team& team, const Cover& cover) {
  std::vector<Line> lines;
  for (const Shift& shift : cover.shifts) {
    std::string note;
    if (shift.source.is_override()) {
      const std::string& reason = shift.source.taken_over->reason;
      note = reason.empty() ? "override" : "override: " + reason;
    }
    lines.push_back({shift.role, shift.during, Cell(full_name(team, shift.person)), note});
  }
  for (const Gap& gap : cover.gaps)
    lines.push_back({gap.role, gap.during, Cell("not filled", Tone::bad), "gap"});
  for (const Gap& gap : cover.nobody) {
    if (!is_optional(team, gap.role))
      lines.push_back({gap.role, gap.during, Cell("nobody, on purpose", Tone::faint), {}});
  }
  std::ranges::stable_sort(lines, {}, [&](const Line& line) {
    return std::tuple(line.during.begin(), order_of(team, line.role), line.during.end());
  });
  return lines;
}

}  // namespace

Table shift_table(const Team& team, const Cover& cover) {
  Table table;
  table.header = {"date", "time", "rota", "role", "who", "note"};
  table.runs_on = true;
  std::string last;
  std::optional<Date> first;
  for (Line& line : lines_of(team, cover)) {
    const Date begin = team.zone.date(line.during.begin());
    if (!first) first = begin;
    const std::string date = near_date(begin, *first);
    table.rows.push_back({Cell(date == last ? "" : date), Cell(clock_stretch(line.during, team.zone)),
                          Cell(line.role.rota.str()), Cell(line.role.role.str()), line.who,
                          Cell(std::move(line.note), Tone::faint)});
    last = date;
  }
  return table;
}

}  // namespace cprota
