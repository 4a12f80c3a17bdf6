// SPDX-License-Identifier: MIT
#include "change.hpp"

#include <algorithm>
#include <utility>

#include "cprota/cover/change.hpp"
#include "cprota/format/diff.hpp"
#include "cprota/plan/generate.hpp"
#include "cprota/time/parse.hpp"

#include "team.hpp"

namespace cprota {
namespace {

// What `check` looks at of itself, and what changes.
Interval range_to_check(const Team& team, WeekSource& weeks, Instant now, const Interval& changed) {
  const auto [first, last] = default_check_range(team, weeks, now);
  const auto usual = range_of(first, last, team.zone).interval();
  if (!usual) return changed;
  return {std::min(usual->begin(), changed.begin()), std::max(usual->end(), changed.end())};
}

std::string told(const Session& session, const OutputOptions& output, const Team& team,
                 const ChangeReport& report) {
  if (output.format_or_text() == "json") return change_json(team, report);
  const TextStyle style = text_style(session, output);
  return report.summary + "\n" + changed_shifts_text(team, report.shifts, style) +
         new_findings_text(report.findings, style);
}

}  // namespace

std::vector<Argument> change_arguments(ChangeOptions& options) {
  std::vector<Argument> arguments{
      {.names = "--reason",
       .value = "TEXT",
       .help = "why; told in the first line, and kept where files have a place for it",
       .field = &options.reason},
      {.names = "--force", .help = "also where it makes an error that check finds", .field = &options.force},
      {.names = "--dry-run", .help = "only show what would change", .field = &options.dry_run},
      {.names = "--diff", .help = "only show it, as a unified diff", .field = &options.diff},
  };
  append(arguments, output_arguments(options.output, {"text", "json"}));
  return arguments;
}

Result<ChangeFolder> open_for_change(const Session& session, const ChangeOptions& options) {
  if (options.diff && options.output.format)
    return fail(Fault::usage, "--diff is a format of its own: leave --format out");
  if (const auto sound = check_output(options.output); !sound) return tl::unexpected(sound.error());
  if (!options.writes()) {
    auto folder = load_team(session, Faults::refuse);
    if (!folder) return tl::unexpected(folder.error());
    return ChangeFolder{std::move(*folder), std::nullopt};
  }
  const Result<std::string> path = find_config(session);
  if (!path) return tl::unexpected(path.error());
  auto locked = open_to_write(*path);
  if (!locked) return tl::unexpected(locked.error());
  if (locked->lock.note()) session.note(*locked->lock.note());
  return ChangeFolder{std::move(locked->folder), std::move(locked->lock)};
}

Result<Exit> make_change(Session& session, const ChangeOptions& options, ChangeFolder& files, Draft& draft,
                         const CommitWords& words, const Interval& range) {
  TeamFolder& folder = *files.folder;
  const std::vector<FileChange> changes = draft.changes();
  const Result<Instant> now = now_of(session, folder.team().zone);
  if (!now) return tl::unexpected(now.error());
  const Interval checked = range_to_check(folder.team(), draft, *now, range);
  // That nobody has what the new file of a week leaves out is not its doing.
  PlannedWeeks before(folder);
  for (const IsoWeek week : draft.weeks()) before.begin_file(week);
  const std::vector<Finding> findings =
      new_findings(check(folder.team(), before, {checked, *now, {}, {}, {}}),
                   check(draft.team(), draft, {checked, *now, {}, {}, {}}));
  const bool breaks = std::ranges::any_of(
      findings, [](const Finding& finding) { return finding.severity == Severity::error; });
  const bool refused = breaks && !options.force;

  ChangeReport report{commit_line(words),
                      options.reason,
                      range,
                      changed_shifts(draft.team(), range, folder, draft),
                      findings,
                      {}};
  if (options.writes() && !refused) {
    if (const auto written = write_files(*files.lock, changes); !written) {
      return tl::unexpected(written.error());
    }
    for (const FileChange& change : changes) report.written.push_back(change.shown);
  }
  if (refused) {
    session.env.write_message(
        "nothing was written: it would make an error that check finds; --force does it\n");
  }
  const std::string text =
      options.diff ? unified_diff(changes) : told(session, options.output, draft.team(), report);
  return answer(session, options.output, text, refused ? Exit::no : Exit::answered, report.written);
}

}  // namespace cprota
