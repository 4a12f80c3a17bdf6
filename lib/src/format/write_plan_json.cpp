// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cprota/format/write_plan.hpp"

#include "format/json.hpp"

namespace cprota {
namespace {

Json fraction_json(const WideFraction& fraction) {
  return rounded(fraction);
}

Json level_json(const LevelResult& level) {
  Json json{{"name", level_name(level.level)}, {"value", level.value}};
  json["bound"] = level.bound ? Json(*level.bound) : Json();
  json["proved"] = level.proved;
  return json;
}

Json person_of_plan(const RotaPlan& plan, std::size_t person) {
  const TeamProblem& drawn = plan.drawn;
  std::int64_t load = 0;
  std::int64_t bank_holiday = 0;
  std::int64_t weekend = 0;
  Json turns = Json::object();
  for (const Role& role : drawn.rota->roles) turns[role.id.str()] = 0;
  for (std::size_t i = 0; i < drawn.turns.size(); ++i) {
    if (plan.answer.rota[i] != static_cast<int>(person)) continue;
    load += drawn.problem.turns[i].load;
    bank_holiday += drawn.problem.turns[i].bank_holiday;
    weekend += drawn.problem.turns[i].weekend;
    Json& count = turns[drawn.turns[i].role.role.str()];
    count = count.get<int>() + 1;
  }
  return {{"person", drawn.people[person]->id.str()},
          {"target", fraction_json(drawn.problem.load.target[person])},
          {"load", load},
          {"ahead", fraction_json(drawn.ahead[person][0])},
          {"turns", std::move(turns)},
          {"bank_holiday", bank_holiday},
          {"weekend", weekend}};
}

Json turn_json(const TeamProblem& drawn, int turn) {
  const Period& period = drawn.period_of(turn);
  const TeamTurn& it = drawn.turns[static_cast<std::size_t>(turn)];
  Json json{{"week", period.week.str()}, {"date", date_json(period.date)}};
  if (it.days && !it.days->is_whole) {
    Json dates = Json::array();
    for (const auto& [day, stood] : it.days->stood)
      dates.push_back(date_json(day_turn_date(*drawn.rota, period.week, day)));
    json["dates"] = std::move(dates);
  }
  json["role"] = it.role.role.str();
  return json;
}

Json held_json(const RotaPlan& plan, int turn) {
  const auto index = static_cast<std::size_t>(turn);
  const int person = plan.answer.rota[index];
  if (person >= 0) return plan.drawn.people[static_cast<std::size_t>(person)]->id.str();
  const bool stays = plan.drawn.problem.turns[index].pinned && !plan.drawn.is_emptied(index);
  return stays ? holder_json(plan.drawn.turns[index].stood) : Json();
}

Json obstacle_json(const TeamProblem& drawn, int turn, int person, const std::vector<Obstacle>& obstacles) {
  const bool is_one_rule = std::ranges::all_of(
      obstacles, [&](const Obstacle& each) { return each.rule() == obstacles.front().rule(); });
  return {{"person", drawn.people[static_cast<std::size_t>(person)]->id.str()},
          {"rule", obstacles.front().rule()},
          {"reason", words_of(drawn, turn, obstacles.front())},
          {"only", is_one_rule}};
}

Json rota_json(const Team& team, const RotaPlan& plan) {
  const TeamProblem& drawn = plan.drawn;
  Json levels = Json::array();
  for (const LevelResult& level : plan.answer.levels) levels.push_back(level_json(level));
  Json people = Json::array();
  for (std::size_t p = 0; p < drawn.people.size(); ++p) people.push_back(person_of_plan(plan, p));
  Json turns = Json::array();
  Json empty = Json::array();
  for (int i = 0; i < static_cast<int>(drawn.turns.size()); ++i) {
    Json turn = turn_json(drawn, i);
    const bool pinned = drawn.problem.turns[static_cast<std::size_t>(i)].pinned;
    if (!pinned && plan.answer.rota[static_cast<std::size_t>(i)] == nobody) {
      Json hole = turn;
      Json excluded = Json::array();
      for (int p = 0; p < static_cast<int>(drawn.people.size()); ++p) {
        const auto why = obstacles(team, drawn, plan.answer.rota, i, p);
        if (!why.empty()) excluded.push_back(obstacle_json(drawn, i, p, why));
      }
      hole["excluded"] = std::move(excluded);
      empty.push_back(std::move(hole));
    }
    turn["person"] = held_json(plan, i);
    turn["pinned"] = pinned && !drawn.is_emptied(static_cast<std::size_t>(i));
    turns.push_back(std::move(turn));
  }
  return {{"rota", drawn.rota->id.str()}, {"status", status_of(plan)}, {"levels", std::move(levels)},
          {"people", std::move(people)},  {"turns", std::move(turns)}, {"empty", std::move(empty)}};
}

}  // namespace

std::string_view status_of(const RotaPlan& plan) {
  if (plan.answer.values[static_cast<std::size_t>(Level::uncovered)] > 0) return "uncovered";
  return plan.answer.levels.back().proved ? "optimal" : "feasible";
}

std::string plan_json(const PlanReport& report) {
  Json rotas = Json::array();
  for (const RotaPlan& plan : report.plan.rotas) rotas.push_back(rota_json(report.team, plan));
  return document({{"schema", "cprota.generate/1"},
                   {"from", report.plan.weeks.first.str()},
                   {"until", report.plan.weeks.last.str()},
                   {"rotas", std::move(rotas)},
                   {"written", report.written}});
}

std::string why_json(const Team& team, IsoWeek week, const std::vector<WhyTurn>& turns) {
  Json all = Json::array();
  for (const WhyTurn& why : turns) {
    const TeamProblem& drawn = why.plan->drawn;
    Json json = turn_json(drawn, why.turn);
    json["rota"] = drawn.rota->id.str();
    json["person"] = held_json(*why.plan, why.turn);
    json["file"] = why.place ? Json(why.place->file) : Json();
    json["line"] = why.place ? Json(why.place->line) : Json();
    Json others = Json::array();
    for (const Choice& choice : choices(team, drawn, why.plan->answer.rota, why.turn)) {
      if (choice.person == why.plan->answer.rota[static_cast<std::size_t>(why.turn)]) continue;
      Json other{{"person", drawn.people[static_cast<std::size_t>(choice.person)]->id.str()}};
      const bool barred = !choice.obstacles.empty();
      other["rule"] = barred ? Json(choice.obstacles.front().rule()) : Json();
      other["reason"] =
          barred ? words_of(drawn, why.turn, choice.obstacles.front()) : words_of(*why.plan, choice);
      Json costs = Json::object();
      for (const Level level : drawn.problem.order) {
        const auto i = static_cast<std::size_t>(level);
        costs[std::string(level_name(level))] = choice.values[i] - why.plan->answer.values[i];
      }
      other["costs"] = barred ? Json() : std::move(costs);
      others.push_back(std::move(other));
    }
    json["others"] = std::move(others);
    all.push_back(std::move(json));
  }
  return document({{"schema", "cprota.why/1"}, {"week", week.str()}, {"turns", std::move(all)}});
}

}  // namespace cprota
