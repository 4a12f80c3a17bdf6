// SPDX-License-Identifier: MIT
#include "completion_kinds.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "cprota/base/diagnostic.hpp"
#include "cprota/rota/check_rules.hpp"

#include "team.hpp"

namespace cprota {
namespace {

void add(Completions& found, std::initializer_list<const char*> words) {
  for (const char* const word : words) found.push_back({word, {}});
}

// Kinds whose words are the team's.
constexpr std::array<std::string_view, 7> kinds_of_team = {"PERSON", "ROTA", "ROLE", "HOURS",
                                                           "RANGE",  "WEEK", "WHEN"};

Completions from_team(std::string_view kind, const Team& team, WeekSource& weeks) {
  Completions found;
  if (kind == "PERSON") {
    for (const Person& person : team.people) found.push_back({person.id.str(), visible(person.name)});
    found.push_back({"me", "$CPROTA_ME"});
  } else if (kind == "ROTA") {
    for (const Rota& rota : team.rotas) found.push_back({rota.id.str(), {}});
  } else if (kind == "ROLE") {
    for (const Rota& rota : team.rotas) {
      for (const Role& role : rota.roles) found.push_back({RoleRef{rota.id, role.id}.str(), {}});
    }
  } else if (kind == "HOURS") {
    for (const Hours& hours : team.hours) found.push_back({hours.id.str(), {}});
  } else {
    for (const IsoWeek week : weeks.weeks()) found.push_back({week.str(), {}});
  }
  return found;
}

// By the name that a value has in the help: `TIME`, `PERSON|ROLE`.
Completions of_kind(const Session& session, std::string_view kind) {
  Completions found;
  if (const std::size_t bar = kind.find('|'); bar != std::string_view::npos) {
    found = of_kind(session, kind.substr(0, bar));
    std::ranges::move(of_kind(session, kind.substr(bar + 1)), std::back_inserter(found));
    return found;
  }
  if (kind == "RANGE")
    add(found, {"today", "this-week", "next-week", "this-month", "next-month", "last-month"});
  if (kind == "WEEK" || kind == "WHEN") add(found, {"this", "next"});
  if (kind == "TIME") add(found, {"now", "today", "tomorrow", "yesterday"});
  if (kind == "DATE") add(found, {"today", "tomorrow", "yesterday"});
  if (kind.starts_with("RULE")) {
    for (const std::string_view rule : check_rules) found.push_back({std::string(rule), {}});
  }
  if (std::ranges::find(kinds_of_team, kind) == kinds_of_team.end()) return found;
  const auto folder = load_team(session, Faults::tolerate);
  if (!folder) return found;
  std::ranges::move(from_team(kind, (*folder)->team(), **folder), std::back_inserter(found));
  return found;
}

}  // namespace

Completions words_of_condition(const Session& session, std::span<const std::string> before) {
  Completions found;
  if (before.empty()) {
    add(found, {"open", "covered", "on", "working-day", "weekday", "weekend", "bank-holiday"});
    return found;
  }
  const std::string& condition = before.front();
  if (before.size() == 1 && condition == "open") return of_kind(session, "HOURS");
  if (before.size() == 1 && condition == "on") return of_kind(session, "PERSON");
  const std::size_t role_at = condition == "covered" ? 1 : condition == "on" ? 2 : 0;
  return before.size() == role_at ? of_kind(session, "ROLE") : found;
}

Completions values_of(const Session& session, const Argument& argument) {
  if (argument.choices.empty()) {
    return of_kind(session, argument.is_option()    ? argument.value
                            : argument.kind.empty() ? argument.names
                                                    : argument.kind);
  }
  Completions found;
  for (const std::string& choice : argument.choices) found.push_back({choice, {}});
  return found;
}

}  // namespace cprota
