// SPDX-License-Identifier: MIT
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "cprota/format/write_hours.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct HoursOptions {
  std::optional<std::string> range;
  std::optional<std::string> by;
  NarrowOptions narrow;
  OutputOptions output;
};

Grouping grouping_of(const std::optional<std::string>& by) {
  if (by == "day") return Grouping::day;
  if (by == "week") return Grouping::week;
  if (by == "month") return Grouping::month;
  return by == "shift" ? Grouping::shift : Grouping::range;
}

std::string written(const Session& session, const Team& team, const HoursAnswer& hours,
                    const OutputOptions& output) {
  const std::string format = output.format_or_text();
  if (format == "json") return hours_json(team, hours);
  if (format == "csv") return hours_csv(team, hours);
  if (format == "md") return hours_markdown(team, hours);
  return hours_text(team, hours, text_style(session, output));
}

Result<Exit> count_hours(Session& session, const HoursOptions& options) {
  const auto folder = load_team(session, Faults::refuse);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const std::string asked = options.range.value_or("last-month");
  const Result<Range> range = parse_range(asked, team.zone, *now);
  if (!range) return tl::unexpected(range.error());
  const auto during = range->interval();
  if (!during) return fail(Fault::usage, fmt::format("{} has no minute", asked));
  const Result<Filter> filter = filter_of(session, team, options.narrow);
  if (!filter) return tl::unexpected(filter.error());

  HoursAnswer hours{*range, grouping_of(options.by), {}, filter->person.has_value()};
  hours.tally = tally(team, *during, **folder, *filter, hours.grouping);
  const std::string text = written(session, team, hours, options.output);
  return answer(session, options.output, text);
}

}  // namespace

Command hours_command() {
  const auto options = std::make_shared<HoursOptions>();
  Command command;
  command.examples = {"cprota hours 2026-11", "cprota hours 2026-Q4 --by month --format csv",
                      "cprota hours this-year --person me --json"};
  command.about =
      "RANGE is last month if left out. Minutes are elapsed time, counted under the kind of the local date "
      "on "
      "which each of them falls; those of an override are of whoever took them. Distinct counts a minute in "
      "two "
      "roles once.";
  command.arguments = {
      {.names = "RANGE",
       .help = "a date, 2026-W48, 2026-12, 2026-Q4, 2026, last-week, or two of them as FIRST..LAST",
       .field = &options->range},
      {.names = "--by",
       .value = "PART",
       .help = "a row for each day, week or month, or for each shift, cut at midnight",
       .field = &options->by,
       .choices = {"day", "week", "month", "shift"}},
  };
  append(command.arguments, narrow_arguments(options->narrow));
  append(command.arguments, output_arguments(options->output, {"text", "json", "csv", "md"}));
  command.run = [options](Session& session) { return count_hours(session, *options); };
  return command;
}

}  // namespace cprota
