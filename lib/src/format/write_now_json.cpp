// SPDX-License-Identifier: MIT
#include "cprota/format/write_now.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

Json covering_json(const Team& team, const Covering& covering) {
  Json json = shift_json(team, covering.shift);
  json["person"] = person_json(*team.find_person(covering.shift.person));
  json["source"] = source_json(covering.shift.source);
  return json;
}

Json turn_now_json(const Team& team, const TurnNow& turn) {
  Json json = role_json(turn.role);
  json["person"] = holder_json(turn.holder);
  json["until"] = instant_json(team, turn.until);
  json["then"] = nullptr;
  if (turn.then) json["then"] = {{"person", holder_json(*turn.then)}, {"at", instant_json(team, turn.until)}};
  return json;
}

const char* kind_of(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::close:
      return "close";
    case Change::Kind::end:
      return "end";
    case Change::Kind::open:
      return "open";
    case Change::Kind::start:
      break;
  }
  return "start";
}

Json change_json(const Team& team, const Change& change) {
  Json json{{"at", instant_json(team, change.at)}, {"kind", kind_of(change.kind)}};
  if (change.kind == Change::Kind::close || change.kind == Change::Kind::open) {
    json["hours"] = change.hours.str();
  } else {
    json["rota"] = change.role.rota.str();
    json["role"] = change.role.role.str();
    json["person"] = change.person.str();
  }
  return json;
}

}  // namespace

void add_now(Json& json, const Team& team, const Now& now) {
  json["team"] = team.name;
  json["timezone"] = team.zone.name();
  json["at"] = instant_json(team, now.at);
  json["day"] = to_string(now.day);
  json["bank_holiday"] = now.bank_holiday ? Json(now.bank_holiday->title) : Json(nullptr);
  json["open"] = Json::array();
  for (const HoursId& hours : now.open) json["open"].push_back(hours.str());
  json["covering"] = list_json(team, now.covering, covering_json);
  json["gaps"] = list_json(team, now.gaps, gap_json);
  json["turns"] = list_json(team, now.turns, turn_now_json);
  json["next"] = list_json(team, now.next, change_json);
}

std::string now_json(const Team& team, const Now& now) {
  Json json{{"schema", "cprota.who-now/1"}};
  add_now(json, team, now);
  return document(json);
}

}  // namespace cprota
