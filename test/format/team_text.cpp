// SPDX-License-Identifier: MIT
#include "team_text.hpp"

#include <fmt/format.h>

#include "cprota/time/print.hpp"

#include "support/print.hpp"

namespace cprota::test {
namespace {

std::string toml_of(const Windows& windows) {
  std::string text;
  const auto clock = [](Minutes time) {
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
  };
  for (const Window& window : windows) {
    const Minutes end = window.end > std::chrono::days(1) ? window.end - std::chrono::days(1) : window.end;
    text += fmt::format("{}\"{}-{}\"", text.empty() ? "" : ", ", clock(window.start), clock(end));
  }
  return "[" + text + "]\n";
}

std::string toml_of(const Hours& hours) {
  constexpr const char* names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  std::string text;
  for (const HoursVersion& version : hours.versions) {
    text += fmt::format("[[hours.{}]]\n", hours.id.str());
    if (version.from) text += fmt::format("from = {}\n", iso_date(*version.from));
    if (version.weekday) text += "weekday = " + toml_of(*version.weekday);
    if (version.weekend) text += "weekend = " + toml_of(*version.weekend);
    if (version.bank_holiday) text += "bank-holiday = " + toml_of(*version.bank_holiday);
    for (std::size_t day = 0; day < 7; ++day) {
      if (version.days.at(day)) text += fmt::format("{} = {}", names[day], toml_of(*version.days.at(day)));
    }
    for (const auto& [date, windows] : version.dates)
      text += fmt::format("\"{}\" = {}", iso_date(date), toml_of(windows));
  }
  return text;
}

std::string toml_of(const Rota& rota) {
  constexpr const char* names[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  std::string roles;
  std::string optional;
  std::string members;
  for (const Role& role : rota.roles) {
    roles += fmt::format("\"{}\", ", role.id.str());
    if (role.optional) optional += fmt::format("\"{}\", ", role.id.str());
  }
  for (const PersonId& member : rota.members) members += fmt::format("\"{}\", ", member.str());
  return fmt::format(
      "[rota.{}]\nhours = \"{}\"\nroles = [{}]\noptional = [{}]\nmembers = [{}]\nturn = \"{}\"\nhandover = "
      "\"{} "
      "{:02}:{:02}\"\n",
      rota.id.str(), rota.hours.str(), roles, optional, members, rota.turn == TurnKind::day ? "day" : "week",
      names[rota.handover.day.c_encoding()], rota.handover.time.count() / 60,
      rota.handover.time.count() % 60);
}

std::string quoted(const Holder& holder) {
  return "\"" + (is_unfilled(holder) ? "" : words(holder)) + "\"";
}

std::string toml_of(const Assignment& assignment) {
  std::string value;
  if (!assignment.is_by_day()) {
    value = quoted(assignment.on_day(0).holder);
  } else {
    for (int day = 0; day < 7; ++day)
      value += (day == 0 ? "[" : ", ") + quoted(assignment.on_day(day).holder);
    value += "]";
  }
  return assignment.role.role.str() + " = " + value + "\n";
}

}  // namespace

std::string toml_of(const Team& team) {
  std::string text =
      fmt::format("[team]\nname = \"Random\"\ntimezone = \"{}\"\nbank-holidays = \"england-and-wales\"\n",
                  team.zone.name());
  for (const Hours& hours : team.hours) text += toml_of(hours);
  for (const Rota& rota : team.rotas) text += toml_of(rota);
  for (const Person& person : team.people) {
    text += fmt::format("[[people]]\nid = \"{}\"\nname = \"{}\"\npagerduty = \"P{}\"\n", person.id.str(),
                        person.name, person.id.str());
  }
  return text;
}

std::string toml_of(const WeekFile& file, const Zone& zone) {
  std::string text;
  std::optional<RotaId> rota;
  for (const Assignment& assignment : file.assignments) {
    if (rota != assignment.role.rota) text += fmt::format("#~ {0}\n[{0}] #~\n", assignment.role.rota.str());
    rota = assignment.role.rota;
    text += toml_of(assignment);
  }
  int number = 0;
  for (const Override& entry : file.overrides) {
    text += fmt::format(
        "\n#~ {}\n[[override]]\nrole = \"{}\"\nperson = {}\nfrom = {}\nuntil = {}\nreason = \"{}\"\n",
        ++number, entry.role.str(), quoted(entry.holder), rfc3339(entry.during.begin(), zone),
        rfc3339(entry.during.end(), zone), entry.reason);
  }
  return text;
}

}  // namespace cprota::test
