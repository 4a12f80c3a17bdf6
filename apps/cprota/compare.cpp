// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "cprota/format/compare_schedule.hpp"
#include "cprota/format/write_compare.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "compare_parts.hpp"
#include "output.hpp"
#include "schedule_source.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct CompareOptions {
  std::optional<std::string> other;
  bool all = false;
  std::optional<std::string> other_format;
  std::optional<std::string> pattern;
  NarrowOptions narrow;
  OutputOptions output;
};

Result<Exit> write(Session& session, const CompareOptions& options, const ComparisonAnswer& answered,
                   Instant now) {
  const std::string format = options.output.format_or_text();
  Result<std::string> text = format == "json"    ? comparison_json(answered)
                             : format == "md"    ? comparison_markdown(answered)
                             : format == "slack" ? comparison_slack(answered)
                             : format == "pagerduty"
                                 ? comparison_pagerduty(answered, now)
                                 : comparison_text(answered, text_style(session, options.output));
  if (!text) return tl::unexpected(text.error());
  return answer(session, options.output, *text,
                answered.comparison.differences.empty() ? Exit::answered : Exit::no);
}

Result<Exit> compare_folder(Session& session, const CompareOptions& options, const Here& here) {
  const std::string& name = *options.other;
  if (options.output.format == "pagerduty") {
    return fail(Fault::usage, "--format pagerduty makes another tool agree: name a file of its schedule");
  }
  for (const auto& [given, option] :
       {std::pair(options.other_format, "--other-format"), {options.pattern, "--pattern"}}) {
    if (given)
      return fail(Fault::usage, fmt::format("{} is of another tool's file, not of a folder", option));
  }
  const auto folder = open_other(name);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = here.folder.team();
  const Team& other = (*folder)->team();
  const Result<Filter> filter = filter_of_either(session, team, other, options.narrow);
  if (!filter) return tl::unexpected(filter.error());
  std::vector<IsoWeek> weeks = here.folder.weeks();
  weeks.insert(weeks.end(), (*folder)->weeks().begin(), (*folder)->weeks().end());
  ComparisonAnswer answered{
      team, other, name, false, compared_range(here, options.all, weeks), {}, team.zone.date(here.now)};
  if (answered.range) {
    answered.comparison =
        narrowed(side_of(team, *answered.range, here.folder), side_of(other, *answered.range, **folder),
                 roles_of(team, other, *answered.range), *filter);
  }
  return write(session, options, answered, here.now);
}

Result<Exit> compare_schedule(Session& session, const CompareOptions& options, const Here& here) {
  const Team& team = here.folder.team();
  const Result<Filter> filter = filter_of(session, team, options.narrow);
  if (!filter) return tl::unexpected(filter.error());
  Result<MatchOptions> match = match_options(team, options.narrow.role, options.pattern);
  if (!match) return tl::unexpected(match.error());
  match->strangers = true;
  // What repeats is read as far as the files here reach.
  const auto reach = compared_range(here, options.all, here.folder.weeks());
  const auto fallback = Interval::between(here.now, here.now + std::chrono::weeks(13));
  const Result<Schedule> schedule = read_schedule_source(session, *options.other, team.zone,
                                                         options.other_format, reach ? reach : fallback);
  if (!schedule) return tl::unexpected(schedule.error());
  const Result<MatchedSchedule> matched = match_schedule(team, *schedule, *match);
  if (!matched) return tl::unexpected(matched.error());
  for (const Diagnostic& diagnostic : matched->unmatched) session.note(to_string(diagnostic));
  ComparisonAnswer answered{team, team, *options.other, true, std::nullopt, {}, team.zone.date(here.now)};
  if (schedule->stretches.empty()) answered.range = reach;
  if (const auto spoken = span_of(*matched)) {
    const Instant begin = options.all ? spoken->begin() : std::max(spoken->begin(), here.now);
    answered.range = Interval::between(begin, spoken->end());
  }
  if (answered.range) {
    answered.comparison =
        narrowed(side_of(team, *answered.range, here.folder), side_of(team, *matched, *answered.range),
                 schedule->stretches.empty() ? roles_of(team, team, *answered.range)
                                             : roles_of(*matched, schedule->is_whole, *answered.range),
                 *filter);
  }
  return write(session, options, answered, here.now);
}

Result<Exit> compare_other(Session& session, const CompareOptions& options) {
  const auto folder = load_team(session, Faults::refuse);
  if (!folder) return tl::unexpected(folder.error());
  const Result<Instant> now = now_of(session, (*folder)->team().zone);
  if (!now) return tl::unexpected(now.error());
  const Here here{**folder, *now};
  const std::string& name = *options.other;
  const bool is_folder = name != "-" && (session.env.exists(name + "/.") || name.ends_with(".toml"));
  return is_folder ? compare_folder(session, options, here) : compare_schedule(session, options, here);
}

}  // namespace

Command compare_command() {
  const auto options = std::make_shared<CompareOptions>();
  Command command;
  command.examples = {"cprota compare primary.json --role primary", "cprota compare rota.csv --all --json",
                      "cprota compare primary.json --role primary --format pagerduty"};
  command.about =
      "OTHER is a folder with another version of the team's files, and the answer whose turns and shifts "
      "differ, by person: + is there, − here. Or it is a file that import takes, and the answer the "
      "stretches in which somebody else covers. The same person in other cuts is no difference, time outside "
      "open hours does not count, and the past is left out.";
  command.arguments = {
      {.names = "OTHER",
       .help = "a folder, or a file of another tool; - is standard input",
       .field = &options->other,
       .required = true},
      {.names = "--all", .help = "the past as well", .field = &options->all},
      {.names = "--other-format",
       .value = "FORMAT",
       .help = "what a file is; else its content says so",
       .field = &options->other_format,
       .choices = {"pagerduty", "grafana", "ics", "csv"}},
      {.names = "--pattern",
       .value = "TEXT",
       .help = "how the summary of an event is written: \"{person} ({role})\"",
       .field = &options->pattern},
  };
  append(command.arguments, narrow_arguments(options->narrow));
  append(command.arguments, output_arguments(options->output, {"text", "json", "md", "slack", "pagerduty"}));
  command.run = [options](Session& session) { return compare_other(session, *options); };
  return command;
}

}  // namespace cprota
