// SPDX-License-Identifier: MIT
#include "cprota/cover/day.hpp"

#include <algorithm>
#include <chrono>
#include <memory>

#include "cprota/format/write_process.hpp"
#include "cprota/time/parse.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct DayOptions {
  std::optional<std::string> date;
  OutputOptions output;
};

std::string formatted(const Session& session, const Team& team, const DayPlan& plan,
                      const OutputOptions& output) {
  const std::string format = output.format_or_text();
  if (format == "json") return day_json(team, plan);
  if (format == "md") return day_markdown(team, plan);
  if (format == "slack") return day_slack(team, plan);
  if (format == "mail") return mail_text(session, team, day_mail(team, plan));
  return day_text(team, plan, text_style(session, output));
}

// The date, and the next, of which it says what is different.
Interval told_of(const Team& team, Date date) {
  constexpr std::chrono::days one(1);
  const Instant end = team.zone.begin_of(std::min(date + one, last_date) + one);
  return Interval(team.zone.begin_of(date), end);
}

Result<Exit> day(Session& session, const DayOptions& options) {
  const auto folder = load_team(session, Faults::tolerate);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<TypedTime> typed = parse_time(options.date.value_or("today"), team.zone, *now);
  if (!typed) return tl::unexpected(typed.error());
  const Date date = typed->date_only.value_or(team.zone.date(typed->at));
  const DayPlan plan = day_plan(team, **folder, date);
  if (const auto read = finish_reading(session, **folder, told_of(team, date)); !read) {
    return tl::unexpected(read.error());
  }
  return answer(session, options.output, formatted(session, team, plan, options.output));
}

}  // namespace

Command day_command() {
  const auto options = std::make_shared<DayOptions>();
  Command command;
  command.examples = {"cprota day 2026-12-25", "cprota day tomorrow --format slack"};
  command.about =
      "Shows what kind of day it is, when hours are open, who covers when, which roles change hands, the "
      "duties in "
      "order of time, and what is different on the next day.";
  command.arguments = {
      {.names = "DATE", .help = "the date; today if absent", .field = &options->date},
  };
  append(command.arguments, output_arguments(options->output, {"text", "json", "md", "slack", "mail"}));
  command.run = [options](Session& session) { return day(session, *options); };
  return command;
}

}  // namespace cprota
