// SPDX-License-Identifier: MIT
#include "cprota/format/write_hours.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

void add_minutes(Json& json, const KindMinutes& minutes) {
  json["weekday"] = minutes.weekday.count();
  json["weekend"] = minutes.weekend.count();
  json["bank_holiday"] = minutes.bank_holiday.count();
  json["total"] = minutes.total().count();
}

Json row_json(const Team& team, const TallyRow& row) {
  Json json;
  if (!row.period.empty()) json["period"] = row.period;
  json["person"] = row.person.str();
  json["rota"] = row.role.rota.str();
  json["role"] = row.role.role.str();
  add_minutes(json, row.minutes);
  if (row.during) {
    add_during(json, team, *row.during);
    json["file"] = row.file;
  }
  return json;
}

}  // namespace

std::string hours_json(const Team& team, const HoursAnswer& answer) {
  Json json;
  json["schema"] = "cprota.hours/1";
  json["team"] = team.name;
  json["timezone"] = team.zone.name();
  json["from"] = instant_json(team, answer.range.from);
  json["until"] = instant_json(team, answer.range.until);
  json["rows"] = Json::array();
  for (const TallyRow& row : answer.tally.rows) json["rows"].push_back(row_json(team, row));
  json["people"] = Json::array();
  for (const PersonTally& person : answer.tally.people) {
    Json one;
    one["person"] = person.person.str();
    add_minutes(one, person.minutes);
    one["distinct"] = person.distinct.count();
    json["people"].push_back(std::move(one));
  }
  json["gaps"] = Json::array();
  for (const GapTally& gap : answer.tally.gaps) {
    Json one = role_json(gap.role);
    add_minutes(one, gap.minutes);
    json["gaps"].push_back(std::move(one));
  }
  json["clock_changes"] = Json::array();
  for (const ClockChange& change : answer.tally.clock_changes) {
    Json one;
    one["date"] = date_json(change.date);
    one["minutes"] = change.minutes.count();
    json["clock_changes"].push_back(std::move(one));
  }
  return document(json);
}

std::string hours_csv(const Team& team, const HoursAnswer& answer) {
  const bool by_shift = answer.grouping == Grouping::shift;
  Table table;
  if (by_shift) {
    table.header = {"from", "until"};
  } else if (answer.grouping != Grouping::range) {
    table.header = {"period"};
  }
  for (const char* name : {"person", "name", "rota", "role", "weekday", "weekend", "bank_holiday", "total"}) {
    table.header.emplace_back(name);
  }
  if (by_shift) table.header.emplace_back("file");
  for (const TallyRow& row : answer.tally.rows) {
    std::vector<Cell> cells;
    if (row.during) {
      cells.emplace_back(rfc3339(row.during->begin(), team.zone));
      cells.emplace_back(rfc3339(row.during->end(), team.zone));
    } else if (!row.period.empty()) {
      cells.emplace_back(row.period);
    }
    cells.emplace_back(row.person.str());
    cells.emplace_back(team.find_person(row.person)->name);
    cells.emplace_back(row.role.rota.str());
    cells.emplace_back(row.role.role.str());
    for (const Minutes minutes :
         {row.minutes.weekday, row.minutes.weekend, row.minutes.bank_holiday, row.minutes.total()}) {
      cells.emplace_back(std::to_string(minutes.count()));
    }
    if (by_shift) cells.emplace_back(row.file);
    table.rows.push_back(std::move(cells));
  }
  return to_csv(table);
}

}  // namespace cprota
