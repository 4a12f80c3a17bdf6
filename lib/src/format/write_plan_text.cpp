// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cprota/base/diagnostic.hpp"
#include "cprota/format/names.hpp"
#include "cprota/format/write_plan.hpp"
#include "cprota/format/write_rota.hpp"
#include "cprota/time/print.hpp"

namespace cprota {
namespace {

std::string signed_hours(const WideFraction& load) {
  const std::string hours = load_hours(rounded(load));
  return hours.starts_with('-') || hours == "0.0" ? hours : "+" + hours;
}

// Dates in hundredths: `2`, `1.5`, `0.25`.
std::string dates(std::int64_t hundredths) {
  std::string text = fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string shortest_gap(const RotaPlan& plan, int person) {
  const std::vector<int> start = starts(plan.drawn.problem, plan.answer.rota, person);
  int shortest = 0;
  for (std::size_t i = 1; i < start.size(); ++i) {
    const int gap = start[i] - start[i - 1];
    if (i == 1 || gap < shortest) shortest = gap;
  }
  return start.size() < 2 ? "–" : std::to_string(shortest);
}

Table people_table(const Team& team, const RotaPlan& plan) {
  const TeamProblem& drawn = plan.drawn;
  const bool by_day = drawn.rota->turn == TurnKind::day;
  const auto number = [](std::string text) { return Cell(std::move(text), Tone::plain, true); };
  Table table;
  table.header = {"person"};
  for (const Role& role : drawn.rota->roles) table.header.push_back(number(role.id.str()));
  for (const char* name : {"hours", "share", "ahead", "then", "bank h."})
    table.header.push_back(number(name));
  if (by_day) table.header.push_back(number("weekends"));
  table.header.push_back(number("gap"));
  for (int p = 0; p < static_cast<int>(drawn.people.size()); ++p) {
    const auto index = static_cast<std::size_t>(p);
    std::int64_t bank_holiday = 0;
    std::int64_t weekend = 0;
    std::vector<int> count(drawn.rota->roles.size(), 0);
    for (std::size_t i = 0; i < drawn.turns.size(); ++i) {
      if (plan.answer.rota[i] != p) continue;
      bank_holiday += drawn.problem.turns[i].bank_holiday;
      weekend += drawn.problem.turns[i].weekend;
      ++count[static_cast<std::size_t>(drawn.problem.turns[i].role)];
    }
    const WideFraction then = over_target(drawn, plan.answer.rota, p);
    const WideFraction target = drawn.problem.load.target[index];
    std::vector<Cell> row{short_name(team, drawn.people[index]->id)};
    for (const int turns : count) row.push_back(number(std::to_string(turns)));
    row.push_back(number(load_hours(rounded(then + target))));
    row.push_back(number(load_hours(rounded(target))));
    row.push_back(number(signed_hours(drawn.ahead[index][0])));
    row.push_back(number(signed_hours(then)));
    row.push_back(number(dates(bank_holiday)));
    if (by_day) row.push_back(number(dates(weekend)));
    row.push_back(number(shortest_gap(plan, p)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string_view proof_of(Level level) {
  switch (level) {
    case Level::uncovered:
      return "no rota under these rules leaves fewer turns empty";
    case Level::imbalance:
      return "no rota under these rules is fairer";
    case Level::bank_holidays:
      return "none that fair shares bank holidays out better";
    case Level::weekends:
      return "none of those shares weekends out better";
    case Level::roles:
      return "none of those mixes the roles better";
    case Level::avoided:
      return "none of those grants more wishes";
    case Level::spacing:
      return "none of those spaces turns out better";
    case Level::changes:
      return "no smaller change exists";
  }
  return {};
}

Table level_table(const RotaPlan& plan) {
  Table table;
  for (const LevelResult& level : plan.answer.levels) {
    if (level.level == Level::weekends && plan.drawn.rota->turn == TurnKind::week) continue;
    std::string name(level_name(level.level));
    std::replace(name.begin(), name.end(), '_', ' ');
    const std::string bound = level.proved  ? std::string(proof_of(level.level))
                              : level.bound ? fmt::format("no rota is below {}", *level.bound)
                                            : "no bound is known";
    table.rows.push_back({name, Cell(std::to_string(level.value), Tone::plain, true), bound});
  }
  return table;
}

std::string turn_name(const TeamProblem& drawn, int turn) {
  const Period& period = drawn.period_of(turn);
  const TeamTurn& it = drawn.turns[static_cast<std::size_t>(turn)];
  std::string name =
      fmt::format("{} {}", period.date ? short_date(*period.date) : period.week.str(), it.role.str());
  if (!it.days || it.days->is_whole) return name;
  for (const auto& [day, stood] : it.days->stood) {
    constexpr std::size_t weekday = 3;
    const std::string date = short_date(day_turn_date(*drawn.rota, period.week, day));
    name += (day == it.days->stood.front().first ? " " : ", ") + date.substr(0, weekday);
  }
  return name;
}

std::string empty_text(const Team& team, const RotaPlan& plan, const TextStyle& style) {
  std::string out;
  const TeamProblem& drawn = plan.drawn;
  for (int i = 0; i < static_cast<int>(drawn.turns.size()); ++i) {
    const auto index = static_cast<std::size_t>(i);
    if (drawn.problem.turns[index].pinned || plan.answer.rota[index] != nobody) continue;
    out += fmt::format("\n{}\n", toned(turn_name(drawn, i) + " stays empty:", Tone::bad, style));
    std::string relaxed;
    Table table;
    for (int p = 0; p < static_cast<int>(drawn.people.size()); ++p) {
      const std::string name = short_name(team, drawn.people[static_cast<std::size_t>(p)]->id);
      const auto why = obstacles(team, drawn, plan.answer.rota, i, p);
      if (why.empty()) continue;
      table.rows.push_back(
          {"  " + name, words_of(drawn, i, why.front()), fmt::format("[{}]", why.front().rule())});
      const bool one_rule =
          std::ranges::all_of(why, [&](const Obstacle& each) { return each.rule() == why.front().rule(); });
      if (one_rule && why.front().rule() != "double")
        relaxed += fmt::format("{}{} for {}", relaxed.empty() ? "" : ", or ", why.front().rule(), name);
    }
    out += drawn.people.empty() ? "  The rota has no members then.\n" : to_text(table, style);
    if (!relaxed.empty())
      out += wrapped(fmt::format("  It would be filled without {}.", relaxed), style.width, 4) + "\n";
  }
  return out;
}

std::string changes_text(const PlanReport& report, const TextStyle& style) {
  std::map<std::string, std::pair<int, int>> by_person;  // turns gained and lost
  int moved = 0;
  for (const TurnChange& change : report.plan.changes) {
    if (is_unfilled(change.before)) continue;
    ++moved;
    if (const PersonId* person = person_in(change.before))
      ++by_person[short_name(report.team, *person)].second;
    if (const PersonId* person = person_in(change.after)) ++by_person[short_name(report.team, *person)].first;
  }
  if (moved == 0) return {};
  std::string out = fmt::format("\n{}\n", toned(fmt::format("{} turn{} that stood move{}:", moved,
                                                            moved == 1 ? "" : "s", moved == 1 ? "s" : ""),
                                                Tone::strong, style));
  Table table;
  for (const auto& [name, counts] : by_person) {
    table.rows.push_back({"  " + name, fmt::format("+{} −{}", counts.first, counts.second)});
  }
  return out + to_text(table, style);
}

std::string grids(const PlanReport& report, WeekSource& weeks, const TextStyle& style) {
  const auto& [first, last] = report.plan.weeks;
  const Team& team = report.team;
  std::string out = fmt::format("{} · {} to {}\n", visible(team.name), first.str(), last.str());
  for (const RotaPlan& plan : report.plan.rotas) {
    const Rota& rota = *plan.drawn.rota;
    const Interval turns(week_turn(rota, first, team.zone).begin(), week_turn(rota, last, team.zone).end());
    for (const TurnGrid& grid : turn_grids(team, turns, weeks, Filter{rota.id, std::nullopt, std::nullopt})) {
      out += fmt::format("\n{}\n{}", toned(grid.rota.str(), Tone::strong, style), to_text(grid.table, style));
    }
  }
  return out;
}

}  // namespace

std::string plan_text(const PlanReport& report, WeekSource& weeks, const TextStyle& style) {
  std::string out = grids(report, weeks, style);
  for (const RotaPlan& plan : report.plan.rotas) {
    const std::string people = to_text(people_table(report.team, plan), style);
    out += fmt::format("\n{}\n{}{}{}", toned(plan.drawn.rota->id.str(), Tone::strong, style), people,
                       people.empty() ? "" : "\n", to_text(level_table(plan), style));
    out += empty_text(report.team, plan, style);
  }
  out += changes_text(report, style);
  if (!report.written.empty()) {
    out += fmt::format("\nwritten: {}\n", report.written.size() > 2
                                              ? fmt::format("{} … {} ({} files)", report.written.front(),
                                                            report.written.back(), report.written.size())
                                              : fmt::format("{}", fmt::join(report.written, ", ")));
  }
  return out;
}

std::string why_text(const Team& team, const std::vector<WhyTurn>& turns, const TextStyle& style) {
  std::string out;
  for (const WhyTurn& why : turns) {
    const TeamProblem& drawn = why.plan->drawn;
    const int holder = why.plan->answer.rota[static_cast<std::size_t>(why.turn)];
    const std::string name = holder >= 0
                                 ? short_name(team, drawn.people[static_cast<std::size_t>(holder)]->id)
                                 : holder_name(team, drawn.turns[static_cast<std::size_t>(why.turn)].stood);
    const std::string turn = turn_name(drawn, why.turn);
    const std::string place = why.place ? fmt::format("({}:{})", why.place->file, why.place->line) : "";
    const bool fits = display_width(turn) + 2 + display_width(name) + 2 + display_width(place) <= style.width;
    out += fmt::format("{}{}: {}{}{}\n", out.empty() ? "" : "\n", toned(turn, Tone::strong, style), name,
                       place.empty() ? ""
                       : fits        ? "  "
                                     : "\n  ",
                       place);
    Table table;
    for (const Choice& choice : choices(team, drawn, why.plan->answer.rota, why.turn)) {
      if (choice.person == holder) continue;
      const std::string other = short_name(team, drawn.people[static_cast<std::size_t>(choice.person)]->id);
      const bool barred = !choice.obstacles.empty();
      table.rows.push_back(
          {"  " + other, barred ? fmt::format("{} [{}]", words_of(drawn, why.turn, choice.obstacles.front()),
                                              choice.obstacles.front().rule())
                                : words_of(*why.plan, choice)});
    }
    out += to_text(table, style);
  }
  return out;
}

}  // namespace cprota
