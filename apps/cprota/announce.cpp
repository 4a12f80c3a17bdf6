// SPDX-License-Identifier: MIT
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cprota/cover/announcement.hpp"
#include "cprota/format/write_process.hpp"
#include "cprota/time/parse.hpp"
#include "cprota/time/print.hpp"

#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct AnnounceOptions {
  std::optional<std::string> what;
  std::optional<std::string> service;
  std::optional<std::string> from;
  std::optional<std::string> until;
  std::vector<std::string> updates;
  bool notify_everyone = false;
  OutputOptions output;
};

Result<Instant> clock_time_in(const std::string& text, const Zone& zone, Instant now) {
  const Result<TypedTime> typed = parse_time(text, zone, now);
  if (!typed) return tl::unexpected(typed.error());
  if (typed->date_only) {
    return fail(Fault::usage,
                fmt::format("an announcement needs a clock time: {}T14:00", iso_date(*typed->date_only)));
  }
  return typed->at;
}

Result<Announcement> announcement_of(const AnnounceOptions& options, const Zone& zone, Instant now) {
  std::vector<std::string> texts{*options.from, *options.until};
  texts.insert(texts.end(), options.updates.begin(), options.updates.end());
  std::vector<Instant> times;
  for (const std::string& text : texts) {
    const Result<Instant> at = clock_time_in(text, zone, now);
    if (!at) return tl::unexpected(at.error());
    times.push_back(*at);
  }
  return checked({*options.what, *options.service, times[0], times[1],
                  std::vector<Instant>(times.begin() + 2, times.end()), options.notify_everyone},
                 zone);
}

Result<Exit> announce(Session& session, const AnnounceOptions& options) {
  const auto folder = load_team(session, Faults::refuse);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Zone& zone = team.zone;
  const Result<Instant> now = now_of(session, zone);
  if (!now) return tl::unexpected(now.error());
  const Result<Announcement> announcement = announcement_of(options, zone, *now);
  if (!announcement) return tl::unexpected(announcement.error());
  if (announcement->notify_everyone) session.note("this message notifies everyone in the channel (@here)");
  const std::string format = options.output.format_or_text();
  const std::string text = format == "json"    ? announcement_json(*announcement, team)
                           : format == "slack" ? announcement_slack(*announcement, zone)
                                               : announcement_text(*announcement, zone);
  return answer(session, options.output, text);
}

}  // namespace

Command announce_command() {
  const auto options = std::make_shared<AnnounceOptions>();
  Command command;
  command.examples = {
      "cprota announce --what \"Cluster upgrade\" --service \"user clusters\" --from 14:00 --until 16:00 "
      "--update "
      "15:00"};
  command.about =
      "Writes a message for the update channel. The times are checked: the end after the start, each update "
      "inside "
      "the work and after the one before. Nobody is notified unless --notify-everyone says so.";
  command.arguments = {
      {.names = "--what", .value = "TEXT", .help = "what happens", .field = &options->what, .required = true},
      {.names = "--service",
       .value = "TEXT",
       .help = "to which service",
       .field = &options->service,
       .required = true},
      {.names = "--from",
       .value = "TIME",
       .help = "when it starts",
       .field = &options->from,
       .required = true},
      {.names = "--until",
       .value = "TIME",
       .help = "when it ends",
       .field = &options->until,
       .required = true},
      {.names = "--update",
       .value = "TIME",
       .help = "when the next words come; may be repeated",
       .field = &options->updates},
      {.names = "--notify-everyone", .help = "put @here in front", .field = &options->notify_everyone},
  };
  append(command.arguments, output_arguments(options->output, {"text", "json", "slack"}));
  command.run = [options](Session& session) { return announce(session, *options); };
  return command;
}

}  // namespace cprota
