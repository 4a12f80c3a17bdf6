// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "cprota/format/diff.hpp"
#include "cprota/format/publish_files.hpp"
#include "cprota/format/write_site.hpp"

#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct PublishOptions {
  std::optional<std::string> folder;
  std::optional<std::string> range;
  bool with_private = false;
  bool dry_run = false;
  bool diff = false;
};

std::string_view verb(const FileChange& change) {
  if (!change.before) return "new";
  return change.after ? "changed" : "gone";
}

std::string listed(const SitePlan& plan) {
  Table table;
  table.runs_on = true;
  for (const FileChange& change : plan.changes)
    table.rows.push_back({Cell(std::string(verb(change))), Cell(change.shown)});
  return to_text(table, {TextStyle::unlimited, false});
}

std::string summary(const std::string& folder, const SitePlan& plan) {
  const auto count = [&](std::string_view wanted) {
    return std::ranges::count_if(plan.changes, [&](const FileChange& one) { return verb(one) == wanted; });
  };
  return fmt::format("{}: {} new, {} changed, {} gone, {} as before", folder, count("new"), count("changed"),
                     count("gone"), plan.same);
}

Result<Exit> publish(Session& session, const PublishOptions& options) {
  const std::string& folder = *options.folder;
  if (folder.empty())
    return fail(Fault::usage, "FOLDER needs the name of a folder, or . for the current one");
  const auto team_folder = load_team(session, Faults::refuse);
  if (!team_folder) return tl::unexpected(team_folder.error());
  TeamFolder& files = **team_folder;
  if (const auto sound = check_site_folder(folder, files); !sound) return tl::unexpected(sound.error());
  const Team& team = files.team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<Range> range = options.range ? parse_range(*options.range, team.zone, *now)
                                            : Result<Range>(default_site_range(team, files, *now));
  if (!range) return tl::unexpected(range.error());
  const auto standing = published_file(folder, site_page_name());
  if (!standing) return tl::unexpected(standing.error());
  const auto stamp = source_date(session);
  if (!stamp) return tl::unexpected(stamp.error());
  const std::vector<SiteFile> site =
      site_files(files, {*range, *now, options.with_private, *stamp}, *standing);
  if (options.dry_run || options.diff) {
    const Result<SitePlan> plan = plan_site(folder, site);
    if (!plan) return tl::unexpected(plan.error());
    return answer(session, {}, options.diff ? unified_diff(plan->changes) : listed(*plan));
  }
  const Result<SitePlan> done = publish_site(folder, site);
  if (!done) return tl::unexpected(done.error());
  if (session.env.messages_on_terminal()) session.note(summary(folder, *done));
  return Exit::answered;
}

}  // namespace

Command publish_command() {
  const auto options = std::make_shared<PublishOptions>();
  Command command;
  command.examples = {"cprota publish site", "cprota publish site 2026-Q4 --private",
                      "cprota publish site --dry-run"};
  command.about =
      "Writes a static site for a web server or object store: a page, calendars, the rota as JSON and CSV, a "
      "timeline of the days ahead and metrics, all as one change. Files that stay as they are are not "
      "touched; those "
      "of people who are gone, go; those of others stay. RANGE is from four weeks ago, or the first week "
      "file, to the last unless given.";
  command.arguments = {
      {.names = "FOLDER",
       .help = "where the site is; made if need be",
       .field = &options->folder,
       .required = true},
      {.names = "RANGE", .help = "what it shows", .field = &options->range},
      {.names = "--private",
       .help = "with phones, addresses, reasons and leave",
       .field = &options->with_private},
      {.names = "--dry-run", .help = "only list what would change", .field = &options->dry_run},
      {.names = "--diff", .help = "only show it, as a unified diff", .field = &options->diff},
  };
  command.run = [options](Session& session) { return publish(session, *options); };
  return command;
}

}  // namespace cprota
