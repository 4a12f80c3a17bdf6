// SPDX-License-Identifier: MIT
#include <chrono>
#include <memory>

#include <fmt/format.h>

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "show_formats.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct ShowOptions {
  std::optional<std::string> range;
  std::optional<std::string> by;
  bool with_private = false;
  NarrowOptions narrow;
  OutputOptions output;
};

Result<Exit> show(Session& session, const ShowOptions& options) {
  const std::string format = options.output.format_or_text();
  if ((format == "csv" || format == "ics" || format == "pagerduty") && options.by == "turn") {
    return fail(Fault::usage, fmt::format("--format {} is a list of shifts: leave --by turn out", format));
  }
  const auto folder = load_team(session, Faults::tolerate);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<Range> range = parse_range(options.range.value_or("this-week"), team.zone, *now);
  if (!range) return tl::unexpected(range.error());
  const Result<Filter> filter = filter_of(session, team, options.narrow);
  if (!filter) return tl::unexpected(filter.error());
  ShowRequest request{team, *range, *filter, *now, false, options.with_private};
  const bool is_long = team.zone.local(range->until) - team.zone.local(range->from) > std::chrono::weeks(1);
  request.by_turn = options.by ? *options.by == "turn" : is_long;
  const Result<std::string> text = shown(session, request, **folder, options.output);
  const Result<void> read = finish_reading(session, **folder);
  if (!read) return tl::unexpected(read.error());
  if (!text) return tl::unexpected(text.error());
  return answer(session, options.output, *text);
}

}  // namespace

Command show_command() {
  const auto options = std::make_shared<ShowOptions>();
  Command command;
  command.examples = {"cprota show 2026-12", "cprota show next-week --person me", "cprota show +4w --json"};
  command.about =
      "RANGE is this week if left out. Text lists the shifts of up to a week, and the turns of more. JSON "
      "has turns, shifts and gaps whatever --by says; CSV and calendars have the shifts.";
  command.arguments = {
      {.names = "RANGE",
       .help = "a date, 2026-W48, 2026-12, 2026-Q4, 2026, next-week, +4w, or two of them as FIRST..LAST",
       .field = &options->range},
      {.names = "--by",
       .value = "VIEW",
       .help = "a grid of turns or a list of shifts",
       .field = &options->by,
       .choices = {"turn", "shift"}},
      {.names = "--private",
       .help = "html, ics: with phones, addresses, reasons and leave",
       .field = &options->with_private},
  };
  append(command.arguments, narrow_arguments(options->narrow));
  append(command.arguments,
         output_arguments(options->output, {"text", "json", "csv", "md", "html", "ics", "pagerduty"}));
  command.run = [options](Session& session) { return show(session, *options); };
  return command;
}

}  // namespace cprota
