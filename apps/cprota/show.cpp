// SPDX-License-Identifier: MIT
#include <algorithm>
#include <chrono>
#include <memory>

#include <fmt/format.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/write_pagerduty.hpp"
#include "cprota/format/write_rota.hpp"
#include "cprota/time/print.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct ShowOptions {
  std::optional<std::string> range;
  std::optional<std::string> by;
  NarrowOptions narrow;
  OutputOptions output;
};

// What is asked for, read against the team.
struct Request {
  const Team& team;
  Range range;
  Filter filter;
  Instant now;
  bool by_turn = false;
};

std::string heading(const Request& request, const TextStyle& style) {
  const std::string line =
      fmt::format("{} · {}", visible(request.team.name), describe(request.range, request.team.zone));
  return wrapped(line, style.width, 0) + "\n";
}

std::string summary(const Cover& cover) {
  if (cover.gaps.empty()) return {};
  Minutes minutes{0};
  for (const Gap& gap : cover.gaps) minutes += gap.during.minutes();
  const std::string count = cover.gaps.size() == 1 ? "1 gap" : fmt::format("{} gaps", cover.gaps.size());
  return fmt::format("\n{}, {} not filled\n", count, hours_and_minutes(minutes));
}

std::string grids_text(const Request& request, const Interval& range, WeekSource& weeks,
                       const TextStyle& style) {
  std::string out;
  for (const TurnGrid& grid : turn_grids(request.team, range, weeks, request.filter)) {
    out += fmt::format("\n{}\n{}", toned(grid.rota.str(), Tone::strong, style), to_text(grid.table, style));
  }
  return out;
}

std::string text(const Request& request, WeekSource& weeks, const TextStyle& style) {
  const auto range = request.range.interval();
  const std::string head = heading(request, style);
  const Cover cover = range ? cover_of(request.team, *range, weeks, request.filter) : Cover{};
  const std::string rows = request.by_turn && range ? grids_text(request, *range, weeks, style)
                                                    : to_text(shift_table(request.team, cover), style);
  if (rows.empty()) return head + "No hours are open then.\n";
  return head + rows + summary(cover);
}

RotaOfRange rota_of(const Request& request, WeekSource& weeks) {
  RotaOfRange rota{request.range, {}, {}};
  if (!request.range.interval()) return rota;
  rota.turns = turns_in(request.team, *request.range.interval(), weeks, request.filter);
  rota.cover = cover_of(request.team, *request.range.interval(), weeks, request.filter);
  return rota;
}

Result<std::string> pagerduty(const Session& session, const Request& request, WeekSource& weeks) {
  const Result<RoleRef> role = only_role(request.team, request.filter, "pagerduty");
  if (!role) return tl::unexpected(role.error());
  const Cover cover = rota_of(request, weeks).cover;
  if (std::ranges::any_of(cover.gaps, [&](const Gap& gap) { return gap.during.end() > request.now; })) {
    session.note("PagerDuty has no override to nobody: in the gaps its own layers go on");
  }
  return pagerduty_overrides(request.team, cover.shifts, request.now);
}

// Every format of the rota plugs in here.
Result<std::string> written(const Session& session, const Request& request, WeekSource& weeks,
                            const OutputOptions& output) {
  const std::string format = output.format_or_text();
  if (format == "json") return rota_json(request.team, rota_of(request, weeks));
  if (format == "csv") return rota_csv(request.team, rota_of(request, weeks));
  if (format == "pagerduty") return pagerduty(session, request, weeks);
  return text(request, weeks, text_style(session, output));
}

Result<Exit> show(Session& session, const ShowOptions& options) {
  const std::string format = options.output.format_or_text();
  if ((format == "csv" || format == "pagerduty") && options.by == "turn") {
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
  Request request{team, *range, *filter, *now};
  const bool is_long = range->until - range->from > std::chrono::weeks(1) + std::chrono::hours(1);
  request.by_turn = options.by ? *options.by == "turn" : is_long;
  const Result<std::string> text = written(session, request, **folder, options.output);
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
      "has turns, shifts and gaps whatever --by says; CSV has the shifts.";
  command.arguments = {
      {.names = "RANGE",
       .help = "a date, 2026-W48, 2026-12, 2026-Q4, 2026, next-week, +4w, or two of them as FIRST..LAST",
       .field = &options->range},
      {.names = "--by",
       .value = "VIEW",
       .help = "a grid of turns or a list of shifts",
       .field = &options->by,
       .choices = {"turn", "shift"}},
  };
  append(command.arguments, narrow_arguments(options->narrow));
  append(command.arguments, output_arguments(options->output, {"text", "json", "csv", "pagerduty"}));
  command.run = [options](Session& session) { return show(session, *options); };
  return command;
}

}  // namespace cprota
