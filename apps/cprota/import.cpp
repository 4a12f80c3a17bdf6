// SPDX-License-Identifier: MIT
#include <memory>

#include <fmt/format.h>

#include "cprota/format/diff.hpp"
#include "cprota/format/import_schedule.hpp"
#include "cprota/format/write_change.hpp"
#include "cprota/format/write_import.hpp"
#include "cprota/time/parse.hpp"

#include "change.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "schedule_source.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct ImportOptions {
  std::optional<std::string> file;
  std::optional<std::string> range;
  std::optional<std::string> format;
  std::optional<std::string> role;
  std::optional<std::string> pattern;
  bool replace = false;
  ChangeOptions change;
};

Result<std::optional<Range>> range_of(Session& session, const Team& team, const ImportOptions& options) {
  if (!options.range) return std::nullopt;
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  Result<Range> range = parse_range(*options.range, team.zone, *now);
  if (!range) return tl::unexpected(range.error());
  if (!range->interval()) return fail(Fault::usage, fmt::format("{} has no minutes", *options.range));
  return *range;
}

std::string text_of(const Session& session, const ImportOptions& options, const Team& team,
                    const ImportReport& report, const std::optional<Range>& range,
                    const std::vector<std::string>& left_out) {
  const std::string file = *options.file == "-" ? "standard input" : *options.file;
  std::string text = commit_line(import_heading(report, file)) + "\n";
  if (range) text += describe(*range, team.zone) + "\n";
  text += import_text(team, report, text_style(session));
  for (const std::string& line : left_out) text += line + "\n";
  return text;
}

Result<Exit> import_file(Session& session, const ImportOptions& options) {
  Result<ChangeFolder> files = open_for_change(session, options.change);
  if (!files) return tl::unexpected(files.error());
  TeamFolder& folder = *files->folder;
  const Team& team = folder.team();
  Result<MatchOptions> match = match_options(team, options.role, options.pattern);
  if (!match) return tl::unexpected(match.error());
  const Result<std::optional<Range>> range = range_of(session, team, options);
  if (!range) return tl::unexpected(range.error());
  if (*range) match->range = (*range)->interval();
  const Result<Schedule> schedule =
      read_schedule_source(session, *options.file, team.zone, options.format, match->range);
  if (!schedule) return tl::unexpected(schedule.error());
  const Result<MatchedSchedule> matched = match_schedule(team, *schedule, *match);
  if (!matched) return tl::unexpected(matched.error());
  Draft draft(folder);
  const Result<ImportReport> report = import_schedule(draft, folder, matched->stretches, options.replace);
  if (!report) return tl::unexpected(report.error());

  const std::vector<FileChange> changes = draft.changes();
  if (options.change.writes()) {
    if (const auto written = write_files(*files->lock, changes); !written) {
      return tl::unexpected(written.error());
    }
  }
  const std::vector<std::string> left_out = import_left_out(team, *report, matched->unmatched);
  if (options.change.diff) {
    for (const std::string& line : left_out) session.note(line);
  }
  const std::string text = options.change.diff ? unified_diff(changes)
                                               : text_of(session, options, team, *report, *range, left_out);
  return answer(session, {}, text, left_out.empty() ? Exit::answered : Exit::no);
}

}  // namespace

Command import_command() {
  const auto options = std::make_shared<ImportOptions>();
  Command command;
  command.examples = {"cprota import rota.csv", "cprota import primary.json --role primary --dry-run",
                      "cprota import team.ics --pattern \"{person} ({role})\" --diff"};
  command.about =
      "Takes who is on call from a PagerDuty schedule, Grafana OnCall's final shifts, an iCalendar or CSV: "
      "turns that it fills become turns of week files, the rest overrides. What somebody has stays, unless "
      "--replace says so; what the team has no name for is listed, and nothing is guessed.";
  command.arguments = {
      {.names = "FILE", .help = "the file; - is standard input", .field = &options->file, .required = true},
      {.names = "RANGE",
       .help = "only what begins in it; needed where an event repeats without end",
       .field = &options->range},
      {.names = "--format",
       .value = "FORMAT",
       .help = "what the file is; else its content says so",
       .field = &options->format,
       .choices = {"pagerduty", "grafana", "ics", "csv"}},
      {.names = "--role",
       .value = "ROLE",
       .help = "the role, where the file does not say; where it does, only this one",
       .field = &options->role},
      {.names = "--pattern",
       .value = "TEXT",
       .help = "how the summary of an event is written: \"{person} ({role})\"",
       .field = &options->pattern},
      {.names = "--replace",
       .help = "also time that somebody else has in the files",
       .field = &options->replace},
      {.names = "--dry-run", .help = "only show what would change", .field = &options->change.dry_run},
      {.names = "--diff", .help = "only show it, as a unified diff", .field = &options->change.diff},
  };
  command.run = [options](Session& session) { return import_file(session, *options); };
  return command;
}

}  // namespace cprota
