// SPDX-License-Identifier: MIT
#include "cprota/format/write_cover.hpp"

#include <cstdlib>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/write_plan.hpp"
#include "cprota/time/print.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

bool turns_by_day(const Team& team, const RoleRef& role) {
  return team.find_rota(role.rota)->turn == TurnKind::day;
}

// What speaks against somebody, in words; empty if nothing does.
std::string reason_of(const Team& team, const RoleRef& role, const StandIn& one) {
  if (one.finding) {
    // `NAME is on leave but has …; what to do about a file that stands so`
    std::string words = one.finding->message.substr(0, one.finding->message.find("; "));
    const std::string name = team.find_person(one.person)->name + " ";
    if (words.starts_with(name)) words.erase(0, name.size());
    return words;
  }
  if (one.is_apart) return "is on another rota then";
  if (one.is_rested) return {};
  const std::string_view unit = turns_by_day(team, role) ? "day" : "week";
  return *one.rest == 0
             ? fmt::format("has a turn in the {} before or after", unit)
             : fmt::format("has a turn with {} {}{} between", *one.rest, unit, *one.rest == 1 ? "" : "s");
}

std::string ahead_words(const WideFraction& ahead) {
  const std::int64_t load = rounded(ahead);
  const std::string hours = load_hours(std::abs(load));
  if (hours == "0.0") return "has done their part";
  return load < 0 ? fmt::format("owes {} hours", hours) : fmt::format("is {} hours ahead", hours);
}

Json stint_json(const Team& team, const Stint& stint) {
  return {{"person", holder_json(stint.holder)},
          {"from", instant_json(team, stint.during.begin())},
          {"until", instant_json(team, stint.during.end())},
          {"minutes", stint.open.minutes().count()}};
}

Json stand_in_json(const Team& team, const RoleRef& role, const StandIn& one) {
  const std::string reason = reason_of(team, role, one);
  Json json{{"person", one.person.str()}};
  json["rule"] = one.rule().empty() ? Json() : Json(one.rule());
  json["reason"] = reason.empty() ? Json() : Json(reason);
  if (one.is_excluded()) return json;
  json["rest"] = one.rest ? Json(*one.rest) : Json();
  json["ahead"] = one.ahead ? Json(rounded(*one.ahead)) : Json();
  return json;
}

Table stints_table(const Team& team, const CoverRole& role, bool with_holder) {
  Table table;
  table.runs_on = true;
  for (const Stint& stint : role.stints) {
    std::vector<Cell> row{"  " + from_to(stint.during, team.zone)};
    if (with_holder) row.emplace_back(holder_name(team, stint.holder));
    row.emplace_back(hours_and_minutes(stint.open.minutes()), Tone::plain, true);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table stand_ins_table(const Team& team, const CoverRole& role, bool excluded) {
  Table table;
  table.runs_on = true;
  for (const StandIn& one : role.stand_ins) {
    if (one.is_excluded() != excluded) continue;
    const std::string reason = reason_of(team, role.role, one);
    std::string words = !excluded && one.ahead ? ahead_words(*one.ahead) : std::string();
    if (!reason.empty()) {
      words += fmt::format("{}{} [{}]", words.empty() ? "" : "; ", reason, one.rule());
    }
    table.rows.push_back({"  " + full_name(team, one.person), words});
  }
  return table;
}

std::string role_text(const CoverReport& report, const CoverRole& role, const TextStyle& style) {
  const Team& team = report.team;
  std::string out = fmt::format("\n{}\n{}", toned(role.role.str(), Tone::strong, style),
                                to_text(stints_table(team, role, !report.person), style));
  const std::string able = to_text(stand_ins_table(team, role, false), style);
  out += able.empty() ? toned("nobody can take it", Tone::bad, style) + "\n"
                      : "who can take it, the best first\n" + able;
  const std::string unable = to_text(stand_ins_table(team, role, true), style);
  if (!unable.empty()) out += "who cannot\n" + unable;
  return out;
}

}  // namespace

std::string cover_json(const CoverReport& report) {
  const Team& team = report.team;
  Json roles = Json::array();
  for (const CoverRole& role : report.roles) {
    Json json = role_json(role.role);
    json["stretches"] = Json::array();
    json["choices"] = Json::array();
    json["excluded"] = Json::array();
    for (const Stint& stint : role.stints) json["stretches"].push_back(stint_json(team, stint));
    for (const StandIn& one : role.stand_ins) {
      json[one.is_excluded() ? "excluded" : "choices"].push_back(stand_in_json(team, role.role, one));
    }
    roles.push_back(std::move(json));
  }
  return document({{"schema", "cprota.cover/1"},
                   {"team", team.name},
                   {"timezone", team.zone.name()},
                   {"from", instant_json(team, report.range.from)},
                   {"until", instant_json(team, report.range.until)},
                   {"person", report.person ? Json(report.person->str()) : Json()},
                   {"roles", std::move(roles)}});
}

std::string cover_text(const CoverReport& report, const TextStyle& style) {
  const std::string who = report.person ? full_name(report.team, *report.person) : visible(report.team.name);
  std::string out =
      wrapped(fmt::format("{} · {}", who, describe(report.range, report.team.zone)), style.width, 0) + "\n";
  if (report.roles.empty()) {
    out += report.person ? "has nothing to be covered there\n" : "There is nothing to be covered there.\n";
  }
  for (const CoverRole& role : report.roles) out += role_text(report, role, style);
  return out;
}

}  // namespace cprota
