// SPDX-License-Identifier: MIT
#include <memory>

#include "cprota/format/write_support_time.hpp"
#include "cprota/hours/support_time.hpp"
#include "cprota/time/parse.hpp"

#include "commands.hpp"
#include "support_time.hpp"

namespace cprota {
namespace {

struct DeadlineOptions : SupportTimeOptions {
  std::optional<std::string> duration;
};

Result<Exit> deadline(Session& session, const DeadlineOptions& options) {
  const Result<SupportTimeQuestion> asked = read_support_time(session, options);
  if (!asked) return tl::unexpected(asked.error());
  const Result<Minutes> duration = parse_duration(options.duration.value_or(""));
  if (!duration) return tl::unexpected(duration.error());

  const Team& team = asked->team();
  const Hours& hours = *asked->hours;
  DeadlineAnswer found{hours.id, asked->from, *duration, std::nullopt, Minutes(0)};
  found.at = deadline(hours, team.zone, team.bank_holidays, asked->from, *duration);
  if (!found.at) found.left = open_time_after(hours, team.zone, team.bank_holidays, asked->from);
  const bool as_json = options.output.format_or_text() == "json";
  const std::string text =
      as_json ? deadline_json(team, found) : deadline_text(team, found, text_style(session, options.output));
  return answer(session, options.output, text, found.at ? Exit::answered : Exit::no);
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
  command.arguments = support_time_arguments(
      *options,
      {.names = "A", .help = "the instant from which on", .field = &options->from, .required = true},
      {.names = "DURATION",
       .help = "so much open time: 90m, 4h, 1h30m, 2d",
       .field = &options->duration,
       .required = true});
  command.run = [options](Session& session) { return deadline(session, *options); };
  return command;
}

}  // namespace cprota
