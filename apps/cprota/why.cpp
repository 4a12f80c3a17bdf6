// SPDX-License-Identifier: MIT
#include <list>
#include <memory>

#include <fmt/format.h>

#include "cprota/format/write_plan.hpp"
#include "cprota/time/parse.hpp"

#include "arguments.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "team.hpp"

namespace cprota {
namespace {

struct WhyOptions {
  std::optional<std::string> when;
  NarrowOptions narrow;
  OutputOptions output;
};

// A week, or one moment of it.
struct When {
  IsoWeek week;
  std::optional<Instant> at;
};

Result<When> when_of(const std::string& text, const Zone& zone, Instant now) {
  const Result<IsoWeek> week = parse_week(text, zone, now);
  if (week) return When{*week, std::nullopt};
  const Result<TypedTime> time = parse_time(text, zone, now);
  if (!time) return tl::unexpected(text.find(':') == std::string::npos ? week.error() : time.error());
  return When{IsoWeek::containing(zone.date(time->at)), time->at};
}

std::optional<Place> place_of(const TeamProblem& drawn, int turn, WeekSource& weeks) {
  const Period& period = drawn.period_of(turn);
  const WeekFile* file = weeks.find(period.week);
  const Assignment* assignment =
      file == nullptr ? nullptr : file->assignment(drawn.turns[static_cast<std::size_t>(turn)].role);
  const auto& days = drawn.turns[static_cast<std::size_t>(turn)].days;
  const int day = days ? days->stood.front().first : period.day;
  return assignment == nullptr ? std::nullopt : assignment->on_day(day).place;
}

bool is_running(const Team& team, const TeamProblem& drawn, int turn, Instant at) {
  const Period& period = drawn.period_of(turn);
  const auto& days = drawn.turns[static_cast<std::size_t>(turn)].days;
  if (!days) return period.during.contains(at);
  return std::ranges::any_of(days->stood, [&](const auto& day) {
    const auto during = day_turn(*drawn.rota, period.week, day.first, team.zone);
    return during && during->contains(at);
  });
}

Result<Exit> why(Session& session, const WhyOptions& options) {
  const auto folder = load_team(session, Faults::refuse);
  if (!folder) return tl::unexpected(folder.error());
  const Team& team = (*folder)->team();
  const Result<Instant> now = now_of(session, team.zone);
  if (!now) return tl::unexpected(now.error());
  const Result<When> when = when_of(*options.when, team.zone, *now);
  if (!when) return tl::unexpected(when.error());
  const Result<Filter> filter = filter_of(session, team, options.narrow);
  if (!filter) return tl::unexpected(filter.error());
  std::list<RotaPlan> plans;
  std::vector<WhyTurn> turns;
  for (const Rota& rota : team.rotas) {
    const IsoWeek week = when->at ? turn_week_at(rota, *when->at, team.zone) : when->week;
    const RotaPlan& plan = plans.emplace_back(standing_plan(team, rota, week, **folder));
    for (int i = 0; i < static_cast<int>(plan.drawn.turns.size()); ++i) {
      const Period& period = plan.drawn.period_of(i);
      const int holder = plan.answer.rota[static_cast<std::size_t>(i)];
      if (period.week != week || (when->at && !is_running(team, plan.drawn, i, *when->at))) continue;
      if (!filter->takes(plan.drawn.turns[static_cast<std::size_t>(i)].role)) continue;
      if (filter->person &&
          (holder < 0 || plan.drawn.people[static_cast<std::size_t>(holder)]->id != *filter->person))
        continue;
      turns.push_back({&plan, i, place_of(plan.drawn, i, **folder)});
    }
  }
  const std::string text = options.output.format_or_text() == "json"
                               ? why_json(team, when->week, turns)
                               : why_text(team, turns, text_style(session, options.output));
  return answer(session, options.output, text, turns.empty() ? Exit::no : Exit::answered);
}

}  // namespace

Command why_command() {
  const auto options = std::make_shared<WhyOptions>();
  Command command;
  command.examples = {"cprota why 2026-W49", "cprota why 2026-11-23T09:15 --role on-call.primary"};
  command.about =
      "For each turn, every other member: the rule that keeps them from it, or what choosing them would "
      "cost, "
      "counted over the weeks from there to the last week file, 13 at most. A moment is answered for the "
      "turns that are "
      "running then.";
  command.arguments = {
      {.names = "WEEK",
       .help = "a week, a date in it, or a moment",
       .field = &options->when,
       .required = true},
  };
  append(command.arguments, narrow_arguments(options->narrow));
  append(command.arguments, output_arguments(options->output, {"text", "json"}));
  command.run = [options](Session& session) { return why(session, *options); };
  return command;
}

}  // namespace cprota
