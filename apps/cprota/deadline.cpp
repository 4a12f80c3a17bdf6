// SPDX-License-Identifier: MIT
#include <memory>

#include "cprota/format/write_support_time.hpp"
#include "cprota/hours/support_time.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct DeadlineOptions {
  std::optional<std::string> from;
  std::optional<std::string> duration;
  std::optional<std::string> hours;
  OutputOptions output;
};

Result<Exit> deadline(Session& session, const DeadlineOptions& options) {
  const auto folder = load_team(session, Faults::refuse);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<const Hours*> hours = hours_or_support(team, options.hours);
  if (!hours) return tl::unexpected(hours.error());
  const Result<TypedTime> from = parse_time(options.from.value_or(""), team.zone, *now);
  if (!from) return tl::unexpected(from.error());
  const Result<Minutes> duration = parse_duration(options.duration.value_or(""));
  if (!duration) return tl::unexpected(duration.error());

  DeadlineAnswer found{(*hours)->id, from->at, *duration, std::nullopt, Minutes(0)};
  found.at = deadline(**hours, team.zone, team.bank_holidays, from->at, *duration);
  if (!found.at) found.left = open_time_after(**hours, team.zone, team.bank_holidays, from->at);
  const bool as_json = options.output.format_or_text() == "json";
  return answer(session, options.output, as_json ? deadline_json(team, found) : deadline_text(team, found),
                found.at ? Exit::answered : Exit::no);
}

}  // namespace

Command deadline_command() {
  const auto options = std::make_shared<DeadlineOptions>();
  Command command;
  command.examples = {"cprota deadline 2026-11-23T16:30 4h", "cprota deadline now 2d --hours on-call"};
  command.about =
      "The earliest instant: closing time rather than the next opening, and A itself for nothing. 1d is 24 "
      "hours "
      "of open time. Where the hours never open enough before 2200 it says so, and exits 1.";
  command.arguments = {
      {.names = "A", .help = "the instant from which on", .field = &options->from, .required = true},
      {.names = "DURATION",
       .help = "so much open time: 90m, 4h, 1h30m, 2d",
       .field = &options->duration,
       .required = true},
      {.names = "--hours",
       .value = "HOURS",
       .help = "these hours; support if there are such, else the first of the file",
       .field = &options->hours},
  };
  append(command.arguments, output_arguments(options->output, {"text", "json"}));
  command.run = [options](Session& session) { return deadline(session, *options); };
  return command;
}

}  // namespace cprota
