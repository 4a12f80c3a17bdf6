// SPDX-License-Identifier: MIT
#include "cprota/plan/choices.hpp"

#include <algorithm>
#include <cstdlib>

namespace cprota {
namespace {

bool is_new_in(const PlanProblem& problem, const PlanRota& rota, int turn) {
  const PlanTurn& it = problem.turns[turn];
  if (rota[turn] == outsider) return it.outsider_is_new;
  return rota[turn] >= 0 && problem.people[rota[turn]].is_new[it.period] != 0;
}

// What the rule for new engineers says to this person in the turn.
std::optional<Obstacle> pair_obstacle(const PlanProblem& problem, const PlanRota& rota, int turn,
                                      int person) {
  const PlanTurn& it = problem.turns[turn];
  if (!has_pairs(problem) || it.role > 1 || !problem.people[person].is_new[it.period]) return std::nullopt;
  const auto other = turn_at(problem, it.period, 1 - it.role);
  if (it.role == 0) {
    const bool experienced = other && rota[*other] != nobody && !is_new_in(problem, rota, *other);
    if (experienced) return std::nullopt;
  } else if (!other || !is_new_in(problem, rota, *other)) {
    return std::nullopt;
  }
  return Obstacle{Obstacle::Kind::pair, std::nullopt, std::nullopt, true};
}

std::vector<int> other_starts(const PlanProblem& problem, const PlanRota& rota, int turn, int person) {
  PlanRota without = rota;
  without[turn] = nobody;
  return starts(problem, without, person);
}

// Whether the person has other days of a week shared out by day.
bool has_day_beside(const TeamProblem& drawn, int turn, int person) {
  const auto& days = drawn.turns[turn].days;
  return days &&
         std::find(days->beside.begin(), days->beside.end(), drawn.people[person]->id) != days->beside.end();
}

}  // namespace

std::string_view Obstacle::rule() const {
  switch (kind) {
    case Kind::apart:
      return "apart";
    case Kind::covering:
    case Kind::occupied:
      return "double";
    case Kind::beside:
    case Kind::rest:
      return "rest";
    case Kind::new_beside:
    case Kind::pair:
      return "new-pair";
    case Kind::personal:
      break;
  }
  return bar == Bar::leave ? "leave" : "member";
}

std::vector<Obstacle> obstacles(const Team& team, const TeamProblem& drawn, const PlanRota& rota, int turn,
                                int person) {
  const PlanProblem& problem = drawn.problem;
  const PlanTurn& it = problem.turns[turn];
  std::vector<Obstacle> found;
  const Clash& clash = drawn.clashes[person][turn];
  const auto add = [&](Obstacle::Kind kind) { found.push_back({kind, std::nullopt, std::nullopt, false}); };
  for (const Bar bar :
       bars_of(team, *drawn.rota, *drawn.people[person], drawn.turns[turn].role, drawn.period_of(turn)))
    found.push_back({Obstacle::Kind::personal, bar, std::nullopt, false});
  if (clash.apart) add(Obstacle::Kind::apart);
  if (clash.is_double) add(Obstacle::Kind::covering);
  const bool is_beside = has_day_beside(drawn, turn, person);
  if (is_beside) add(Obstacle::Kind::beside);
  for (const int start : other_starts(problem, rota, turn, person)) {
    const int apart = std::abs(start - it.period);
    if (apart == 0 && is_beside) continue;
    if (apart == 0) {
      found.push_back({Obstacle::Kind::occupied, std::nullopt, start, false});
    } else if (apart <= problem.rest) {
      found.push_back({Obstacle::Kind::rest, std::nullopt, start, false});
    }
  }
  if (clash.is_new_pair) add(Obstacle::Kind::new_beside);
  if (const auto pair = pair_obstacle(problem, rota, turn, person)) found.push_back(*pair);
  return found;
}

WideFraction over_target(const TeamProblem& drawn, const PlanRota& rota, int person) {
  std::int64_t load = 0;
  for (std::size_t i = 0; i < rota.size(); ++i) {
    if (rota[i] == person) load += drawn.problem.turns[i].load;
  }
  return WideFraction{load, 1} - drawn.problem.load.target[person];
}

std::vector<Choice> choices(const Team& team, const TeamProblem& drawn, const PlanRota& rota, int turn) {
  std::vector<Choice> all;
  const int period = drawn.problem.turns[turn].period;
  for (int person = 0; person < static_cast<int>(drawn.people.size()); ++person) {
    Choice choice;
    choice.person = person;
    choice.obstacles = obstacles(team, drawn, rota, turn, person);
    PlanRota with = rota;
    with[turn] = person;
    choice.values = evaluate(drawn.problem, with);
    choice.over = over_target(drawn, with, person);
    for (const int start : other_starts(drawn.problem, rota, turn, person)) {
      const int gap = std::abs(start - period);
      if (!choice.gap || gap < *choice.gap) choice.gap = gap;
    }
    all.push_back(std::move(choice));
  }
  std::stable_sort(all.begin(), all.end(), [&](const Choice& a, const Choice& b) {
    if (a.obstacles.empty() != b.obstacles.empty()) return a.obstacles.empty();
    return a.obstacles.empty() && is_better(drawn.problem, a.values, b.values);
  });
  return all;
}

}  // namespace cprota
