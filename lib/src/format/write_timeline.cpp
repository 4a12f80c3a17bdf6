// SPDX-License-Identifier: MIT
#include "cprota/cover/phases.hpp"
#include "cprota/format/write_site.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

Json phase_json(const Team& team, const Phase& phase) {
  Json json;
  json["from"] = instant_json(team, phase.during.begin());
  json["until"] = instant_json(team, phase.during.end());
  json["open"] = Json::array();
  for (const HoursId& hours : phase.open) json["open"].push_back(hours.str());
  json["covering"] = Json::array();
  for (const Phase::Seat& seat : phase.covering) {
    Json covering = role_json(seat.role);
    covering["person"] = seat.person.str();
    json["covering"].push_back(std::move(covering));
  }
  json["gaps"] = Json::array();
  for (const RoleRef& role : phase.gaps) json["gaps"].push_back(role_json(role));
  return json;
}

}  // namespace

std::string timeline_json(const Team& team, WeekSource& weeks, const Interval& during) {
  Json json;
  json["schema"] = "cprota.timeline/1";
  json["team"] = team.name;
  json["timezone"] = team.zone.name();
  json["from"] = instant_json(team, during.begin());
  json["until"] = instant_json(team, during.end());
  json["people"] = Json::array();
  for (const Person& person : team.people) json["people"].push_back(person_json(person));
  json["timeline"] = Json::array();
  for (const Phase& phase : phases(team, during, weeks)) json["timeline"].push_back(phase_json(team, phase));
  return document(json);
}

}  // namespace cprota
