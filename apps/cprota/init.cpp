// SPDX-License-Identifier: MIT
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "cprota/format/diff.hpp"
#include "cprota/format/starter.hpp"
#include "cprota/time/zone.hpp"

#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct InitOptions {
  std::optional<std::string> folder;
  std::vector<std::string> people;
  std::optional<std::string> name;
  std::optional<std::string> timezone;
  bool dry_run = false;
  bool diff = false;
};

Result<Starter> starter_of(const Session& session, const InitOptions& options) {
  std::vector<std::string> words = options.people;
  // Invented people, so that what is written is right as it stands.
  if (words.empty()) words = {"Ada Example <ada@example.org>", "Ben Example <ben@example.org>"};
  const Result<std::vector<StarterPerson>> people = starter_people(words);
  if (!people) return tl::unexpected(people.error());
  const Result<std::string> name = starter_name(options.name.value_or("Our team"));
  if (!name) return tl::unexpected(name.error());
  const std::string timezone = options.timezone.value_or("Europe/London");
  const Result<Zone> zone = Zone::load(timezone);
  if (!zone) {
    Error error = zone.error();
    if (error.fault == Fault::files) error.fault = Fault::usage;
    return tl::unexpected(error);
  }
  const Result<Instant> now = now_of(session, *zone);
  if (!now) return tl::unexpected(now.error());
  return Starter{*name, timezone, *people, IsoWeek::containing(zone->date(*now))};
}

std::string listed(const std::vector<FileChange>& files) {
  std::string text;
  for (const FileChange& file : files) text += file.shown + "\n";
  return text;
}

Result<Exit> init(Session& session, const InitOptions& options) {
  const Result<Starter> starter = starter_of(session, options);
  if (!starter) return tl::unexpected(starter.error());
  const std::string folder = options.folder.value_or(".");
  const std::vector<FileChange> files = starter_files(*starter, folder);
  for (const FileChange& file : files) {
    if (session.env.exists(file.path)) {
      return fail(Fault::usage, fmt::format("{} is there already: init overwrites nothing, and has written "
                                            "nothing; name another folder",
                                            file.path));
    }
  }
  if (options.diff) return answer(session, {}, unified_diff(files));
  if (options.dry_run) return answer(session, {}, listed(files));
  const Result<FolderLock> lock = FolderLock::take(folder + "/rota");
  if (!lock) return tl::unexpected(lock.error());
  // Makes the folder of the CI job; what it locks there is nothing that others write.
  Result<FolderLock> beside = FolderLock::take(folder + "/.github/workflows");
  if (!beside) return tl::unexpected(beside.error());
  if (const auto written = write_files(*lock, files); !written) return tl::unexpected(written.error());
  return answer(session, {},
                listed(files) + "\nNext: look at cprota.toml, then run cprota check and cprota generate.\n");
}

}  // namespace

Command init_command() {
  const auto options = std::make_shared<InitOptions>();
  Command command;
  command.examples = {
      "cprota init rota --person \"Amara Okafor <amara@example.org>\" --person \"Bea Lind "
      "<bea@example.org>\""};
  command.about =
      "Writes cprota.toml, a file of this week, a README, a CI job and a pre-commit entry that run cprota "
      "check. Overwrites nothing.";
  command.arguments = {
      {.names = "FOLDER", .help = "where; here if left out", .field = &options->folder},
      {.names = "--person",
       .value = "NAME",
       .help = "somebody on call, with an address: \"Amara Okafor <amara@example.org>\"; may be repeated",
       .field = &options->people},
      {.names = "--name", .value = "TEXT", .help = "what the team is called", .field = &options->name},
      {.names = "--timezone",
       .value = "ZONE",
       .help = "as in Europe/London, which it is if left out",
       .field = &options->timezone},
      {.names = "--dry-run", .help = "only list what would be written", .field = &options->dry_run},
      {.names = "--diff", .help = "only show it, as a unified diff", .field = &options->diff},
  };
  command.run = [options](Session& session) { return init(session, *options); };
  return command;
}

}  // namespace cprota
