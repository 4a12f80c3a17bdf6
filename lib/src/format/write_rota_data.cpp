// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cprota/format/write_next.hpp"
#include "cprota/format/write_rota.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

std::string_view day_of(const Team& team, const Shift& shift) {
  return to_string(day_kind(team.zone.date(shift.during.begin()), team.bank_holidays));
}

Json counted_shift_json(const Team& team, const Shift& shift) {
  Json json = shift_json(team, shift);
  json["minutes"] = shift.during.minutes().count();
  json["day"] = day_of(team, shift);
  json["source"] = source_json(shift.source);
  return json;
}

Json counted_gap_json(const Team& team, const Gap& gap) {
  Json json = gap_json(team, gap);
  json["minutes"] = gap.during.minutes().count();
  return json;
}

}  // namespace

std::string rota_json(const Team& team, const RotaOfRange& rota) {
  Json json;
  json["schema"] = "cprota.show/1";
  json["team"] = team.name;
  json["timezone"] = team.zone.name();
  json["from"] = instant_json(team, rota.range.from);
  json["until"] = instant_json(team, rota.range.until);
  json["turns"] = list_json(team, rota.turns, turn_json);
  json["shifts"] = list_json(team, rota.cover.shifts, counted_shift_json);
  json["gaps"] = list_json(team, rota.cover.gaps, counted_gap_json);
  return document(json);
}

std::string rota_csv(const Team& team, const RotaOfRange& rota) {
  Table table;
  table.header = {"from",    "until", "rota",   "role", "person", "name",
                  "minutes", "day",   "source", "file", "reason"};
  for (const Shift& shift : rota.cover.shifts) {
    const Person* const person = team.find_person(shift.person);
    const Source& source = shift.source;
    table.rows.push_back({rfc3339(shift.during.begin(), team.zone), rfc3339(shift.during.end(), team.zone),
                          shift.role.rota.str(), shift.role.role.str(), shift.person.str(), person->name,
                          std::to_string(shift.during.minutes().count()), std::string(day_of(team, shift)),
                          source.is_override() ? "override" : "week", source.file->file,
                          source.is_override() ? source.taken_over->reason : std::string()});
  }
  return to_csv(table);
}

std::string rota_markdown(const Team& team, const std::vector<TurnGrid>& grids) {
  std::string out;
  for (const TurnGrid& grid : grids) {
    if (team.rotas.size() > 1) out += fmt::format("{}### {}\n\n", out.empty() ? "" : "\n", grid.rota.str());
    out += to_markdown(grid.table);
  }
  return out;
}

std::string rota_markdown(const Team& team, const Cover& cover) {
  const Table table = shift_table(team, cover);
  return table.rows.empty() ? std::string() : to_markdown(table);
}

std::string next_json(const Team& team, const std::vector<Turn>& turns) {
  Json json;
  json["schema"] = "cprota.next/1";
  json["turns"] = list_json(team, turns, turn_json);
  return document(json);
}

std::string next_json(const Team& team, const std::vector<Shift>& shifts) {
  Json json;
  json["schema"] = "cprota.next/1";
  json["shifts"] = list_json(team, shifts, counted_shift_json);
  return document(json);
}

}  // namespace cprota
