// SPDX-License-Identifier: MIT
#include "cprota/format/write_rota.hpp"

#include <fmt/format.h>

#include "cprota/format/write_next.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

Json turn_json(const Team& team, const Turn& turn) {
  Json json = role_json(turn.role);
  json["week"] = turn.week.str();
  json["date"] = date_json(turn.date);
  json["person"] = holder_json(turn.holder);
  json["from"] = instant_json(team, turn.during.begin());
  json["until"] = instant_json(team, turn.during.end());
  return json;
}

std::string_view day_of(const Team& team, const Shift& shift) {
  return to_string(day_kind(team.zone.date(shift.during.begin()), team.bank_holidays));
}

Json shift_json(const Team& team, const Shift& shift) {
  Json json = role_json(shift.role);
  json["person"] = shift.person.str();
  json["from"] = instant_json(team, shift.during.begin());
  json["until"] = instant_json(team, shift.during.end());
  json["minutes"] = shift.during.minutes().count();
  json["day"] = day_of(team, shift);
  json["source"] = source_json(shift.source);
  return json;
}

Json gap_json(const Team& team, const Gap& gap) {
  Json json = role_json(gap.role);
  json["from"] = instant_json(team, gap.during.begin());
  json["until"] = instant_json(team, gap.during.end());
  json["minutes"] = gap.during.minutes().count();
  return json;
}

template <class Things, class Write>
Json list(const Team& team, const Things& things, Write write_one) {
  Json json = Json::array();
  for (const auto& thing : things) json.push_back(write_one(team, thing));
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
  json["turns"] = list(team, rota.turns, turn_json);
  json["shifts"] = list(team, rota.cover.shifts, shift_json);
  json["gaps"] = list(team, rota.cover.gaps, gap_json);
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
  json["turns"] = list(team, turns, turn_json);
  return document(json);
}

std::string next_json(const Team& team, const std::vector<Shift>& shifts) {
  Json json;
  json["schema"] = "cprota.next/1";
  json["shifts"] = list(team, shifts, shift_json);
  return document(json);
}

}  // namespace cprota
