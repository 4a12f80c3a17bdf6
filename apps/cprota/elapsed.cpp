// SPDX-License-Identifier: MIT
#include <memory>

#include <fmt/format.h>

#include "cprota/format/write_support_time.hpp"
#include "cprota/hours/support_time.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct ElapsedOptions {
  std::optional<std::string> from;
  std::optional<std::string> until;
  std::optional<std::string> hours;
  OutputOptions output;
};

Result<Exit> elapsed(Session& session, const ElapsedOptions& options) {
  const auto folder = load_team(session, Faults::refuse);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<const Hours*> hours = hours_or_support(team, options.hours);
  if (!hours) return tl::unexpected(hours.error());
  const Result<TypedTime> from = parse_time(options.from.value_or(""), team.zone, *now);
  if (!from) return tl::unexpected(from.error());
  const Result<TypedTime> until = parse_time(options.until.value_or(""), team.zone, *now);
  if (!until) return tl::unexpected(until.error());
  if (until->at < from->at) {
    return fail(Fault::usage, fmt::format("{} lies before {}; write the earlier instant first",
                                          *options.until, *options.from));
  }
  const ElapsedAnswer found{(*hours)->id, from->at, until->at,
                            elapsed(**hours, team.zone, team.bank_holidays, from->at, until->at)};
  return answer(session, options.output,
                options.output.format_or_text() == "json" ? elapsed_json(team, found) : elapsed_text(found));
}

}  // namespace

Command elapsed_command() {
  const auto options = std::make_shared<ElapsedOptions>();
  Command command;
  command.examples = {"cprota elapsed 2026-11-23T16:30 2026-11-24T10:15",
                      "cprota elapsed 2026-12-24 2026-12-29T12:00 --hours on-call"};
  command.about =
      "Closed time, bank holidays and clock changes are taken as the team's hours have them. It is the "
      "inverse "
      "of deadline.";
  command.arguments = {
      {.names = "A", .help = "the first instant", .field = &options->from, .required = true},
      {.names = "B", .help = "the second, not before the first", .field = &options->until, .required = true},
      {.names = "--hours",
       .value = "HOURS",
       .help = "these hours; support if there are such, else the first of the file",
       .field = &options->hours},
  };
  append(command.arguments, output_arguments(options->output, {"text", "json"}));
  command.run = [options](Session& session) { return elapsed(session, *options); };
  return command;
}

}  // namespace cprota
