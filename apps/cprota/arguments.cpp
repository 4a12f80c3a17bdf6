// SPDX-License-Identifier: MIT
#include "arguments.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/base/suggest.hpp"
#include "cprota/time/print.hpp"

#include "team.hpp"

namespace cprota {
namespace {

template <class Things>
std::vector<std::string> ids_of(const Things& things) {
  std::vector<std::string> ids;
  for (const auto& thing : things) ids.push_back(thing.id.str());
  return ids;
}

constexpr std::size_t most_to_list = 12;

template <class Things>
tl::unexpected<Error> unknown(std::string_view what, const std::string& text, const Things& things) {
  const std::vector<std::string> known = ids_of(things);
  std::string help = did_you_mean(text, known);
  if (help.empty() && !known.empty() && known.size() <= most_to_list) {
    help = fmt::format("; there are {}", fmt::join(known, ", "));
  }
  return fail(Fault::usage, fmt::format("{} called \"{}\"{}", what, text, help));
}

}  // namespace

Result<PersonId> find_person(const Session& session, const Team& team, const std::string& text) {
  std::string id = text;
  if (text == "me") {
    const auto me = session.env.variable("CPROTA_ME");
    if (!me) return fail(Fault::usage, "\"me\" is the person named by $CPROTA_ME, which is not set");
    id = *me;
  }
  if (const Person* const person = team.find_person(PersonId(id))) return person->id;
  const auto named = std::ranges::find_if(
      team.people, [&](const Person& person) { return person.name == id || person.email == id; });
  if (named != team.people.end()) {
    return fail(Fault::usage,
                fmt::format("no one is called \"{}\"; did you mean \"{}\"?", visible(id), named->id.str()));
  }
  return unknown(text == "me" ? "$CPROTA_ME: no one is" : "no one is", id, team.people);
}

Result<const Rota*> find_rota(const Team& team, const std::string& text) {
  if (const Rota* const rota = team.find_rota(RotaId(text))) return rota;
  return unknown("no rota is", text, team.rotas);
}

Result<const Hours*> find_hours(const Team& team, const std::string& text) {
  if (const Hours* const hours = team.find_hours(HoursId(text))) return hours;
  return unknown("no hours are", text, team.hours);
}

Result<const Hours*> hours_or_support(const Team& team, const std::optional<std::string>& text) {
  if (text) return find_hours(team, *text);
  if (const Hours* const support = team.find_hours(HoursId("support"))) return support;
  if (team.hours.empty())
    return fail(Fault::usage, "this team has no hours; add [hours.support] to cprota.toml");
  return &team.hours.front();
}

std::vector<Argument> narrow_arguments(NarrowOptions& options) {
  return {
      {.names = "--rota", .value = "ROTA", .help = "only of this rota", .field = &options.rota},
      {.names = "--role",
       .value = "ROLE",
       .help = "only of this role: on-call.primary, or primary where one rota has it",
       .field = &options.role},
      {.names = "--person",
       .value = "PERSON",
       .help = "only of this person; me is $CPROTA_ME",
       .field = &options.person},
  };
}

Result<Filter> filter_of(const Session& session, const Team& team, const NarrowOptions& options) {
  Filter filter;
  if (options.rota) {
    const Result<const Rota*> rota = find_rota(team, *options.rota);
    if (!rota) return tl::unexpected(rota.error());
    filter.rota = (*rota)->id;
  }
  if (options.role) {
    const bool whole = !filter.rota || options.role->find('.') != std::string::npos;
    const Result<RoleRef> role =
        find_role(team, whole ? *options.role : fmt::format("{}.{}", filter.rota->str(), *options.role));
    if (!role) return tl::unexpected(role.error());
    filter.role = *role;
  }
  if (options.person) {
    const Result<PersonId> person = find_person(session, team, *options.person);
    if (!person) return tl::unexpected(person.error());
    filter.person = *person;
  }
  return filter;
}

Result<RoleRef> only_role(const Team& team, const Filter& filter, std::string_view format) {
  std::vector<RoleRef> roles;
  for (const Rota& rota : team.rotas) {
    for (const Role& role : rota.roles) {
      if (filter.takes({rota.id, role.id})) roles.push_back({rota.id, role.id});
    }
  }
  if (roles.size() == 1) return roles.front();
  std::vector<std::string> choices;
  for (const RoleRef& role : roles) choices.push_back("--role " + role.str());
  return fail(Fault::usage,
              choices.empty()
                  ? fmt::format("--format {} is of one role, and the team has none so", format)
                  : fmt::format("--format {} is of one role: add {}", format, fmt::join(choices, " or ")));
}

Result<Instant> moment_of(const Session& session, const Zone& zone, const std::optional<std::string>& at) {
  const Result<Instant> now = now_of(session, zone);
  if (!now || !at) return now;
  const Result<TypedTime> typed = parse_time(*at, zone, *now);
  if (!typed) return tl::unexpected(typed.error());
  if (!typed->date_only) return typed->at;
  const std::string date = iso_date(*typed->date_only);
  return fail(
      Fault::usage,
      fmt::format(
          "\"{}\" is a whole date: add a clock time, as in {}T09:15, or see the date with `cprota show {}`",
          *at, date, date));
}

}  // namespace cprota
