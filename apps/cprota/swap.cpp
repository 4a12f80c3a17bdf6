// SPDX-License-Identifier: MIT
#include "cprota/cover/swap.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "cprota/format/names.hpp"
#include "cprota/time/parse.hpp"

#include "arguments.hpp"
#include "change.hpp"
#include "commands.hpp"
#include "swap_side.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct SwapOptions {
  std::optional<std::string> first_person;
  std::optional<std::string> first_when;
  std::optional<std::string> second_person;
  std::optional<std::string> second_when;
  std::optional<std::string> role;
  ChangeOptions change;
};

Result<void> give(Draft& draft, const Side& from, const PersonId& to) {
  for (const HeldTurn& turn : from.turns) {
    if (const auto done = draft.edit(turn.week, SetHolder{turn.role, turn.day, Holder(to)}); !done)
      return done;
  }
  return {};
}

std::string roles_of(const Side& side) {
  std::vector<std::string> roles;
  for (const HeldTurn& turn : side.turns) {
    if (std::ranges::find(roles, turn.role.role.str()) == roles.end()) roles.push_back(turn.role.role.str());
  }
  return fmt::format("{}", fmt::join(roles, " and "));
}

// The roles once where both have the same.
std::string told(const std::string& who, const Side& side, const std::string& with, const Side& other) {
  const std::string roles = roles_of(side);
  const std::string of_first = roles == roles_of(other) ? "" : " " + roles;
  return fmt::format("Swap {} {}{} with {} {} {}", who, side.when, of_first, with, other.when,
                     roles_of(other));
}

// The weeks that the turns lie in: those of the handovers, and those into which they reach.
Interval around(const Team& team, const Side& a, const Side& b) {
  std::vector<IsoWeek> weeks;
  for (const Side* side : {&a, &b}) {
    for (const HeldTurn& turn : side->turns) weeks.push_back(turn.week);
  }
  const auto [first, last] = std::ranges::minmax(weeks);
  return Interval(team.zone.begin_of(first.monday()), team.zone.begin_of(last.plus(2).monday()));
}

Result<Exit> exchange(Session& session, const SwapOptions& options) {
  Result<ChangeFolder> files = open_for_change(session, options.change);
  if (!files) return tl::unexpected(files.error());
  TeamFolder& folder = *files->folder;
  const Team& team = folder.team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  std::optional<RoleRef> role;
  if (options.role) {
    const Result<RoleRef> found = find_role(team, *options.role);
    if (!found) return tl::unexpected(found.error());
    role = *found;
  }
  const Result<Side> a = side_of(session, folder, *options.first_person, *options.first_when, role, *now);
  if (!a) return tl::unexpected(a.error());
  const Result<Side> b = side_of(session, folder, *options.second_person, *options.second_when, role, *now);
  if (!b) return tl::unexpected(b.error());
  if (a->person == b->person) {
    return fail(Fault::usage,
                fmt::format("{} cannot swap with themselves: name two people", a->person.str()));
  }
  if (!role && a->is_week != b->is_week) {
    return fail(
        Fault::usage,
        fmt::format("{} and {}: name two weeks or two dates, or with --role the one role whose days go "
                    "for a week",
                    a->when, b->when));
  }
  Draft draft(folder);
  if (const auto given = give(draft, *a, b->person); !given) return tl::unexpected(given.error());
  if (const auto given = give(draft, *b, a->person); !given) return tl::unexpected(given.error());
  const CommitWords words{told(short_name(team, a->person), *a, short_name(team, b->person), *b),
                          told(a->person.str(), *a, b->person.str(), *b), options.change.reason};
  return make_change(session, options.change, *files, draft, words, around(team, *a, *b));
}

}  // namespace

Command swap_command() {
  const auto options = std::make_shared<SwapOptions>();
  Command command;
  command.examples = {"cprota swap cy 2026-W50 bea 2027-W03", "cprota swap dev 2026-11-24 cy 2026-11-25"};
  command.about =
      "Writes week files: whole weeks by WEEK, day turns by date. The same week twice exchanges their roles. "
      "Overrides stay. What check newly finds is said; errors need --force.";
  command.arguments = {
      {.names = "A",
       .kind = "PERSON",
       .help = "who gives what they have at the first WHEN to B",
       .field = &options->first_person,
       .required = true},
      {.names = "WHEN",
       .help = "a week, or the dates of day turns",
       .field = &options->first_when,
       .required = true},
      {.names = "B",
       .kind = "PERSON",
       .help = "who gives what they have at the second WHEN to A",
       .field = &options->second_person,
       .required = true},
      {.names = "WHEN",
       .help = "a week, or the dates of day turns",
       .field = &options->second_when,
       .required = true},
      {.names = "--role", .value = "ROLE", .help = "only turns of this role", .field = &options->role},
  };
  append(command.arguments, change_arguments(options->change));
  command.run = [options](Session& session) { return exchange(session, *options); };
  return command;
}

}  // namespace cprota
