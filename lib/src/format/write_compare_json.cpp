// SPDX-License-Identifier: MIT
#include "cprota/format/write_compare.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

Json turn_json(const Team& team, const DifferentTurn& turn) {
  Json json = role_json(turn.role);
  json["week"] = turn.week.str();
  json["date"] = date_json(turn.date);
  json["from"] = instant_json(team, turn.during.begin());
  json["until"] = instant_json(team, turn.during.end());
  json["minutes"] = turn.minutes.count();
  json["whole"] = turn.is_whole;
  json["bank_holidays"] = Json::array();
  for (const Date date : turn.bank_holidays) json["bank_holidays"].push_back(date_json(date));
  return json;
}

Json turns_json(const Team& team, const std::vector<DifferentTurn>& turns) {
  Json json = Json::array();
  for (const DifferentTurn& turn : turns) json.push_back(turn_json(team, turn));
  return json;
}

// The id; null for nobody and for somebody whom the team does not know.
Json person_id(const std::optional<Coverer>& who) {
  return who && who->stranger.empty() ? Json(who->person.str()) : Json(nullptr);
}

Json stranger(const std::optional<Coverer>& who) {
  return who && !who->stranger.empty() ? Json(who->stranger) : Json(nullptr);
}

}  // namespace

std::string comparison_json(const ComparisonAnswer& answer) {
  const Team& team = answer.team;
  Json json;
  json["schema"] = "cprota.compare/1";
  json["team"] = team.name;
  json["timezone"] = team.zone.name();
  json["other"] = answer.other;
  json["from"] = answer.range ? instant_json(team, answer.range->begin()) : Json(nullptr);
  json["until"] = answer.range ? instant_json(team, answer.range->end()) : Json(nullptr);
  json["people"] = Json::array();
  for (const PersonDifference& person : answer.comparison.people) {
    json["people"].push_back({{"person", person_id(person.who)},
                              {"name", stranger(person.who)},
                              {"more", turns_json(team, person.more)},
                              {"less", turns_json(team, person.less)},
                              {"minutes_here", person.here.count()},
                              {"minutes_other", person.other.count()}});
  }
  json["differences"] = Json::array();
  for (const Difference& one : answer.comparison.differences) {
    Json difference = role_json(one.role);
    difference["from"] = instant_json(team, one.during.begin());
    difference["until"] = instant_json(team, one.during.end());
    difference["minutes"] = one.during.minutes().count();
    difference["here"] = person_id(one.here);
    difference["other"] = person_id(one.other);
    difference["other_name"] = stranger(one.other);
    json["differences"].push_back(std::move(difference));
  }
  return document(json);
}

}  // namespace cprota
