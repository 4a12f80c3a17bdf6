// SPDX-License-Identifier: MIT
#include <memory>

#include <fmt/format.h>

#include "cprota/format/write_support_time.hpp"
#include "cprota/hours/support_time.hpp"
#include "cprota/time/parse.hpp"

#include "commands.hpp"
#include "support_time.hpp"

namespace cprota {
namespace {

struct ElapsedOptions : SupportTimeOptions {
  std::optional<std::string> until;
};

Result<Exit> elapsed(Session& session, const ElapsedOptions& options) {
  const Result<SupportTimeQuestion> asked = read_support_time(session, options);
  if (!asked) return tl::unexpected(asked.error());
  const Team& team = asked->team();
  const Result<TypedTime> until = parse_time(options.until.value_or(""), team.zone, asked->now);
  if (!until) return tl::unexpected(until.error());
  if (until->at < asked->from) {
    return fail(Fault::usage, fmt::format("{} lies before {}; write the earlier instant first",
                                          *options.until, *options.from));
  }
  const ElapsedAnswer found{asked->hours->id, asked->from, until->at,
                            elapsed(*asked->hours, team.zone, team.bank_holidays, asked->from, until->at)};
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
  command.arguments = support_time_arguments(
      *options, {.names = "A", .help = "the first instant", .field = &options->from, .required = true},
      {.names = "B", .help = "the second, not before the first", .field = &options->until, .required = true});
  command.run = [options](Session& session) { return elapsed(session, *options); };
  return command;
}

}  // namespace cprota
