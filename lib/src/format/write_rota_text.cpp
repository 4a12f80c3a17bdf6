// SPDX-License-Identifier: MIT
#include <algorithm>
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

// `07:00–10:00`; into another date `22:00–07:00 Tue`, `12:00–24:00 Sun`.
std::string clock_stretch(const Interval& during, const Zone& zone) {
  const Date first = zone.date(during.begin());
  const Date last = zone.date(during.end() - std::chrono::seconds(1));
  const bool at_midnight =
      zone.date(during.end()) != last && zone.begin_of(zone.date(during.end())) == during.end();
  if (last == first && (at_midnight || zone.date(during.end()) == first)) return stretch(during, zone);
  return fmt::format("{}–{} {}", clock_time(during.begin(), zone),
                     at_midnight ? "24:00" : clock_time(during.end(), zone),
                     last - first < std::chrono::days(7) ? day_name(last) : short_date(last));
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

std::string date_from(Date date, Date today) {
  const bool same_year =
      std::chrono::year_month_day(date).year() == std::chrono::year_month_day(today).year();
  return same_year ? short_date(date) : long_date(date);
}

// `Tue 24 Nov` for a day that begins at midnight, else from handover to handover.
std::string turn_dates(const Team& team, const Turn& turn, Date today) {
  const Zone& zone = team.zone;
  const auto [begin, end] = std::pair(turn.during.begin(), turn.during.end());
  if (turn.date && zone.begin_of(*turn.date) == begin) return date_from(*turn.date, today);
  return fmt::format("{} {} to {} {}", date_from(zone.date(begin), today), clock_time(begin, zone),
                     short_date(zone.date(end)), clock_time(end, zone));
}

Cell holder_cell(const Team& team, const Holder& holder) {
  const Tone tone = is_unfilled(holder) ? Tone::bad : is_nobody(holder) ? Tone::faint : Tone::plain;
  return {holder_name(team, holder), tone};
}

}  // namespace

Table shift_table(const Team& team, const Cover& cover) {
  Table table;
  table.header = {"date", "time", "rota", "role", "who", "note"};
  table.runs_on = true;
  std::string last;
  for (Line& line : lines_of(team, cover)) {
    const std::string date = short_date(team.zone.date(line.during.begin()));
    table.rows.push_back({Cell(date == last ? "" : date), Cell(clock_stretch(line.during, team.zone)),
                          Cell(line.role.rota.str()), Cell(line.role.role.str()), line.who,
                          Cell(std::move(line.note), Tone::faint)});
    last = date;
  }
  return table;
}

Table next_table(const Team& team, const std::vector<Turn>& turns, Date today) {
  Table table;
  table.runs_on = true;
  for (const Turn& turn : turns) {
    table.rows.push_back({Cell(turn.role.rota.str()), Cell(turn.role.role.str()),
                          holder_cell(team, turn.holder), Cell(turn_dates(team, turn, today))});
  }
  return table;
}

Table next_table(const Team& team, const std::vector<Shift>& shifts, Date today) {
  Table table;
  table.runs_on = true;
  for (const Shift& shift : shifts) {
    const Date date = team.zone.date(shift.during.begin());
    table.rows.push_back(
        {Cell(shift.role.rota.str()), Cell(shift.role.role.str()), Cell(full_name(team, shift.person)),
         Cell(fmt::format("{} {}", date_from(date, today), clock_stretch(shift.during, team.zone)))});
  }
  return table;
}

}  // namespace cprota
