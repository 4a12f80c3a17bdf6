// SPDX-License-Identifier: MIT
#include "support/process_team.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

#include "cprota/time/parse.hpp"

namespace cprota::test {
namespace {

Window window(int from, int until) {
  return {Minutes(from * 60), Minutes(until * 60)};
}

Hours hours(const std::string& id, Windows weekday, std::optional<Windows> other_days) {
  Hours made;
  made.id = HoursId(id);
  HoursVersion version;
  version.weekday = std::move(weekday);
  version.weekend = other_days;
  version.bank_holiday = std::move(other_days);
  made.versions.push_back(std::move(version));
  return made;
}

Rota rota(const std::string& id, const std::string& hours_id, const std::vector<std::string>& roles,
          Minutes handover, TurnKind turn) {
  Rota made;
  made.id = RotaId(id);
  made.hours = HoursId(hours_id);
  for (const std::string& name : roles) {
    Role seat;
    seat.id = RoleId(name);
    made.roles.push_back(std::move(seat));
  }
  made.handover.time = handover;
  made.turn = turn;
  return made;
}

}  // namespace

Team process_team() {
  Team team;
  team.name = "Cloud Platform";
  team.zone = zone_named("Europe/London");
  team.bank_holidays = BankHolidays(Division::england_and_wales);
  team.hours.push_back(hours("support", {window(10, 17)}, std::nullopt));
  team.hours.push_back(hours("working", {window(9, 18)}, std::nullopt));
  team.hours.push_back(hours("on-call", {window(7, 10), window(17, 22)}, Windows{window(7, 22)}));
  team.rotas.push_back(rota("on-call", "on-call", {"primary", "secondary"}, Minutes(600), TurnKind::week));
  team.rotas.push_back(rota("support", "working", {"engineer"}, Minutes(0), TurnKind::day));
  for (const char* id : {"amara", "bea", "cy", "dev"}) {
    Person person;
    person.id = PersonId(id);
    person.name = id;
    team.people.push_back(person);
    for (Rota& each : team.rotas) each.members.push_back(person.id);
  }
  return team;
}

Holder holder(const std::string& text) {
  if (text.empty() || text == "-") return Unfilled{};
  if (text == "none") return Nobody{};
  return PersonId(text);
}

RoleRef role(const std::string& text) {
  const auto dot = text.find('.');
  return {RotaId(text.substr(0, dot)), RoleId(text.substr(dot + 1))};
}

WeekFile week(const std::string& name, const std::vector<std::pair<std::string, std::string>>& turns) {
  const auto iso_week = IsoWeek::parse(name);
  if (!iso_week) throw std::runtime_error("no week: " + name);
  WeekFile file{*iso_week, "rota/" + name + ".toml", {}, {}, {}, {}};
  for (const auto& [role_name, text] : turns) {
    Assignment assignment;
    assignment.role = role(role_name);
    if (text.find(' ') == std::string::npos) {
      assignment.holders = PlacedHolder{holder(text), std::nullopt};
    } else {
      std::array<PlacedHolder, 7> list;
      std::istringstream names(text);
      std::string one;
      for (PlacedHolder& placed : list) {
        if (!(names >> one)) throw std::runtime_error("not seven names: " + text);
        placed.holder = holder(one);
      }
      assignment.holders = std::move(list);
    }
    file.assignments.push_back(std::move(assignment));
  }
  return file;
}

Instant at(const std::string& text, const Zone& zone) {
  const auto time = parse_time(text, zone, Instant{});
  if (!time) throw std::runtime_error(text + ": " + time.error().diagnostics.front().message);
  return time->at;
}

Interval from_until(const std::string& from, const std::string& until, const Zone& zone) {
  return {at(from, zone), at(until, zone)};
}

Override taken_over(const std::string& role_name, const std::string& by, const std::string& from,
                    const std::string& until, const std::string& reason) {
  return {role(role_name), holder(by), from_until(from, until), reason, std::nullopt};
}

const WeekFile* CountingWeeks::find(IsoWeek week) {
  asked_.push_back(week);
  return files_.find(week);
}

const std::vector<IsoWeek>& CountingWeeks::weeks() {
  ++looks_;
  return files_.weeks();
}

std::vector<std::string> CountingWeeks::asked() const {
  std::vector<IsoWeek> once = asked_;
  std::sort(once.begin(), once.end());
  once.erase(std::unique(once.begin(), once.end()), once.end());
  std::vector<std::string> names;
  for (const IsoWeek each : once) names.push_back(each.str());
  return names;
}

}  // namespace cprota::test
