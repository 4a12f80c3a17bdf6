// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "cprota/format/names.hpp"
#include "cprota/time/parse.hpp"

#include "arguments.hpp"
#include "change.hpp"
#include "commands.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct LeaveOptions {
  std::optional<std::string> person;
  std::optional<std::string> range;
  std::optional<std::string> note;
  bool avoid = false;
  ChangeOptions change;
};

Result<Leave> leave_of(const Session& session, const Team& team, const LeaveOptions& options, Instant now) {
  const Result<PersonId> person = find_person(session, team, *options.person);
  if (!person) return tl::unexpected(person.error());
  const Result<Range> range = parse_range(*options.range, team.zone, now);
  if (!range) return tl::unexpected(range.error());
  if (!range->first || !range->last) {
    return fail(Fault::usage,
                fmt::format("leave is of whole dates: \"{}\" has a clock time", *options.range));
  }
  Leave leave;
  leave.people = {*person};
  leave.first = *range->first;
  leave.last = *range->last;
  leave.kind = options.avoid ? LeaveKind::avoid : LeaveKind::leave;
  leave.note = options.note.value_or("");
  if (options.change.reason) leave.note += (leave.note.empty() ? "" : "; ") + *options.change.reason;
  return leave;
}

bool stands_already(const Team& team, const Leave& leave) {
  return std::ranges::any_of(team.leave, [&](const Leave& other) {
    return other.kind == leave.kind && other.note == leave.note && other.first == leave.first &&
           other.last == leave.last &&
           std::ranges::find(other.people, leave.people.front()) != other.people.end();
  });
}

Result<Exit> record(Session& session, const LeaveOptions& options) {
  Result<ChangeFolder> files = open_for_change(session, options.change);
  if (!files) return tl::unexpected(files.error());
  const Team& team = files->folder->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<Leave> leave = leave_of(session, team, options, *now);
  if (!leave) return tl::unexpected(leave.error());
  const Range dates = range_of(leave->first, leave->last, team.zone);
  const auto during = dates.interval();
  if (!during) return fail(Fault::usage, fmt::format("{} never was in {}", *options.range, team.zone.name()));
  Draft draft(*files->folder);
  if (stands_already(team, *leave)) {
    session.note("nothing was written: the same leave stands already");
  } else if (const auto added = draft.add(*leave); !added) {
    return tl::unexpected(added.error());
  }
  const auto line = [&](const std::string& who) {
    return fmt::format("{}: {}, {}", options.avoid ? "Avoid" : "Leave", who, describe(dates, team.zone));
  };
  const PersonId& who = leave->people.front();
  return make_change(session, options.change, *files, draft,
                     {line(short_name(team, who)), line(who.str()), std::nullopt}, *during);
}

}  // namespace

Command leave_command() {
  const auto options = std::make_shared<LeaveOptions>();
  Command command;
  command.examples = {"cprota leave cy 2027-03-29 --note \"a long weekend\""};
  command.about =
      "Adds to leave.toml, and says what check newly finds: turns that the person has on those dates. Where "
      "that "
      "is an error nothing is written, unless --force says so.";
  command.arguments = {
      {.names = "PERSON", .help = "who", .field = &options->person, .required = true},
      {.names = "RANGE", .help = "whole dates, both included", .field = &options->range, .required = true},
      {.names = "--avoid", .help = "may be rostered, but rather not", .field = &options->avoid},
      {.names = "--note", .value = "TEXT", .help = "kept with it", .field = &options->note},
  };
  append(command.arguments, change_arguments(options->change));
  command.run = [options](Session& session) { return record(session, *options); };
  return command;
}

}  // namespace cprota
