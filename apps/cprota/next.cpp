// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <memory>

#include "cprota/cover/upcoming.hpp"
#include "cprota/format/write_next.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

constexpr std::size_t ordinary_count = 5;
struct NextOptions {
  std::optional<std::string> within;
  std::optional<int> count;
  std::optional<std::string> by;
  NarrowOptions narrow;
  OutputOptions output;
};

struct Request {
  const Team& team;
  Filter filter;
  Ahead ahead;
};

template <class Thing>
std::string written(const Session& session, const Request& request, const std::vector<Thing>& things,
                    const OutputOptions& output) {
  const Team& team = request.team;
  const Date today = team.zone.date(request.ahead.after);
  const std::string format = output.format_or_text();
  if (format == "json") return next_json(team, things);
  const NextList next = next_list(team, things, today);
  if (format == "slack") return next_slack(team, next);
  if (format == "mail") return mail_text(session, team, next_mail(team, next));
  return to_text(next_table(team, next), text_style(session, output));
}

Instant told_until(const Turn& turn) {
  return turn.during.begin();
}
Instant told_until(const Shift& shift) {
  return shift.during.end() - std::chrono::seconds(1);
}

// Up to the last that is told; where that is less than was asked for, all that was asked for.
template <class Thing>
Interval needed(const Ahead& ahead, const std::vector<Thing>& things) {
  Instant last = things.size() < ahead.count ? std::max(ahead.after, ahead.last) : ahead.after;
  for (const Thing& thing : things) last = std::max(last, told_until(thing));
  return Interval(ahead.after, last + std::chrono::seconds(1));
}

template <class Thing>
Result<Exit> tell(Session& session, const TeamFolder& folder, const Request& request,
                  const std::vector<Thing>& things, const OutputOptions& output) {
  const Result<void> read = finish_reading(session, folder, needed(request.ahead, things));
  if (!read) return tl::unexpected(read.error());
  if (things.empty()) return Exit::no;
  return answer(session, output, written(session, request, things, output));
}

Result<Request> understand(const Session& session, const NextOptions& options, const Team& team) {
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<Filter> filter = filter_of(session, team, options.narrow);
  if (!filter) return tl::unexpected(filter.error());
  // Nothing lies ahead of the last week file, so the years' end is as good as none.
  Request request{team, *filter, {*now, team.zone.begin_of(last_date), ordinary_count}};
  if (options.within) {
    const Result<Minutes> within = parse_duration(*options.within);
    if (!within) return tl::unexpected(within.error());
    request.ahead = {*now, *now + *within};
  }
  if (options.count) request.ahead.count = static_cast<std::size_t>(*options.count);
  return request;
}

Result<Exit> next(Session& session, const NextOptions& options) {
  const auto folder = load_team(session, Faults::tolerate);
  if (!folder) return tl::unexpected(folder.error());
  const Result<Request> request = understand(session, options, (*folder)->team());
  if (!request) return tl::unexpected(request.error());
  const auto& [team, filter, ahead] = *request;
  if (options.by == "shift") {
    return tell(session, **folder, *request, upcoming_shifts(team, ahead, **folder, filter), options.output);
  }
  return tell(session, **folder, *request, upcoming_turns(team, ahead, **folder, filter), options.output);
}

}  // namespace

Command next_command() {
  const auto options = std::make_shared<NextOptions>();
  Command command;
  command.examples = {"cprota next amara", "cprota next me --within 1d && echo \"pack the laptop\""};
  command.about =
      "Turns as the week files have them, or shifts with overrides, that start after now: 5, or all that "
      "start --within, or -n. None: no output, and 1.";
  command.arguments = {
      {.names = "PERSON", .help = "only of this person; me is $CPROTA_ME", .field = &options->narrow.person},
      {.names = "--within",
       .value = "DURATION",
       .help = "all that start within 1d, 2w, 36h from now",
       .field = &options->within},
      {.names = "-n,--count", .value = "N", .help = "at most so many", .field = &options->count},
      {.names = "--by",
       .value = "VIEW",
       .help = "turns or shifts",
       .field = &options->by,
       .choices = {"turn", "shift"}},
  };
  append(command.arguments, narrow_arguments(options->narrow));
  append(command.arguments, output_arguments(options->output, {"text", "json", "slack", "mail"}));
  command.run = [options](Session& session) { return next(session, *options); };
  return command;
}

}  // namespace cprota
