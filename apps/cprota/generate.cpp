// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "cprota/format/diff.hpp"
#include "cprota/format/draft.hpp"
#include "cprota/format/write_plan.hpp"

#include "commands.hpp"
#include "generate_options.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

// The team's files, locked where they may be written.
struct Files {
  std::unique_ptr<TeamFolder> folder;
  std::optional<FolderLock> lock;
};

Result<Files> open_files(const Session& session, bool to_write) {
  if (!to_write) {
    auto folder = load_team(session, Faults::refuse);
    if (!folder) return tl::unexpected(folder.error());
    return Files{std::move(*folder), std::nullopt};
  }
  const Result<std::string> path = find_config(session);
  if (!path) return tl::unexpected(path.error());
  auto locked = open_to_write(*path);
  if (!locked) return tl::unexpected(locked.error());
  if (locked->lock.note()) session.note(*locked->lock.note());
  return Files{std::move(locked->folder), std::move(locked->lock)};
}

Result<Exit> generate(Session& session, const GenerateOptions& options) {
  if (options.diff && options.output.format) {
    return fail(Fault::usage, "--diff and --format exclude each other");
  }
  if (const auto sound = check_output(options.output); !sound) return tl::unexpected(sound.error());
  Result<Files> files = open_files(session, options.writes());
  if (!files) return tl::unexpected(files.error());
  Team team = files->folder->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  if (const auto supposed = suppose(team, options, *now); !supposed) return tl::unexpected(supposed.error());
  Result<GenerateQuestion> question = understand(session, options, team, *now, *files->folder);
  if (!question) return tl::unexpected(question.error());
  if (team.zone.begin_of(question->plan.weeks.last.plus(2).monday()) <= *now)
    session.note(fmt::format("all of {} to {} is past", question->plan.weeks.first.str(),
                             question->plan.weeks.last.str()));
  if (options.what_if) question->plan.actual = &files->folder->team();
  const TeamPlan plan = generate(team, *question, *files->folder);
  PlannedWeeks planned(*files->folder);
  for (const TurnChange& change : plan.changes) planned.apply(change);
  Draft draft(*files->folder);
  if (!options.what_if) {
    for (const TurnChange& change : plan.changes) {
      const auto edited = draft.edit(change.week, SetHolder{change.role, change.day, change.after});
      if (!edited) return tl::unexpected(edited.error());
    }
  }
  const std::vector<FileChange> changes = draft.changes();
  PlanReport report{team, plan, {}};
  if (options.writes()) {
    const auto written = write_files(*files->lock, changes);
    if (!written) return tl::unexpected(written.error());
    for (const FileChange& change : changes) report.written.push_back(change.shown);
  }
  const bool whole = std::all_of(plan.rotas.begin(), plan.rotas.end(),
                                 [](const RotaPlan& rota) { return status_of(rota) != "uncovered"; });
  const std::string out = options.diff ? unified_diff(changes)
                          : options.output.format_or_text() == "json"
                              ? plan_json(report)
                              : plan_text(report, planned, text_style(session, options.output));
  return answer(session, options.output, out, whole ? Exit::answered : Exit::no, report.written);
}

}  // namespace

Command generate_command() {
  const auto options = std::make_shared<GenerateOptions>();
  Command command;
  command.examples = {"cprota generate", "cprota generate 2027-W01..2027-W26 --json",
                      "cprota generate --what-if --without cy"};
  command.about =
      "Gives every turn that nobody has to somebody, as fairly as the rules allow, and says for each level "
      "how good the best could be. Turns that somebody has stay. Without RANGE, 13 weeks from the first that "
      "is not filled; with --repair or --replace, those from the next handover to the last week file.";
  command.arguments = {
      {.names = "RANGE", .help = "weeks: 2027-W01..2027-W26, 2027-Q1, next-month", .field = &options->range},
      {.names = "--rota", .value = "ROTA", .help = "only this rota", .field = &options->rota},
      {.names = "--repair",
       .help = "also move turns in which check finds an error, and as few others as it takes",
       .field = &options->repair},
      {.names = "--replace",
       .help = "every turn from the next handover on may move",
       .field = &options->replace},
      {.names = "--what-if",
       .help = "answer for a team that is not, and write nothing",
       .field = &options->what_if},
      {.names = "--without",
       .value = "PERSON",
       .help = "with --what-if: as if this person had gone",
       .field = &options->without},
      {.names = "--add",
       .value = "ID,SHARE[,new]",
       .help = "with --what-if: as if there were somebody more",
       .field = &options->add},
      {.names = "--leave",
       .value = "PERSON,RANGE",
       .help = "with --what-if: as if they were on leave",
       .field = &options->leave},
      {.names = "--effort", .value = "N", .help = "search so many times as long", .field = &options->effort},
      {.names = "--dry-run", .help = "show the rota, and write nothing", .field = &options->dry_run},
      {.names = "--diff",
       .help = "only show what would be written, as a unified diff",
       .field = &options->diff},
  };
  append(command.arguments, output_arguments(options->output, {"text", "json"}));
  command.run = [options](Session& session) { return generate(session, *options); };
  return command;
}

}  // namespace cprota
