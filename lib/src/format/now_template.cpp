// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/base/suggest.hpp"
#include "cprota/format/write_now.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

constexpr std::array person_fields{"id", "name", "email", "phone", "slack", "pagerduty", "until"};
constexpr std::array plain_fields{"team", "at", "day"};

// All that a template may name.
std::vector<std::string> known_fields(const Team& team) {
  std::vector<std::string> known(plain_fields.begin(), plain_fields.end());
  for (const Rota& rota : team.rotas) {
    std::vector<std::string> roles;
    for (const Role& role : rota.roles) roles.push_back(role.id.str());
    roles.emplace_back("*");
    for (const std::string& role : roles) {
      for (const char* const turn : {"", "turn."}) {
        for (const char* const field : person_fields)
          known.push_back(fmt::format("{}.{}.{}{}", rota.id.str(), role, turn, field));
      }
    }
  }
  return known;
}

std::string unknown_field(const std::string& field, const Team& team) {
  const std::vector<std::string> known = known_fields(team);
  std::vector<std::string> roles;
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) roles.push_back(RoleRef{rota.id, role.id}.str());
    roles.push_back(rota.id.str() + ".*");
  }
  return fmt::format(
      "the template has no field {{{}}}{}; the fields are {{ROLE.FIELD}} and {{ROLE.turn.FIELD}} with ROLE "
      "{} and FIELD {}, and {}",
      field, did_you_mean(field, known), fmt::join(roles, ", "), fmt::join(person_fields, ", "),
      fmt::join(plain_fields, ", "));
}

std::string value_of(const Person& person, std::string_view field) {
  if (field == "id") return person.id.str();
  if (field == "name") return person.name;
  if (field == "email") return person.email.value_or("");
  if (field == "phone") return person.phone.value_or("");
  if (field == "slack") return person.slack.value_or("");
  return person.pagerduty.value_or("");
}

std::string of_covering(const Team& team, const Now& now, const RoleRef& role, std::string_view field) {
  for (const Covering& covering : now.covering) {
    if (covering.shift.role != role) continue;
    if (field == "until") return relative_time(covering.shift.during.end(), now.date, team.zone);
    return value_of(*team.find_person(covering.shift.person), field);
  }
  return {};
}

std::string of_turn(const Team& team, const Now& now, const RoleRef& role, std::string_view field) {
  for (const TurnNow& turn : now.turns) {
    const PersonId* const person = person_in(turn.holder);
    if (turn.role != role || person == nullptr) continue;
    if (field == "until") return turn.until ? relative_time(*turn.until, now.date, team.zone) : std::string();
    return value_of(*team.find_person(*person), field);
  }
  return {};
}

// The value of a known field.
std::string value_of(const std::string& field, const Team& team, const Now& now) {
  if (field == "team") return team.name;
  if (field == "at") return rfc3339(now.at, team.zone);
  if (field == "day") return std::string(to_string(now.day));
  const std::size_t first = field.find('.');
  const std::size_t second = field.find('.', first + 1);
  const RotaId rota(field.substr(0, first));
  const std::string role = field.substr(first + 1, second - first - 1);
  std::string last = field.substr(second + 1);
  const bool of_the_turn = last.starts_with("turn.");
  if (of_the_turn) last = last.substr(5);
  std::string joined;
  for (const Role& each : team.find_rota(rota)->roles) {
    if (role != "*" && each.id.str() != role) continue;
    const RoleRef ref{rota, each.id};
    const std::string value = of_the_turn ? of_turn(team, now, ref, last) : of_covering(team, now, ref, last);
    if (!value.empty()) joined += (joined.empty() ? "" : ",") + value;
  }
  return joined;
}

}  // namespace

Result<std::string> fill_template(std::string_view text, const Team& team, const Now& now) {
  const std::vector<std::string> known = known_fields(team);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '{' && c != '}') {
      out += c;
    } else if (text.substr(i + 1).starts_with(c)) {
      out += c;
      ++i;
    } else {
      const std::size_t end = c == '{' ? text.find('}', i) : std::string_view::npos;
      if (end == std::string_view::npos) {
        return fail(
            Fault::usage,
            fmt::format("the template has a lone \"{}\"; write {}{} for the character itself", c, c, c));
      }
      const std::string field(text.substr(i + 1, end - i - 1));
      if (std::ranges::find(known, field) == known.end())
        return fail(Fault::usage, unknown_field(field, team));
      out += visible(value_of(field, team, now));
      i = end;
    }
  }
  return out;
}

}  // namespace cprota
